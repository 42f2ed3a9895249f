import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { AccountId } from '../identity/model.ts';
import { account } from '../identity/schema.ts';
import { person } from '../organisation/schema.ts';
import { ROLES, type Role } from '../permissions/roles.ts';
import { demoAccount } from './schema.ts';

export function add(db: Writer, row: { readonly accountId: AccountId; readonly role: Role }): Promise<void> {
  db.insert(demoAccount).values(row).run();
  return Promise.resolve();
}

/** In the order of the roles. */
export function list(db: Reader): Promise<{ login: string; role: Role; name: string }[]> {
  const rows = db
    .select({
      login: account.login,
      role: demoAccount.role,
      givenName: person.givenName,
      familyName: person.familyName,
    })
    .from(demoAccount)
    .innerJoin(account, eq(account.id, demoAccount.accountId))
    .innerJoin(person, eq(person.id, account.personId))
    .all();
  return Promise.resolve(
    rows
      .map(({ login, role, givenName, familyName }) => ({ login, role, name: `${givenName} ${familyName}` }))
      .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role)),
  );
}

export function has(db: Reader, accountId: AccountId): Promise<boolean> {
  const row = db
    .select({ role: demoAccount.role })
    .from(demoAccount)
    .where(eq(demoAccount.accountId, accountId))
    .get();
  return Promise.resolve(row !== undefined);
}
