import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';

/** The behaviours on a person's sheet: six of an EQ holder (`EQ-3`), four of an employee (`EMP-3`). */
export const behaviours = sqliteTable(
  'behaviours',
  {
    year: integer().notNull(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    first: text().notNull(),
    second: text().notNull(),
    third: text().notNull(),
    fourth: text().notNull(),
    fifth: text(),
    sixth: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId] })],
);
