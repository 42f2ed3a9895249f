import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { PhaseId } from './phases.ts';

/**
 * The data of a year as the core takes them in, as one JSON document of the contract: so the first portals kept them. Now
 * they are in lists.
 */
export const cycleInput = sqliteTable('cycle_input', {
  year: integer().primaryKey(),
  document: text().notNull(),
});

/** From when until when a phase of a year's cycle runs, both days included. */
export const cyclePhase = sqliteTable(
  'cycle_phase',
  {
    year: integer().notNull(),
    phase: text().$type<PhaseId>().notNull(),
    startsOn: text().$type<IsoDate>().notNull(),
    endsOn: text().$type<IsoDate>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.phase] })],
);
