import type { Locale } from '#lib/locale/locale.ts';
import { rowField, shownField } from '#lib/ui/row-field.ts';
import type { RecordChange } from './change.ts';
import type { Column } from './column.ts';
import { keyText, same, type Cells, type ListDefinition } from './definition.ts';
import type { CellFault, RecordFault } from './fault.ts';
import { faultWords } from './fault-words.ts';
import { parseCell } from './parse-cell.ts';

/** A record that is edited in a form together with others. */
export interface FormRow {
  /** Tells its inputs from those of other rows. */
  readonly id: string;
  readonly label: string;
  /** The key columns of the record. */
  readonly key: Cells;
  /** What the person may change of it. */
  readonly columns: readonly string[];
}

export interface RowFault {
  readonly row: FormRow;
  /** Null: of the row as a whole. */
  readonly column: string | null;
  readonly fault: CellFault;
}

export interface TypedRows {
  /** Of the rows that are no longer as they were shown. */
  readonly changes: readonly RecordChange[];
  readonly faults: readonly RowFault[];
  /** What was typed into each input that was changed, by its name. */
  readonly typed: Readonly<Record<string, string>>;
}

/** A fault at its input. */
export interface ShownRowFault {
  readonly field: string;
  readonly row: string;
  readonly column: string | null;
  readonly message: string;
  /** The same without the name of the row: for the cell itself. */
  readonly short: string;
}

/**
 * What was typed into the rows of a form. A row that the form does not hold stays as it is. A record whose required
 * columns were all emptied is taken out; where none is required it is kept, empty.
 */
export function typedRows(definition: ListDefinition, rows: readonly FormRow[], form: FormData): TypedRows {
  const changes: RecordChange[] = [];
  const faults: RowFault[] = [];
  const typed: Record<string, string> = {};
  for (const row of rows) {
    const shown = form.get(shownField(row.id));
    if (typeof shown !== 'string') continue;
    const before = shownRecord(definition, row, shown);
    const after: Record<string, string | null> = { ...(before ?? blank(definition)), ...row.key };
    const columns = definition.columns.filter(({ key }) => row.columns.includes(key));
    const wrong = new Set<string>();
    for (const column of columns) {
      const text = typedText(form.get(rowField(column.key, row.id)));
      if (text === plain(asTyped(column, before?.[column.key] ?? null))) continue;
      typed[rowField(column.key, row.id)] = text;
      const parsed = parseCell({ ...column, required: false }, { kind: 'text', text }, new Map());
      if (parsed.ok) after[column.key] = parsed.value;
      else {
        wrong.add(column.key);
        faults.push({ row, column: column.key, fault: parsed.fault });
      }
    }
    if (before ? same(definition, before, after) && wrong.size === 0 : !isTouched(row, typed)) continue;
    const required = columns.filter((column) => column.required);
    const isEmptied =
      required.length > 0 && wrong.size === 0 && columns.every(({ key }) => after[key] === null);
    if (isEmptied) {
      if (before) changes.push({ before, after: null });
      continue;
    }
    for (const { key } of required)
      if (after[key] === null && !wrong.has(key)) {
        wrong.add(key);
        faults.push({ row, column: key, fault: { code: 'missing' } });
      }
    if (wrong.size === 0) changes.push({ before, after: definition.tidy?.(after) ?? after });
  }
  return { changes, faults, typed };
}

/** What the list says of records, each at its row. */
export function faultsOfRows(
  definition: ListDefinition,
  rows: readonly FormRow[],
  faults: readonly RecordFault[],
): RowFault[] {
  const byKey = new Map(rows.map((row) => [keyText(definition, row.key), row]));
  return faults.map(({ key, column, fault }) => {
    const row = byKey.get(key);
    if (!row) throw new Error(`a fault of a record that is not in the form: ${key}`);
    // A record that was new and is there by now was written by somebody else meanwhile.
    const known = fault.code === 'alreadyThere' ? ({ code: 'changedMeanwhile' } as const) : fault;
    return { row, column, fault: known };
  });
}

export function rowFaultsInWords(
  definition: ListDefinition,
  faults: readonly RowFault[],
  locale: Locale,
): ShownRowFault[] {
  return faults.map(({ row, column, fault }) => {
    const at = definition.columns.find(({ key }) => key === column && row.columns.includes(key));
    const short = faultWords(fault, locale);
    return {
      field: rowField(at?.key ?? row.columns[0] ?? '', row.id),
      row: row.id,
      column: at?.key ?? null,
      message: at ? `${row.label}, ${at.title[locale]}: ${short}` : `${row.label}: ${short}`,
      short,
    };
  });
}

/** As people type it: the decimal comma, whatever the language of the page, because both are taken so. */
export function asTyped(column: Column, kept: string | null): string {
  if (kept === null) return '';
  return column.kind === 'decimal' ? kept.replace('.', ',') : kept;
}

function isTouched(row: FormRow, typed: Readonly<Record<string, string>>): boolean {
  return row.columns.some((column) => rowField(column, row.id) in typed);
}

function shownRecord(definition: ListDefinition, { key }: FormRow, text: string): Cells | null {
  let cells: unknown;
  try {
    cells = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof cells !== 'object' || cells === null) return null;
  const known = cells as Record<string, unknown>;
  return {
    ...Object.fromEntries(
      definition.columns.map(({ key: name }) => [name, typeof known[name] === 'string' ? known[name] : null]),
    ),
    ...key,
  };
}

function blank({ columns }: ListDefinition): Cells {
  return Object.fromEntries(columns.map(({ key }) => [key, null]));
}

function typedText(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? plain(value) : '';
}

/** A form sends the lines of a text with CR and LF, and people leave blanks. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
