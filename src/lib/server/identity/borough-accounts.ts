import { hash } from '@node-rs/argon2';
import { sql } from 'drizzle-orm';
import type { Portal } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { BOROUGH, openBorough } from '../permissions/borough.ts';
import * as store from './account-store.ts';
import { newAccount } from './accounts.ts';
import type { AccountId } from './model.ts';
import { newTotpSecret } from './totp.ts';
import { throttle, type Throttle } from './throttle.ts';
import { lastStepsOf } from './used-codes.ts';

/** An account for everybody in the borough, for the tests of this feature. The login is the person's id. */

export const PASSWORD = 'giardino-42-nuvole';
export const VISITOR = { address: '10.0.0.1', device: 'Firefox, Linux' } as const;

/** Cheap, so that tests need not wait: what a hash costs stands in it. */
const passwordHash = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });

export const accountId = (who: string): AccountId => `account-of-${who}` as AccountId;

/** Opens the borough with an account for everybody in use; `close` removes it. */
export async function openBoroughWithAccounts(): Promise<{ portal: Portal; close: () => void }> {
  const opened = await openBorough();
  const accounts = BOROUGH.people.map(({ id }) => ({
    ...newAccount({ id: accountId(id), personId: id, login: id, passwordHash }),
    mustChangePassword: false,
  }));
  await opened.portal.transaction((write) => store.insert(write, accounts));
  return opened;
}

export async function rowOf(portal: Portal, who: string): Promise<store.AccountRow> {
  return (await store.byId(portal.read, accountId(who)))!;
}

export function setRow(
  portal: Portal,
  who: string,
  fields: Partial<Omit<store.AccountRow, 'id' | 'personId'>>,
): Promise<void> {
  return portal.transaction((write) => store.update(write, accountId(who), fields));
}

/** Gives somebody an authenticator that has shown no code yet. Returns its secret. */
export async function giveAuthenticator(portal: Portal, who: string): Promise<string> {
  const secret = newTotpSecret();
  await setRow(portal, who, { totpSecret: portal.keys.seal('totp', secret) });
  lastStepsOf(portal).delete(accountId(who));
  return secret;
}

/** Lets everybody try as often as a test needs. */
export const patience = (): Throttle => throttle({ free: 1000, freeAnywhere: 1000, perAddress: 1000 });

/** Everything that a table holds, as text. */
export function contentOf(portal: Portal, table: string): string {
  return JSON.stringify(portal.read.all(sql.raw(`select * from ${table}`)));
}

/** Everything that the database holds, as text. */
export function everythingIn(portal: Portal): string {
  const tables = portal.read.all<{ name: string }>(sql`select name from sqlite_schema where type = 'table'`);
  return tables.map(({ name }) => contentOf(portal, name)).join('\n');
}

export interface OnRecord {
  readonly actor: PersonId | 'accordo' | 'terminal';
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The audit trail, from the first entry. */
export function trailOf(portal: Portal): OnRecord[] {
  return portal.read
    .all<Record<'actor' | 'action' | 'subject', string> & Record<'before' | 'after', string | null>>(
      sql`select actor, action, subject_id as subject, "before", after from audit_entry order by sequence`,
    )
    .map(({ before, after, ...entry }) => ({
      ...entry,
      actor: entry.actor as OnRecord['actor'],
      before: JSON.parse(before ?? 'null') as unknown,
      after: JSON.parse(after ?? 'null') as unknown,
    }));
}
