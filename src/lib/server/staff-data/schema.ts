import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Sanction } from '#core/regulation/schema.ts';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';

const of = () =>
  text()
    .$type<PersonId>()
    .notNull()
    .references(() => person.id);

/** Days of presence in each month, of whoever was absent for other reasons than those that count as presence (`PAY-M`). */
export const presence = sqliteTable(
  'presence',
  {
    year: integer().notNull(),
    personId: of(),
    january: integer().notNull(),
    february: integer().notNull(),
    march: integer().notNull(),
    april: integer().notNull(),
    may: integer().notNull(),
    june: integer().notNull(),
    july: integer().notNull(),
    august: integer().notNull(),
    september: integer().notNull(),
    october: integer().notNull(),
    november: integer().notNull(),
    december: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId] })],
);

/** Whole months that count, of whoever the registry does not tell them of: interim, part-years, appointments elsewhere. */
export const countedMonths = sqliteTable(
  'counted_months',
  {
    year: integer().notNull(),
    personId: of(),
    months: integer().notNull(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId] })],
);

/** A definitive disciplinary sanction of the year (`SAN-1`). */
export const sanction = sqliteTable(
  'sanction',
  {
    year: integer().notNull(),
    personId: of(),
    kind: text().$type<Sanction>().notNull(),
    decidedOn: text().$type<IsoDate>().notNull(),
    act: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId, table.kind, table.decidedOn] })],
);

/** Incentives of law received in the year (`BAL-1`). */
export const lawIncentive = sqliteTable(
  'law_incentive',
  {
    year: integer().notNull(),
    personId: of(),
    label: text().notNull(),
    amount: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId, table.label] })],
);

/** What is taken off an EQ's pay for incentives of law, in percent (`PAY-Q`). */
export const incentiveReduction = sqliteTable(
  'incentive_reduction',
  {
    year: integer().notNull(),
    personId: of(),
    reduction: text().notNull(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId] })],
);

/** A named amount beside the result pay of an executive (`EXT-E`). */
export const executiveExtra = sqliteTable(
  'executive_extra',
  {
    year: integer().notNull(),
    personId: of(),
    label: text().notNull(),
    amount: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId, table.label] })],
);

/** Who comes first among equals at a cut (`UPL-E`, `UPL-W`). */
export const tieBreak = sqliteTable(
  'tie_break',
  {
    year: integer().notNull(),
    personId: of(),
    rank: integer().notNull(),
    criterion: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId] })],
);
