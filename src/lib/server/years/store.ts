import { desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import { cycleYear } from './schema.ts';

export interface CycleYear {
  readonly year: number;
  readonly regulation: string;
}

/** The years that were opened, the latest first. */
export function all(db: Reader): Promise<CycleYear[]> {
  return Promise.resolve(db.select().from(cycleYear).orderBy(desc(cycleYear.year)).all());
}

export function one(db: Reader, year: number): Promise<CycleYear | null> {
  return Promise.resolve(db.select().from(cycleYear).where(eq(cycleYear.year, year)).get() ?? null);
}

export function add(db: Writer, row: CycleYear): Promise<void> {
  db.insert(cycleYear).values(row).run();
  return Promise.resolve();
}
