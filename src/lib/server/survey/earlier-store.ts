import { desc, eq, lt } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import { earlierSurvey } from './schema.ts';

export type EarlierRow = typeof earlierSurvey.$inferSelect;

/** The latest year first. */
export function all(db: Reader): Promise<EarlierRow[]> {
  return Promise.resolve(db.select().from(earlierSurvey).orderBy(desc(earlierSurvey.year)).all());
}

export function lastBefore(db: Reader, year: number): Promise<EarlierRow | null> {
  const row = db
    .select()
    .from(earlierSurvey)
    .where(lt(earlierSurvey.year, year))
    .orderBy(desc(earlierSurvey.year))
    .limit(1)
    .get();
  return Promise.resolve(row ?? null);
}

export function ofYear(db: Reader, year: number): Promise<EarlierRow | null> {
  const row = db.select().from(earlierSurvey).where(eq(earlierSurvey.year, year)).get();
  return Promise.resolve(row ?? null);
}

export function put(db: Writer, row: EarlierRow): Promise<void> {
  db.insert(earlierSurvey).values(row).onConflictDoUpdate({ target: earlierSurvey.year, set: row }).run();
  return Promise.resolve();
}
