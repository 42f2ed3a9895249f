import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import { person } from '../organisation/schema.ts';
import { justification } from './schema.ts';

export type Justification = typeof justification.$inferSelect;

export interface ToldJustification extends Justification {
  readonly name: string;
}

/** Why differences of a year stand, with who said so. */
export function justifications(db: Reader, year: number): Promise<ReadonlyMap<string, ToldJustification>> {
  const rows = db
    .select({ kept: justification, name: sql<string>`${person.givenName} || ' ' || ${person.familyName}` })
    .from(justification)
    .innerJoin(person, eq(person.id, justification.by))
    .where(eq(justification.year, year))
    .all();
  return Promise.resolve(new Map(rows.map(({ kept, name }) => [kept.key, { ...kept, name }])));
}

export function keep(db: Writer, row: Justification): Promise<void> {
  db.delete(justification)
    .where(and(eq(justification.year, row.year), eq(justification.key, row.key)))
    .run();
  db.insert(justification).values(row).run();
  return Promise.resolve();
}
