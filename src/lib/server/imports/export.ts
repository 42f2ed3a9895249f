import { isoDate } from '#core/calendar/iso-date.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reader } from '../database/database.ts';
import { labelsIn } from '../lists/cell-words.ts';
import type { Column } from '../lists/column.ts';
import type { Cells, ListDefinition } from '../lists/definition.ts';
import { EMPTY, type Cell } from '../spreadsheets/cell.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import type { WrittenColumn } from '../spreadsheets/write-xlsx.ts';
import { writeXlsxAside } from '../spreadsheets/write-xlsx-aside.ts';

interface WrittenList {
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The records as a spreadsheet has them; beside what is a code stands what it stands for, which is not read back. */
async function written(
  db: Reader,
  { columns }: ListDefinition,
  records: readonly Cells[],
): Promise<WrittenList> {
  const labels = await labelsIn(db, columns, records);
  return {
    columns: columns.flatMap((column): WrittenColumn[] =>
      column.kind === 'reference'
        ? [
            { title: column.title.it, kind: 'text', width: 14 },
            { title: `${column.title.it} (nome)`, kind: 'text' },
          ]
        : [{ title: column.title.it, kind: kindOf(column) }],
    ),
    rows: records.map((record) =>
      columns.flatMap((column) => {
        const value = record[column.key] ?? null;
        if (column.kind !== 'reference') return [cellOf(column, value)];
        const name = value === null ? undefined : labels.get(column.to)?.get(value);
        return [text(value), text(name ?? null)];
      }),
    ),
  };
}

function kindOf(column: Column): WrittenColumn['kind'] {
  switch (column.kind) {
    case 'whole':
    case 'decimal':
      return 'number';
    case 'date':
      return 'date';
    case 'boolean':
      return 'boolean';
    default:
      return 'text';
  }
}

const text = (value: string | null): Cell => (value === null ? EMPTY : { kind: 'text', text: value });

function cellOf(column: Column, value: string | null): Cell {
  if (value === null) return EMPTY;
  switch (column.kind) {
    case 'whole':
    case 'decimal':
      return { kind: 'number', decimal: value };
    case 'date':
      return { kind: 'date', date: isoDate(value)! };
    case 'boolean':
      return text(value === 'true' ? 'sì' : 'no');
    case 'choice':
      return text(column.choices.find((choice) => choice.value === value)?.it ?? value);
    case 'text':
    case 'reference':
      return text(value);
  }
}

/** A list as a workbook that can be brought back: nothing changes by it. */
export async function asXlsx(
  db: Reader,
  definition: ListDefinition,
  records: readonly Cells[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, rows } = await written(db, definition, records);
  return writeXlsxAside([{ name: sheetName(definition), columns, rows }]);
}

export async function asCsv(
  db: Reader,
  definition: ListDefinition,
  records: readonly Cells[],
): Promise<string> {
  const { columns, rows } = await written(db, definition, records);
  return writeCsv(
    columns.map(({ title }) => title),
    rows,
  );
}

/** An empty list to fill in, and beside it what goes into each column. */
export async function template(definition: ListDefinition, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const columns = definition.columns.map((column) => ({ title: column.title.it, kind: kindOf(column) }));
  const help = definition.columns.map((column) => [
    text(column.title.it),
    text(columnWords(column, locale)),
    text(
      definition.key.includes(column.key)
        ? m.imports_upload_key()
        : column.required
          ? m.imports_upload_required()
          : null,
    ),
    text(column.hint?.[locale] ?? null),
  ]);
  return writeXlsxAside([
    { name: sheetName(definition), columns, rows: [] },
    {
      name: 'Istruzioni',
      columns: [
        { title: m.imports_upload_column(), kind: 'text' },
        { title: m.imports_upload_content(), kind: 'text', width: 60 },
        { title: '·', kind: 'text', width: 16 },
        { title: '··', kind: 'text', width: 60 },
      ],
      rows: help,
    },
  ]);
}

/** What goes into a column, in words. */
export function columnWords(column: Column, locale: Locale): string {
  switch (column.kind) {
    case 'text':
      return m.imports_kind_text();
    case 'whole':
      return m.imports_kind_whole({ least: column.least, most: column.most });
    case 'decimal':
      if (column.unit === 'euro') return m.imports_kind_euro();
      return column.unit === 'percent' ? m.imports_kind_percent() : m.imports_kind_decimal();
    case 'date':
      return m.imports_kind_date();
    case 'boolean':
      return m.imports_kind_boolean();
    case 'choice':
      return m.imports_kind_choice({ choices: column.choices.map((choice) => choice[locale]).join(', ') });
    case 'reference':
      return m.imports_kind_reference({ what: column.title[locale] });
  }
}

/** At most 31 characters, none of those that Excel forbids. */
function sheetName({ title }: ListDefinition): string {
  return title.it.replace(/[[\]/\\:*?]/g, ' ').slice(0, 31);
}
