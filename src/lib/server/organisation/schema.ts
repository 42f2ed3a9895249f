import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { AppointmentKind, PersonId, UnitId, UnitKind } from './model.ts';

const validity = {
  validFrom: text().$type<IsoDate>().notNull(),
  /** The last day; null: until further notice. */
  validTo: text().$type<IsoDate>(),
};

/** A part of the body that keeps its identity when it is renamed or moved. */
export const unit = sqliteTable('unit', {
  id: text().$type<UnitId>().primaryKey(),
  kind: text().$type<UnitKind>().notNull(),
});

/** What a unit was called and which unit it stood in, from a day to a day. */
export const unitVersion = sqliteTable(
  'unit_version',
  {
    id: integer().primaryKey(),
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
    name: text().notNull(),
    /** Null: directly under the entity. */
    parentId: text()
      .$type<UnitId>()
      .references(() => unit.id),
    ...validity,
  },
  (table) => [
    index('unit_version_unit').on(table.unitId, table.validFrom),
    index('unit_version_parent').on(table.parentId),
  ],
);

export const person = sqliteTable(
  'person',
  {
    id: text().$type<PersonId>().primaryKey(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    /** In small letters. */
    mail: text().unique(),
    /** In capital letters. */
    taxCode: text().unique(),
    staffNumber: text().unique(),
    /** Names, staff number and mail without accents and in small letters, family name first: `searchText` makes it. */
    searchText: text().notNull(),
  },
  (table) => [index('person_search_text').on(table.searchText)],
);

/** Where a person works. */
export const assignment = sqliteTable(
  'assignment',
  {
    id: integer().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
    /** Part of the working time, in percent, 1–100. */
    share: integer().notNull(),
    ...validity,
  },
  (table) => [index('assignment_person').on(table.personId), index('assignment_unit').on(table.unitId)],
);

/** Whom a unit is entrusted to: an EQ with a service, an executive with a direction. */
export const appointment = sqliteTable(
  'appointment',
  {
    id: integer().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
    kind: text().$type<AppointmentKind>().notNull(),
    /** In the place of a holder who is missing, beside the own unit. */
    interim: integer({ mode: 'boolean' }).notNull(),
    ...validity,
  },
  (table) => [index('appointment_person').on(table.personId), index('appointment_unit').on(table.unitId)],
);

/** For which directions the mayor or a councillor answers. */
export const remit = sqliteTable(
  'remit',
  {
    id: integer().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
    ...validity,
  },
  (table) => [index('remit_person').on(table.personId)],
);
