import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { person, unit } from '../organisation/schema.ts';

/** The hours of training of a person in a year (`SET-D1`). */
export const trainingHours = sqliteTable(
  'training_hours',
  {
    year: integer().notNull(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    hours: text().notNull(),
    /** Days in service of the year where the registry does not know them; null: as the registry has them. */
    days: integer(),
    /** Why the hours are not asked of the person; null: they are. */
    exemption: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId] })],
);

/** How far a direction delivered training itself (`SET-D2`), 0–1. */
export const trainingDelivery = sqliteTable(
  'training_delivery',
  {
    year: integer().notNull(),
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
    degree: text().notNull(),
    note: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.unitId] })],
);
