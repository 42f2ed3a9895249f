import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { UnitId } from '../organisation/model.ts';
import { unit } from '../organisation/schema.ts';

/** `GATE-1` */
export const budgetBalance = sqliteTable('budget_balance', {
  year: integer().primaryKey(),
  achieved: integer({ mode: 'boolean' }).notNull(),
  /** The shortfall stems from choices of the Administration. */
  waiver: integer({ mode: 'boolean' }).notNull(),
  source: text(),
});

/** A ranking of the quality of life (`ENT-A`). */
export const ranking = sqliteTable(
  'ranking',
  {
    year: integer().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    of: integer().notNull(),
    source: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.name] })],
);

/** The collection of residuals of a title of the budget (`ENT-B`). */
export const residual = sqliteTable(
  'residual',
  {
    year: integer().notNull(),
    title: text().notNull(),
    collected: text().notNull(),
    assessed: text().notNull(),
    source: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.title] })],
);

/** Whether a direction paid its invoices in time (`PEN-P`). */
export const paymentTime = sqliteTable(
  'payment_time',
  {
    year: integer().notNull(),
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
    late: integer({ mode: 'boolean' }).notNull(),
    source: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.unitId] })],
);
