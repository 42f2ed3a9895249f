import type { Column } from '../lists/column.ts';
import type { Sheet } from '../spreadsheets/cell.ts';
import { matched, titlesOf, unmatched } from './mapping.ts';

/**
 * The sheets of a workbook that hold the list: all visible ones with every required column, such as one for each
 * direction; if there is none, the one that comes nearest, so that somebody can say what its columns are.
 */
export function chosenSheets(sheets: readonly Sheet[], columns: readonly Column[]): readonly Sheet[] {
  const visible = sheets.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  const whole = visible.filter((sheet) => unmatched(matched(titlesOf(sheet), columns), columns).length === 0);
  if (whole.length > 0) {
    const first = JSON.stringify(titlesOf(whole[0]!));
    // One mapping serves all: a sheet with other titles is another matter.
    return whole.filter((sheet) => JSON.stringify(titlesOf(sheet)) === first);
  }
  const score = (sheet: Sheet) =>
    matched(titlesOf(sheet), columns).columns.filter((column) => column !== null).length;
  const nearest = visible.toSorted((a, b) => score(b) - score(a))[0];
  return nearest ? [nearest] : [];
}
