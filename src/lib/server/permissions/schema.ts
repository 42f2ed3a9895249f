import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { GrantedRole } from './roles.ts';

/** A role that the administrator gives; the others follow from assignments and appointments. */
export const roleGrant = sqliteTable(
  'role_grant',
  {
    id: integer().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    role: text().$type<GrantedRole>().notNull(),
    validFrom: text().$type<IsoDate>().notNull(),
    /** The last day; null: until further notice. */
    validTo: text().$type<IsoDate>(),
  },
  (table) => [index('role_grant_person').on(table.personId)],
);
