import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId } from '../identity/model.ts';
import { account } from '../identity/schema.ts';
import type { Role } from '../permissions/roles.ts';

/** The accounts that the sign-in page of the demo lists, with the role each is there to show. */
export const demoAccount = sqliteTable('demo_account', {
  accountId: text()
    .$type<AccountId>()
    .primaryKey()
    .references(() => account.id),
  role: text().$type<Role>().notNull(),
});
