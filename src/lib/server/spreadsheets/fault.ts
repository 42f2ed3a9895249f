/** What a file is that is no spreadsheet of ours. */
export type OtherFile =
  | 'pdf'
  | 'image'
  | 'archive'
  | 'program'
  | 'wordProcessor'
  | 'presentation'
  | 'binarySpreadsheet'
  | 'markup'
  | 'unknown';

export type BombReason =
  /** The parts are too large once inflated. */
  | 'inflatedBytes'
  /** A part is larger than the archive says. */
  | 'understated'
  | 'ratio'
  | 'entries'
  /** Parts of the archive share bytes. */
  | 'overlap'
  /** A document type declaration, which may define entities. */
  | 'doctype'
  /** Elements within elements without end. */
  | 'depth'
  /** A tag, an attribute or a comment without end. */
  | 'markup'
  | 'styles'
  | 'characters'
  | 'repeatedCells'
  | 'mergedCells';

/** Where in the file; row and column from 1, the sheet's name empty for CSV. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Why a file is refused, with what a sentence about it needs; the words are in another place. */
export type SpreadsheetFault =
  | { readonly code: 'tooLarge'; readonly limit: number }
  | { readonly code: 'empty' }
  | { readonly code: 'notASpreadsheet'; readonly found: OtherFile }
  | { readonly code: 'oldExcel' }
  | { readonly code: 'encrypted' }
  | { readonly code: 'macros' }
  | { readonly code: 'bomb'; readonly reason: BombReason }
  /** `part` is the part of the archive; `row` the row of a CSV file. */
  | { readonly code: 'damaged'; readonly part: string | null; readonly row: number | null }
  | { readonly code: 'encoding' }
  | ({ readonly code: 'formula' } & Place)
  | { readonly code: 'tooManySheets'; readonly limit: number }
  | { readonly code: 'tooManyRows'; readonly limit: number }
  | { readonly code: 'tooManyCells'; readonly limit: number }
  | ({ readonly code: 'tooManyColumns'; readonly limit: number } & Place)
  | ({ readonly code: 'cellTooLong'; readonly limit: number } & Place);

/** Ends a reading from any depth; `readSpreadsheet` turns it into its answer. */
export class Refusal extends Error {
  readonly fault: SpreadsheetFault;

  constructor(fault: SpreadsheetFault) {
    super(fault.code);
    this.name = 'Refusal';
    this.fault = fault;
  }
}

export function bomb(reason: BombReason): Refusal {
  return new Refusal({ code: 'bomb', reason });
}

export function damaged(part: string | null, row: number | null = null): Refusal {
  return new Refusal({ code: 'damaged', part, row });
}
