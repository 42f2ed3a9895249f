import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A year whose cycle was opened: what is entered for it is in the lists. */
export const cycleYear = sqliteTable('cycle_year', {
  year: integer().primaryKey(),
  /** One of the regulations that the program holds. */
  regulation: text().notNull(),
});
