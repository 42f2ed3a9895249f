import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { ListId } from './list-ids.ts';
import { recordChange } from './schema.ts';

export type KeptChange = typeof recordChange.$inferInsert;

const ROWS_A_STATEMENT = 500;

export function addChanges(db: Writer, changes: readonly KeptChange[]): Promise<void> {
  for (let at = 0; at < changes.length; at += ROWS_A_STATEMENT)
    db.insert(recordChange)
      .values(changes.slice(at, at + ROWS_A_STATEMENT))
      .run();
  return Promise.resolve();
}

/** The number of the latest change; 0 before the first. */
export function lastChange(db: Reader): Promise<number> {
  const row = db
    .select({ id: recordChange.id })
    .from(recordChange)
    .orderBy(desc(recordChange.id))
    .limit(1)
    .get();
  return Promise.resolve(row?.id ?? 0);
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
