import { setImmediate } from 'node:timers/promises';
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { ListId } from '../lists/list-ids.ts';
import { person } from '../organisation/schema.ts';
import { importChange, importFault, importMapping, importRun } from './schema.ts';

export type Run = typeof importRun.$inferSelect;
export type KeptChange = typeof importChange.$inferSelect;
export type KeptFault = typeof importFault.$inferSelect;

/** After how many rows others get a turn. */
const TURN = 1000;

export function add(db: Writer, run: Run): Promise<void> {
  db.insert(importRun).values(run).run();
  return Promise.resolve();
}

export function one(db: Reader, id: string): Promise<Run | null> {
  return Promise.resolve(db.select().from(importRun).where(eq(importRun.id, id)).get() ?? null);
}

export function update(db: Writer, id: string, fields: Partial<Omit<Run, 'id'>>): Promise<void> {
  db.update(importRun).set(fields).where(eq(importRun.id, id)).run();
  return Promise.resolve();
}

export interface ListedRun extends Run {
  readonly familyName: string;
  readonly givenName: string;
}

/** The latest imports, with who brought them. */
export function latest(db: Reader, limit: number): Promise<ListedRun[]> {
  const rows = db
    .select({ run: importRun, familyName: person.familyName, givenName: person.givenName })
    .from(importRun)
    .innerJoin(person, eq(person.id, importRun.by))
    .orderBy(desc(importRun.at))
    .limit(limit)
    .all();
  return Promise.resolve(rows.map(({ run, ...name }) => ({ ...run, ...name })));
}

/** Puts what an import would change, and why it is refused, in the place of what was found before. */
export async function replaceFindings(
  db: Writer,
  importId: string,
  changes: readonly KeptChange[],
  faults: readonly KeptFault[],
): Promise<void> {
  db.delete(importChange).where(eq(importChange.importId, importId)).run();
  db.delete(importFault).where(eq(importFault.importId, importId)).run();
  const insert = db
    .insert(importChange)
    .values({
      importId,
      sequence: sql.placeholder('sequence'),
      kind: sql.placeholder('kind'),
      sheet: sql.placeholder('sheet'),
      row: sql.placeholder('row'),
      key: sql.placeholder('key'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
    })
    .prepare();
  for (const [at, change] of changes.entries()) {
    insert.run(change);
    if (at % TURN === TURN - 1) await setImmediate();
  }
  for (const fault of faults) db.insert(importFault).values(fault).run();
}

export function allChanges(db: Reader, importId: string): Promise<KeptChange[]> {
  return Promise.resolve(
    db
      .select()
      .from(importChange)
      .where(eq(importChange.importId, importId))
      .orderBy(asc(importChange.sequence))
      .all(),
  );
}

export function changesPage(
  db: Reader,
  importId: string,
  kind: KeptChange['kind'] | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ changes: KeptChange[]; total: number }> {
  const filter = and(
    eq(importChange.importId, importId),
    kind === null ? undefined : eq(importChange.kind, kind),
  );
  return Promise.resolve({
    changes: db
      .select()
      .from(importChange)
      .where(filter)
      .orderBy(asc(importChange.sequence))
      .limit(limit)
      .offset(offset)
      .all(),
    total: db.select({ total: count() }).from(importChange).where(filter).get()!.total,
  });
}

export function faults(db: Reader, importId: string, limit: number): Promise<KeptFault[]> {
  return Promise.resolve(
    db
      .select()
      .from(importFault)
      .where(eq(importFault.importId, importId))
      .orderBy(asc(importFault.sequence))
      .limit(limit)
      .all(),
  );
}

/** What columns with these titles were taken for the last time; null: never seen. */
export function rememberedMapping(db: Reader, list: ListId, titles: string): Promise<string | null> {
  const row = db
    .select({ mapping: importMapping.mapping })
    .from(importMapping)
    .where(and(eq(importMapping.list, list), eq(importMapping.titles, titles)))
    .get();
  return Promise.resolve(row?.mapping ?? null);
}

export function rememberMapping(db: Writer, list: ListId, titles: string, mapping: string): Promise<void> {
  db.insert(importMapping)
    .values({ list, titles, mapping })
    .onConflictDoUpdate({ target: [importMapping.list, importMapping.titles], set: { mapping } })
    .run();
  return Promise.resolve();
}
