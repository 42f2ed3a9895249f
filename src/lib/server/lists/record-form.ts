import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reader } from '../database/database.ts';
import { cellWords, labelsIn } from './cell-words.ts';
import type { Column } from './column.ts';
import type { Cells, ListDefinition } from './definition.ts';
import type { ColumnFault } from './editing.ts';
import { faultWords } from './fault-words.ts';
import { optionsOf } from './references.ts';

/** A field of the form of a record. */
export interface RecordField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'date' | 'select' | 'textarea';
  readonly value: string;
  readonly hint: string | undefined;
  readonly optional: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The fields of a record, filled with what is kept or with what was typed. */
export async function recordFields(
  db: Reader,
  definition: ListDefinition,
  year: number,
  record: Cells | null,
  typed: Readonly<Record<string, string>> | null,
  locale: Locale,
): Promise<RecordField[]> {
  const labels = await labelsIn(db, definition.columns, record ? [record] : []);
  return Promise.all(
    definition.columns.map(async (column): Promise<RecordField> => {
      const kept = record?.[column.key] ?? null;
      const value = typed?.[column.key] ?? asTyped(column, kept);
      const name =
        column.kind === 'reference' && kept !== null ? labels.get(column.to)?.get(kept) : undefined;
      const options = await choicesOf(db, column, year, locale);
      return {
        name: column.key,
        label: column.title[locale],
        type: options ? 'select' : typeOf(column),
        value,
        // What a code stands for, where it is typed and not chosen.
        hint: [!options && name, column.hint?.[locale]].filter(Boolean).join('. ') || undefined,
        optional: !column.required,
        options: options ? [{ value: '', label: m.lists_choose() }, ...options] : [],
      };
    }),
  );
}

function typeOf(column: Column): RecordField['type'] {
  switch (column.kind) {
    case 'whole':
    case 'decimal':
      return 'number';
    case 'date':
      return 'date';
    case 'text':
      return column.lines ? 'textarea' : 'text';
    case 'boolean':
    case 'choice':
    case 'reference':
      return 'text';
  }
}

/** As people type it: the decimal comma, whatever the language of the page, because both are taken so. */
function asTyped(column: Column, kept: string | null): string {
  if (kept === null) return '';
  return column.kind === 'decimal' ? kept.replace('.', ',') : kept;
}

async function choicesOf(db: Reader, column: Column, year: number, locale: Locale) {
  switch (column.kind) {
    case 'boolean':
      return [
        { value: 'true', label: m.lists_yes() },
        { value: 'false', label: m.lists_no() },
      ];
    case 'choice':
      return column.choices.map((choice) => ({ value: choice.value, label: choice[locale] }));
    case 'reference':
      return optionsOf(db, column.to, year);
    default:
      return null;
  }
}

/** Faults in words, each at its field. */
export function faultsInWords(
  definition: ListDefinition,
  faults: readonly ColumnFault[],
  locale: Locale,
): { field?: string; message: string }[] {
  return faults.map(({ column, fault }) => {
    const words = faultWords(fault, locale);
    const known = definition.columns.find(({ key }) => key === column);
    if (!known) return { message: words };
    return { field: known.key, message: `${known.title[locale]}: ${words}` };
  });
}

/** A record for the eye: titles and words. */
export async function recordWords(
  db: Reader,
  definition: ListDefinition,
  record: Cells,
  locale: Locale,
): Promise<{ title: string; value: string }[]> {
  const labels = await labelsIn(db, definition.columns, [record]);
  return definition.columns.map((column) => ({
    title: column.title[locale],
    value: cellWords(column, record[column.key] ?? null, labels, locale),
  }));
}
