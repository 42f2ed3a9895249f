import type { IsoDate } from '#core/calendar/iso-date.ts';

/** What a cell of a spreadsheet holds, whichever format it comes from. */
export type Cell =
  | { readonly kind: 'empty' }
  /** As it is written, spaces too; lines end with LF, and there are no control characters but LF and tab. */
  | { readonly kind: 'text'; readonly text: string }
  /**
   * Plain decimal notation of what a spreadsheet shows, such as `-1234.5`. With `percent` the cell is shown as a percentage:
   * `0.125` as 12.5%.
   */
  | { readonly kind: 'number'; readonly decimal: string; readonly percent?: true }
  /** A day; a time of day is cut off. */
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!` and the like. A text that begins with `=` is a formula that the file holds without its result. */
  | { readonly kind: 'error'; readonly text: string };

/** A row that is not blank, with the number that the spreadsheet shows beside it. */
export interface Row {
  /** From 1. */
  readonly number: number;
  /** From column A; what is missing at the end is empty. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  /** Empty for CSV, which knows no names. */
  readonly name: string;
  readonly hidden: boolean;
  /** Without the blank ones. */
  readonly rows: readonly Row[];
}

export const EMPTY: Cell = { kind: 'empty' };

/** The letters of a column, as a spreadsheet shows them: 1 is `A`, 28 is `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

// eslint-disable-next-line no-control-regex -- they are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** The text with LF for every end of a line, without other control characters than tab and without half characters. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed();
}
