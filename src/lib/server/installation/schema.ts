import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';

/** What this portal is: an example to look at, or a body's own. One row, written once. */
export const installation = sqliteTable('installation', {
  id: integer().primaryKey(),
  mode: text().$type<'demo' | 'real'>().notNull(),
  entityName: text().notNull(),
  /** Tells the portal's key from another: a database restored without its key must say so. */
  keyCheck: text().notNull(),
  since: text().$type<IsoDate>().notNull(),
});
