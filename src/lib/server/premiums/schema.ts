import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';

/** What there is to divide in a year. Amounts in euro with two decimals. */
export const fund = sqliteTable('fund', {
  year: integer().primaryKey(),
  executives: text().notNull(),
  executivesUplift: text().notNull(),
  /** Null: derived from the fund (`PAY-E`). */
  firstBandAmount: text(),
  eqHolders: text().notNull(),
  employees: text().notNull(),
  source: text(),
});

/** A project of organisational performance (R §3.3). */
export const project = sqliteTable(
  'project',
  {
    id: text().primaryKey(),
    year: integer().notNull(),
    name: text().notNull(),
    funding: text().$type<'own' | 'third-party'>().notNull(),
    planned: text().notNull(),
    reported: text().notNull(),
  },
  (table) => [index('project_year').on(table.year)],
);

/** Who takes part in a project, with a share or with an amount, not both. */
export const projectBeneficiary = sqliteTable(
  'project_beneficiary',
  {
    projectId: text()
      .notNull()
      .references(() => project.id),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    share: text(),
    amount: text(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.personId] })],
);
