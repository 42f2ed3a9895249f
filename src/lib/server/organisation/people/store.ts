import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader, Writer } from '../../database/database.ts';
import type { Person, PersonId, UnitId } from '../model.ts';
import { assignment, person } from '../schema.ts';
import { inPieces, validOn } from '../validity.ts';
import { searchText } from './search-text.ts';

const COLUMNS = {
  id: person.id,
  givenName: person.givenName,
  familyName: person.familyName,
  mail: person.mail,
  taxCode: person.taxCode,
  staffNumber: person.staffNumber,
};

export function one(db: Reader, id: PersonId): Promise<Person | null> {
  return Promise.resolve(db.select(COLUMNS).from(person).where(eq(person.id, id)).get() ?? null);
}

/** People by their ids, in the order of their names. */
export function some(db: Reader, ids: readonly PersonId[]): Promise<Person[]> {
  return Promise.resolve(
    db
      .select(COLUMNS)
      .from(person)
      .where(inArray(person.id, [...ids]))
      .orderBy(asc(person.searchText), asc(person.id))
      .all(),
  );
}

/** What one person at most has. */
export type UniqueField = 'mail' | 'taxCode' | 'staffNumber';

export function holderOf(db: Reader, field: UniqueField, value: string): Promise<Person | null> {
  return Promise.resolve(db.select(COLUMNS).from(person).where(eq(person[field], value)).get() ?? null);
}

export function addAll(db: Writer, added: readonly Person[]): Promise<void> {
  for (const piece of inPieces(added))
    db.insert(person)
      .values(piece.map((row) => ({ ...row, searchText: searchText(row) })))
      .run();
  return Promise.resolve();
}

export function replace(db: Writer, { id, ...fields }: Person): Promise<void> {
  db.update(person)
    .set({ ...fields, searchText: searchText(fields) })
    .where(eq(person.id, id))
    .run();
  return Promise.resolve();
}

/** What a list of people is narrowed down to. */
export interface Filter {
  /** Folded words that must all occur. */
  readonly words: readonly string[];
  /** Only who is assigned to one of these units on the day; null: everybody. */
  readonly within: { readonly units: readonly UnitId[]; readonly on: IsoDate } | null;
}

/** People in the order of their names. */
export function list(
  db: Reader,
  filter: Filter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Person[]> {
  return Promise.resolve(
    db
      .select(COLUMNS)
      .from(person)
      .where(matches(db, filter))
      .orderBy(asc(person.searchText), asc(person.id))
      .limit(limit)
      .offset(offset)
      .all(),
  );
}

export function count(db: Reader, filter: Filter): Promise<number> {
  return Promise.resolve(
    db
      .select({ count: sql<number>`count(*)` })
      .from(person)
      .where(matches(db, filter))
      .get()!.count,
  );
}

function matches(db: Reader, { words, within }: Filter): SQL | undefined {
  const containing = words.map((word) => sql`instr(${person.searchText}, ${word}) > 0`);
  if (!within) return and(...containing);
  const assigned = db
    .select({ id: assignment.personId })
    .from(assignment)
    .where(and(inArray(assignment.unitId, [...within.units]), validOn(assignment, within.on)));
  return and(...containing, inArray(person.id, assigned));
}
