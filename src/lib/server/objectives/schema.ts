import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { person, unit } from '../organisation/schema.ts';
import type { Better, ObjectiveId, ObjectiveKind, ObjectiveLevel, ReportPhase } from './model.ts';

const by = () =>
  text()
    .$type<PersonId>()
    .references(() => person.id);

/** A *silo di valore pubblico* of a year. */
export const silo = sqliteTable('silo', {
  id: text().primaryKey(),
  year: integer().notNull(),
  name: text().notNull(),
  /** Percent, as given from outside; null: what the objectives come to (`SET-B2`). */
  achievement: text(),
});

/** An objective of any level, from the strategic goal of the DUP to that of a person. */
export const objective = sqliteTable(
  'objective',
  {
    id: text().$type<ObjectiveId>().primaryKey(),
    year: integer().notNull(),
    level: text().$type<ObjectiveLevel>().notNull(),
    /** What it serves; null: nothing above it, or not said yet. */
    parentId: text().$type<ObjectiveId>(),
    title: text().notNull(),
    description: text(),
    /** The direction of an executive objective, the service of an EQ's; null above them. */
    unitId: text()
      .$type<UnitId>()
      .references(() => unit.id),
    siloId: text().references(() => silo.id),
    /** Of an executive objective only. */
    kind: text().$type<ObjectiveKind>(),
    /** Among the objectives of the direction and of the silo; null: 1. */
    weight: text(),
    assignedAt: text(),
    assignedBy: by(),
    /** Percent, by who reports it; null: not reported. */
    reported: text(),
    reportedAt: text(),
    reportedBy: by(),
    /** Percent, by who certifies it; null: not certified. */
    certified: text(),
    certificationReason: text(),
    certifiedAt: text(),
    certifiedBy: by(),
  },
  (table) => [
    index('objective_year').on(table.year, table.level),
    index('objective_parent').on(table.parentId),
    index('objective_unit').on(table.unitId),
  ],
);

const objectiveId = () =>
  text()
    .$type<ObjectiveId>()
    .notNull()
    .references(() => objective.id);

/** What an objective is measured by (`OBJ-A`). */
export const objectiveIndicator = sqliteTable(
  'objective_indicator',
  {
    id: text().primaryKey(),
    objectiveId: objectiveId(),
    name: text().notNull(),
    measure: text(),
    better: text().$type<Better>().notNull(),
    baseline: text(),
    target: text().notNull(),
    /** Null: not measured yet. */
    measured: text(),
    weight: text(),
  },
  (table) => [index('objective_indicator_objective').on(table.objectiveId)],
);

/** Whose objective it is: an executive's own, an EQ's, an employee's; a group's has many. */
export const objectiveOwner = sqliteTable(
  'objective_owner',
  {
    objectiveId: objectiveId(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    /** Among the objectives of the person; null: 1. */
    weight: text(),
    acceptedAt: text(),
    remark: text(),
  },
  (table) => [
    primaryKey({ columns: [table.objectiveId, table.personId] }),
    index('objective_owner_person').on(table.personId),
  ],
);

/** What is reported of an objective at mid-year and at the end. */
export const objectiveReport = sqliteTable(
  'objective_report',
  {
    id: integer().primaryKey(),
    objectiveId: objectiveId(),
    phase: text().$type<ReportPhase>().notNull(),
    remarks: text().notNull(),
    at: text().notNull(),
    by: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    attachmentName: text(),
    attachmentType: text(),
    attachment: blob({ mode: 'buffer' }),
  },
  (table) => [index('objective_report_objective').on(table.objectiveId)],
);
