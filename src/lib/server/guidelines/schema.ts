import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { person, unit } from '../organisation/schema.ts';

const direction = () =>
  text()
    .$type<UnitId>()
    .notNull()
    .references(() => unit.id);

/** What the mayor or a councillor says of a direction, by the four factors of `SET-A`. */
export const guideline = sqliteTable(
  'guideline',
  {
    year: integer().notNull(),
    unitId: direction(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    objectives: text().notNull(),
    participation: text().notNull(),
    interaction: text().notNull(),
    innovation: text().notNull(),
    note: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.unitId, table.personId] })],
);

/** What the Nucleo and the Segretario Generale award to who leads a direction (`MAN-1` to `MAN-3`). */
export const managerialAward = sqliteTable(
  'managerial_award',
  {
    year: integer().notNull(),
    unitId: direction(),
    planning: text().notNull(),
    timeliness: text().notNull(),
    eqObjectives: text().notNull(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.unitId] })],
);
