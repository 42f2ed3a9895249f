import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { ListId } from './list-ids.ts';

/**
 * Everything that was ever said in the lists: who wrote which record when. It tells where a figure comes from, and what an
 * import has to put back when it is undone.
 */
export const recordChange = sqliteTable(
  'record_change',
  {
    id: integer().primaryKey(),
    list: text().$type<ListId>().notNull(),
    /** Null: the list is not kept by year. */
    year: integer(),
    /** The record's key: JSON of the texts of its key columns. */
    key: text().notNull(),
    at: text().notNull(),
    /** Null: the program itself, when it made the demo. */
    by: text()
      .$type<PersonId>()
      .references(() => person.id),
    /** The import that wrote it; null: it was written by hand. */
    importId: text(),
    /** JSON of the record; null: there was none. */
    before: text(),
    /** Null: it was taken out. */
    after: text(),
  },
  (table) => [
    index('record_change_record').on(table.list, table.key),
    index('record_change_import').on(table.importId),
    // Taking a person out asks whether anybody's word is theirs.
    index('record_change_by').on(table.by),
  ],
);
