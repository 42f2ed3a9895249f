import type { Cells } from '#lib/server/lists/definition.ts';
import type { ListId } from '#lib/server/lists/list-ids.ts';
import { canonicalDecimal } from '#lib/server/lists/parse-cell.ts';

/** Records of lists, as they are kept. */
export type Records = ReadonlyMap<ListId, readonly Cells[]>;

/** A figure of the document as the lists keep it: `"4000.00"` → `"4000"`. */
export function canonical(figure: string | number): string {
  return canonicalDecimal(String(figure));
}

/** A figure that may be left out. */
export function canonicalOrNull(figure: string | number | undefined): string | null {
  return figure === undefined ? null : canonical(figure);
}

/** A whole number of parts of a unit as a plain decimal: 1234 with 2 decimals → `"12.34"`. */
export function parts(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return canonicalDecimal(value < 0 ? `-${text}` : text);
}

/** The number of something, so that ids sort as they count: 7 of three digits → `"007"`. */
export function numbered(prefix: string, number: number, digits: number): string {
  return `${prefix}${String(number).padStart(digits, '0')}`;
}
