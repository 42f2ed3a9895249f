import { desc, eq } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { cycleInput } from './schema.ts';

/** The years whose data are here, the latest first. */
export function years(db: Db): Promise<number[]> {
  const rows = db.select({ year: cycleInput.year }).from(cycleInput).orderBy(desc(cycleInput.year)).all();
  return Promise.resolve(rows.map(({ year }) => year));
}

/** The document of a year as it was stored; null if there is none. */
export function documentOf(db: Db, year: number): Promise<string | null> {
  const row = db
    .select({ document: cycleInput.document })
    .from(cycleInput)
    .where(eq(cycleInput.year, year))
    .get();
  return Promise.resolve(row?.document ?? null);
}

export function keep(db: Db, year: number, document: string): Promise<void> {
  db.insert(cycleInput).values({ year, document }).run();
  return Promise.resolve();
}
