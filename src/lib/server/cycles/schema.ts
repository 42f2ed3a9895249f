import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The data of a year as the core takes them in: one JSON document of the contract. */
export const cycleInput = sqliteTable('cycle_input', {
  year: integer().primaryKey(),
  document: text().notNull(),
});
