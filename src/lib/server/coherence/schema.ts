import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';

/** A figure that somebody declares and the portal computes too. */
export const declaredFigure = sqliteTable(
  'declared_figure',
  {
    year: integer().notNull(),
    figure: text().notNull(),
    /** A project, a silo, a direction; empty: the whole. */
    subject: text().notNull(),
    source: text().notNull(),
    relation: text().$type<'is' | 'atMost' | 'atLeast'>().notNull(),
    value: text().notNull(),
    /** With how many decimals it is written; null: those of the value. */
    decimals: integer(),
  },
  (table) => [primaryKey({ columns: [table.year, table.figure, table.subject, table.source] })],
);

/** Why a difference stands: it holds for the two figures it was written about and no others. */
export const justification = sqliteTable(
  'justification',
  {
    year: integer().notNull(),
    /** Of the incoherence, as the core names it. */
    key: text().notNull(),
    /** The figures it was written about, as they were shown. */
    figures: text().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
    by: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
  },
  (table) => [primaryKey({ columns: [table.year, table.key] })],
);
