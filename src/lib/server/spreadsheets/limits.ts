const MEGABYTE = 1024 * 1024;

/** How much a file may ask of the server. All of it together bounds the memory that a reading takes. */
export interface Limits {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Bytes of all its parts, inflated. */
  readonly inflatedBytes: number;
  /** Inflated bytes to a compressed one, of a part that matters; office files reach 100. */
  readonly ratio: number;
  /** Parts of the archive. */
  readonly entries: number;
  readonly sheets: number;
  /** Rows that are not blank, in all sheets. */
  readonly rows: number;
  /** Of a sheet. */
  readonly columns: number;
  /** Cells of all rows, each counted up to its last cell that is not empty. */
  readonly cells: number;
  /** Characters of a cell; what Excel allows. */
  readonly cellCharacters: number;
  /** Characters of all texts. */
  readonly characters: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 20 * MEGABYTE,
  inflatedBytes: 300 * MEGABYTE,
  ratio: 250,
  entries: 2000,
  sheets: 50,
  rows: 200_000,
  columns: 200,
  cells: 2_400_000,
  cellCharacters: 32_767,
  characters: 64 * MEGABYTE,
};
