import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who did what to which record. Rows are only ever added: triggers refuse the rest, the chain of digests tells. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    sequence: integer().primaryKey(),
    /** UTC, to the second. */
    at: text().notNull(),
    /** Person id; `accordo` for the program itself, `terminal` for a command line. */
    actor: text().notNull(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** JSON of what was there; null: nothing. */
    before: text(),
    /** JSON of what is there now; null: nothing. */
    after: text(),
    digest: text().notNull(),
  },
  (table) => [index('audit_entry_subject').on(table.subjectKind, table.subjectId)],
);

/** How many entries there must be, sealed: so that rows cut off at the end are missed too. One row. */
export const auditHead = sqliteTable('audit_head', {
  id: integer().primaryKey(),
  count: integer().notNull(),
  digest: text().notNull(),
});
