import { desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { Phase } from './phases.ts';
import { cycleInput, cyclePhase } from './schema.ts';

/** The years that are one document each, the latest first. */
export function years(db: Reader): Promise<number[]> {
  const rows = db.select({ year: cycleInput.year }).from(cycleInput).orderBy(desc(cycleInput.year)).all();
  return Promise.resolve(rows.map(({ year }) => year));
}

/** The document of a year as it was stored; null if there is none. */
export function documentOf(db: Reader, year: number): Promise<string | null> {
  const row = db
    .select({ document: cycleInput.document })
    .from(cycleInput)
    .where(eq(cycleInput.year, year))
    .get();
  return Promise.resolve(row?.document ?? null);
}

/** The dates of a year's phases, in no order. */
export function phases(db: Reader, year: number): Promise<Phase[]> {
  return Promise.resolve(
    db
      .select({ phase: cyclePhase.phase, startsOn: cyclePhase.startsOn, endsOn: cyclePhase.endsOn })
      .from(cyclePhase)
      .where(eq(cyclePhase.year, year))
      .all(),
  );
}

/** The years that phases have dates of. */
export function phaseYears(db: Reader): Promise<number[]> {
  const rows = db.selectDistinct({ year: cyclePhase.year }).from(cyclePhase).all();
  return Promise.resolve(rows.map(({ year }) => year));
}

export function replacePhases(db: Writer, year: number, phases: readonly Phase[]): Promise<void> {
  db.delete(cyclePhase).where(eq(cyclePhase.year, year)).run();
  for (const phase of phases)
    db.insert(cyclePhase)
      .values({ year, ...phase })
      .run();
  return Promise.resolve();
}
