import { setImmediate } from 'node:timers/promises';
import { and, desc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { ListId } from './list-ids.ts';
import { recordChange } from './schema.ts';

/** A change as it is kept; every field is there. */
export type KeptChange = Omit<typeof recordChange.$inferSelect, 'id'>;

/** After how many rows others get a turn. */
const TURN = 1000;

export async function addChanges(db: Writer, changes: readonly KeptChange[]): Promise<void> {
  const insert = db
    .insert(recordChange)
    .values({
      list: sql.placeholder('list'),
      year: sql.placeholder('year'),
      key: sql.placeholder('key'),
      at: sql.placeholder('at'),
      by: sql.placeholder('by'),
      importId: sql.placeholder('importId'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
    })
    .prepare();
  for (const [at, change] of changes.entries()) {
    insert.run(change);
    if (at % TURN === TURN - 1) await setImmediate();
  }
}

/** Who wrote a record, what and when. */
export interface Said {
  readonly id: number;
  readonly at: string;
  /** Null: the program itself. */
  readonly by: PersonId | null;
  readonly name: string | null;
  readonly importId: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The changes of a record, the latest first. */
export function changesOf(db: Reader, list: ListId, year: number | null, key: string): Promise<Said[]> {
  return Promise.resolve(
    db
      .select({
        id: recordChange.id,
        at: recordChange.at,
        by: recordChange.by,
        name: sql<string | null>`${person.givenName} || ' ' || ${person.familyName}`,
        importId: recordChange.importId,
        before: recordChange.before,
        after: recordChange.after,
      })
      .from(recordChange)
      .leftJoin(person, eq(person.id, recordChange.by))
      .where(
        and(
          eq(recordChange.list, list),
          eq(recordChange.key, key),
          year === null ? isNull(recordChange.year) : eq(recordChange.year, year),
        ),
      )
      .orderBy(desc(recordChange.id))
      .all(),
  );
}

export interface ImportedChange {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an import changed, in the order in which it did. */
export function changesOfImport(db: Reader, importId: string): Promise<ImportedChange[]> {
  return Promise.resolve(
    db
      .select({ key: recordChange.key, before: recordChange.before, after: recordChange.after })
      .from(recordChange)
      .where(eq(recordChange.importId, importId))
      .orderBy(recordChange.id)
      .all(),
  );
}

/** The number of the latest change; null: nothing was ever written. Whoever remembers it knows whether anything changed. */
export function lastChange(db: Reader): Promise<number | null> {
  const row = db
    .select({ last: max(recordChange.id) })
    .from(recordChange)
    .get();
  return Promise.resolve(row?.last ?? null);
}
