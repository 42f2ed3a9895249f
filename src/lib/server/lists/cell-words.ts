import type { Locale } from '#lib/locale/locale.ts';
import type { Reader } from '../database/database.ts';
import type { Column, ReferenceTarget } from './column.ts';
import type { Cells } from './definition.ts';
import { labelsOf } from './references.ts';

/** What the references of some records are called. */
export type Labels = ReadonlyMap<ReferenceTarget, ReadonlyMap<string, string>>;

export async function labelsIn(
  db: Reader,
  columns: readonly Column[],
  records: readonly Cells[],
): Promise<Labels> {
  const labels = new Map<ReferenceTarget, Map<string, string>>();
  for (const column of columns) {
    if (column.kind !== 'reference') continue;
    const ids = [...new Set(records.flatMap((record) => record[column.key] ?? []))];
    const known = labels.get(column.to) ?? new Map<string, string>();
    for (const [id, label] of await labelsOf(db, column.to, ids)) known.set(id, label);
    labels.set(column.to, known);
  }
  return labels;
}

/** What stands in a column, as people read it; empty: nothing. */
export function cellWords(column: Column, value: string | null, labels: Labels, locale: Locale): string {
  if (value === null) return '';
  switch (column.kind) {
    case 'whole':
    case 'decimal':
      return decimalWords(value, locale, column.kind === 'decimal' && column.unit === 'euro' ? 2 : 0);
    case 'date':
      return locale === 'it' ? value.split('-').reverse().join('/') : value;
    case 'boolean':
      return locale === 'it' ? (value === 'true' ? 'sì' : 'no') : value === 'true' ? 'yes' : 'no';
    case 'choice':
      return column.choices.find((choice) => choice.value === value)?.[locale] ?? value;
    case 'reference':
      return labels.get(column.to)?.get(value) ?? value;
    case 'text':
      return value;
  }
}

/** A decimal in the form of the language, exactly, with at least so many decimals: `1234.5` → `1.234,50`. */
export function decimalWords(decimal: string, locale: Locale, least = 0): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const [group, point] = locale === 'it' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const rest = fraction.padEnd(least, '0');
  return `${negative ? '−' : ''}${grouped}${rest === '' ? '' : point + rest}`;
}
