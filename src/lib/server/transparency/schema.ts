import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { UnitId } from '../organisation/model.ts';
import { unit } from '../organisation/schema.ts';

/** A monitored measure of transparency or against corruption in a direction (`PEN-T`). */
export const transparencyMeasure = sqliteTable(
  'transparency_measure',
  {
    year: integer().notNull(),
    unitId: text()
      .$type<UnitId>()
      .notNull()
      .references(() => unit.id),
    /** 1–10, in the order of R §3.1, item 4. */
    measure: integer().notNull(),
    reported: integer({ mode: 'boolean' }).notNull(),
    findings: integer().notNull(),
    note: text(),
  },
  (table) => [primaryKey({ columns: [table.year, table.unitId, table.measure] })],
);
