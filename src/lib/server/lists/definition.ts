import type { Reader, Writer } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import type { Column, ReferenceTarget, Words } from './column.ts';
import type { RecordFault } from './fault.ts';
import type { ListId } from './list-ids.ts';

/** A record of a list: the canonical text of each column; null: nothing stands in it. */
export type Cells = Readonly<Record<string, string | null>>;

/** Under which heading the lists are found. */
export const GROUPS = [
  'organisation',
  'objectives',
  'services',
  'direction',
  'entity',
  'staff',
  'premiums',
] as const;
export type Group = (typeof GROUPS)[number];

/** Records of whoever works in these units, or that are about these units or people. */
export interface Within {
  readonly units: readonly UnitId[];
  readonly people: readonly PersonId[];
}

export interface Query {
  /** Folded words that must all occur. */
  readonly words: readonly string[];
  /** Null: all records. */
  readonly within: Within | null;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly offset: number;
  readonly limit: number;
}

/** Where the records of a list are. */
export interface ListSource {
  /** All records of a year, in the order of their keys. */
  all(db: Reader, year: number): Promise<Cells[]>;
  one(db: Reader, year: number, key: Cells): Promise<Cells | null>;
  page(
    db: Reader,
    year: number,
    query: Query,
  ): Promise<{ readonly records: Cells[]; readonly total: number }>;
  count(db: Reader, year: number): Promise<number>;
  /** Writes records in the place of those with the same keys. */
  put(write: Writer, year: number, records: readonly Cells[]): Promise<void>;
  /** Takes a record out. Throws what SQLite throws if something still points to it. */
  take(write: Writer, year: number, key: Cells): Promise<void>;
}

/** A list that an office keeps, or brings as a spreadsheet. */
export interface ListDefinition {
  readonly id: ListId;
  readonly title: Words;
  readonly lead: Words;
  readonly group: Group;
  /** False: its records are there in every year, with periods of their own. */
  readonly yearly: boolean;
  readonly columns: readonly Column[];
  /** The columns that tell one record from another. */
  readonly key: readonly string[];
  /** The columns that say whose record it is, persons or units; none: the whole entity's. */
  readonly place: readonly string[];
  readonly source: ListSource;
  /** A record as it is kept, where that is not as it is written: a mail in small letters. */
  tidy?(record: Cells): Cells;
  /** Which targets of references the list itself holds: a file may refer to what it brings. */
  readonly defines?: readonly ReferenceTarget[];
  /** What must be written before what. */
  before?(a: Cells, b: Cells): number;
  /**
   * What is wrong with records as they stand now among all others. Asked after they are written and before they are kept.
   */
  check?(
    db: Reader,
    year: number,
    changed: readonly Cells[],
    removed: readonly Cells[],
  ): Promise<RecordFault[]>;
}

/** The key of a record as one text. */
export function keyText({ key }: Pick<ListDefinition, 'key'>, record: Cells): string {
  return JSON.stringify(key.map((column) => record[column] ?? null));
}

/** The key columns of a key's text; null if it is none. */
export function keyOf({ key }: Pick<ListDefinition, 'key'>, text: string): Cells | null {
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== key.length) return null;
  if (!parts.every((part): part is string | null => part === null || typeof part === 'string')) return null;
  return Object.fromEntries(key.map((column, at) => [column, parts[at] as string | null]));
}

/** True if both records say the same in every column. */
export function same({ columns }: ListDefinition, a: Cells, b: Cells): boolean {
  return columns.every(({ key }) => (a[key] ?? null) === (b[key] ?? null));
}
