import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ListId } from '../lists/list-ids.ts';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { ImportState } from './model.ts';

/** A file that somebody brought, and what became of it. */
export const importRun = sqliteTable(
  'import_run',
  {
    id: text().primaryKey(),
    list: text().$type<ListId>().notNull(),
    /** Null: the list is not kept by year. */
    year: integer(),
    fileName: text().notNull(),
    /** SHA-256 of the file, in hexadecimal. */
    fileDigest: text().notNull(),
    at: text().notNull(),
    by: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    state: text().$type<ImportState>().notNull(),
    /** JSON of the columns found and what each is taken for; null: the file has not been read. */
    mapping: text(),
    /** Whether records that are not in the file are taken out. */
    removesMissing: integer({ mode: 'boolean' }).notNull(),
    /** JSON: how many records are new, changed, gone and the same, and how many faults. */
    counts: text(),
    /** JSON of why the file could not be read; null: it could. */
    refusal: text(),
    settledAt: text(),
    settledBy: text()
      .$type<PersonId>()
      .references(() => person.id),
  },
  (table) => [index('import_run_at').on(table.at)],
);

/** What an import would change, until it is applied or dropped. */
export const importChange = sqliteTable(
  'import_change',
  {
    importId: text()
      .notNull()
      .references(() => importRun.id),
    sequence: integer().notNull(),
    kind: text().$type<'new' | 'changed' | 'gone'>().notNull(),
    /** Where in the file; null: it is not in the file. */
    sheet: text(),
    row: integer(),
    key: text().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sequence] })],
);

/** Why an import is refused: where in the file, and what is wrong. */
export const importFault = sqliteTable(
  'import_fault',
  {
    importId: text()
      .notNull()
      .references(() => importRun.id),
    sequence: integer().notNull(),
    sheet: text(),
    row: integer(),
    /** The column's letters in the file, and its title there. */
    column: text(),
    columnTitle: text(),
    /** JSON of the fault. */
    fault: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sequence] })],
);

/** What the columns of a file with these titles were taken for the last time. */
export const importMapping = sqliteTable(
  'import_mapping',
  {
    list: text().$type<ListId>().notNull(),
    /** The titles of the file's columns as JSON. */
    titles: text().notNull(),
    /** JSON: what each column is taken for. */
    mapping: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.list, table.titles] })],
);
