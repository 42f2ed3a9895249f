import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { UnitId } from '../organisation/model.ts';
import { unit } from '../organisation/schema.ts';
import type { Dimension, ImprovesWhen, VolumeKind } from './model.ts';

/** A service to the public or to the house, of the *portafoglio dei servizi* (R §3.1, item 2 C). */
export const portfolioService = sqliteTable(
  'portfolio_service',
  {
    id: text().primaryKey(),
    number: integer().notNull(),
    name: text().notNull(),
    /** The heading under which the portfolio lists it. */
    area: text().notNull(),
    /** The service or the direction that answers for it. */
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
  },
  (table) => [index('portfolio_service_unit').on(table.unitId)],
);

const serviceId = () =>
  text()
    .notNull()
    .references(() => portfolioService.id);

/** What a service produced in a year, and how many used it. */
export const serviceVolume = sqliteTable(
  'service_volume',
  {
    serviceId: serviceId(),
    year: integer().notNull(),
    kind: text().$type<VolumeKind>().notNull(),
    name: text().notNull(),
    value: text(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.year, table.kind, table.name] })],
);

export const serviceIndicator = sqliteTable(
  'service_indicator',
  {
    id: text().primaryKey(),
    serviceId: serviceId(),
    name: text().notNull(),
    dimension: text().$type<Dimension>().notNull(),
    measure: text(),
    better: text().$type<ImprovesWhen>().notNull(),
  },
  (table) => [index('service_indicator_service').on(table.serviceId)],
);

/** An indicator in a year: the history is the years before. */
export const indicatorResult = sqliteTable(
  'indicator_result',
  {
    indicatorId: text()
      .notNull()
      .references(() => serviceIndicator.id),
    year: integer().notNull(),
    standard: text(),
    /** The standard as it was changed in the year; null: it was not. */
    changedStandard: text(),
    value: text(),
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.indicatorId, table.year] }),
    index('indicator_result_year').on(table.year),
  ],
);
