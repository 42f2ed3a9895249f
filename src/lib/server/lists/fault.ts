import type { ReferenceTarget } from './column.ts';

/** Why what stands in a column, or a whole record, is refused. The words are in `fault-words.ts`. */
export type CellFault =
  | { readonly code: 'missing' }
  | { readonly code: 'notANumber'; readonly text: string }
  | { readonly code: 'notWhole'; readonly text: string }
  | { readonly code: 'tooManyDecimals'; readonly most: number }
  | { readonly code: 'tooSmall'; readonly least: string; readonly exclusive: boolean }
  | { readonly code: 'tooLarge'; readonly most: string }
  | { readonly code: 'notADate'; readonly text: string }
  | { readonly code: 'notYesNo'; readonly text: string }
  | { readonly code: 'notAChoice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly code: 'tooLong'; readonly most: number }
  | { readonly code: 'unknown'; readonly to: ReferenceTarget; readonly text: string }
  | { readonly code: 'ambiguous'; readonly to: ReferenceTarget; readonly text: string }
  /** The cell holds an error of the spreadsheet, such as a formula that could not be computed. */
  | { readonly code: 'errorCell'; readonly text: string }
  /** The same key stands in an earlier row. */
  | { readonly code: 'twice'; readonly row: number }
  | { readonly code: 'alreadyThere' }
  /** Somebody else's record has it. */
  | { readonly code: 'taken' }
  | { readonly code: 'stillUsed' }
  /** Somebody has changed the record since it was looked at. */
  | { readonly code: 'changedMeanwhile' }
  | { readonly code: 'endBeforeStart' }
  | { readonly code: 'overlaps' }
  /** What the domain says, in words that the list has made in both languages. */
  | { readonly code: 'domain'; readonly it: string; readonly en: string };

/** A fault of a record; `column` null: of the record as a whole. */
export interface RecordFault {
  /** The text of the record's key. */
  readonly key: string;
  readonly column: string | null;
  readonly fault: CellFault;
}
