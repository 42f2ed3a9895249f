import { randomBytes, randomUUID } from 'node:crypto';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import { daysLater } from '#core/calendar/iso-date.ts';
import { recorded, type Actor } from '../audit/trail.ts';
import { today } from '../calendar/today.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import * as grants from '../permissions/store.ts';
import type { GrantedRole } from '../permissions/roles.ts';
import * as store from './account-store.ts';
import type { AccountId } from './model.ts';
import { normalLogin } from './login.ts';
import { hashPassword } from './passwords.ts';
import * as sessions from './sessions.ts';

/** What the administrator sees of an account. */
export interface Account {
  readonly id: AccountId;
  readonly person: PersonId;
  readonly name: string;
  readonly login: string;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly grants: readonly grants.Grant[];
}

export type AccountFault =
  'unknown' | 'loginTaken' | 'loginOdd' | 'hasAccount' | 'lastAdministrator' | 'ownAccount';

export type AccountOutcome<Made = object> =
  ({ readonly ok: true } & Made) | { readonly ok: false; readonly fault: AccountFault };

const refused = (fault: AccountFault) => ({ ok: false, fault }) as const;

/** An account with the roles given today; null if there is none. */
export async function account(db: Reader, id: string): Promise<Account | null> {
  const row = await store.byId(db, id as AccountId);
  return row === null ? null : shown(db, row);
}

export async function accountOfPerson(db: Reader, person: PersonId): Promise<Account | null> {
  const row = await store.ofPerson(db, person);
  return row === null ? null : shown(db, row);
}

async function shown(db: Reader, row: store.AccountRow): Promise<Account> {
  return {
    id: row.id,
    person: row.personId,
    name: (await store.namesOf(db, row.personId)).join(' '),
    login: row.login,
    disabled: row.disabled,
    secondFactor: row.totpSecret !== null,
    mustChangePassword: row.mustChangePassword,
    grants: await grants.grantsOn(db, row.personId, today()),
  };
}

const ACCOUNTS_A_PAGE = 50;

/** A page of accounts, by family name; the first is 1. */
export async function listAccounts(
  db: Reader,
  words: string,
  page: number,
): Promise<{ readonly accounts: readonly store.Listed[]; readonly total: number; readonly pages: number }> {
  const offset = (page - 1) * ACCOUNTS_A_PAGE;
  const { accounts, total } = await store.list(db, words, { offset, limit: ACCOUNTS_A_PAGE });
  return { accounts, total, pages: Math.max(1, Math.ceil(total / ACCOUNTS_A_PAGE)) };
}

/** Letters, digits and what mail addresses have: nothing that could be mistaken on a list. */
const LOGIN = /^[a-z0-9][a-z0-9._@+-]{1,99}$/;

/** Whether a login, in small letters, is one. */
export function isLogin(login: string): boolean {
  return LOGIN.test(login);
}

/**
 * Makes an account for a person who has none. The password is shown once and has to be changed at the first sign-in.
 */
export async function createAccount(
  portal: Portal,
  by: Actor,
  person: PersonId,
  login: string,
): Promise<AccountOutcome<{ readonly id: AccountId; readonly password: string }>> {
  const name = normalLogin(login);
  if (!isLogin(name)) return refused('loginOdd');
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  return recorded(portal, by, async (write, record) => {
    if ((await store.namesOf(write, person)).length === 0) return refused('unknown');
    if ((await store.ofPerson(write, person)) !== null) return refused('hasAccount');
    if ((await store.byLogin(write, name)) !== null) return refused('loginTaken');
    const id = randomUUID() as string as AccountId;
    await store.insert(write, [newAccount({ id, personId: person, login: name, passwordHash })]);
    await record({
      action: 'account.create',
      subject: { kind: 'person', id: person },
      after: { login: name },
    });
    return { ok: true, id, password };
  });
}

/** An account as it begins: in use, without a second factor, with a password that somebody else knows. */
export function newAccount(
  fields: Pick<store.AccountRow, 'id' | 'personId' | 'login' | 'passwordHash'>,
): store.AccountRow {
  return { ...fields, mustChangePassword: true, disabled: false, totpSecret: null };
}

/** Four groups that can be read out on the telephone. */
function firstPassword(): string {
  return randomBytes(12).toString('hex').match(/.{6}/g)!.join('-');
}

/** Gives an account a first password again, as when it was made; its sessions and a link for a new one end. */
export async function newPassword(
  portal: Portal,
  by: PersonId,
  id: AccountId,
): Promise<AccountOutcome<{ readonly password: string }>> {
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  return change(portal, by, id, 'account.password.renew', async (write) => {
    await store.update(write, id, { passwordHash, mustChangePassword: true });
    await store.setReset(write, id, null);
    return { ok: true, password };
  });
}

/** Takes away the second factor of somebody who lost it; a role that needs one asks for a new one at the next sign-in. */
export function removeSecondFactor(portal: Portal, by: PersonId, id: AccountId): Promise<AccountOutcome> {
  return change(portal, by, id, 'account.secondFactor.remove', async (write) => {
    await store.update(write, id, { totpSecret: null });
    await store.setRecoveryCodes(write, id, []);
    return { ok: true };
  });
}

/** Closes or opens an account; closed, nobody gets in with it. The own and the last administrator's stay open. */
export function setDisabled(
  portal: Portal,
  by: PersonId,
  id: AccountId,
  disabled: boolean,
): Promise<AccountOutcome> {
  return change(portal, by, id, disabled ? 'account.disable' : 'account.enable', async (write, row) => {
    if (disabled && row.personId === by) return refused('ownAccount');
    if (disabled && (await isLastAdministrator(write, row.personId))) return refused('lastAdministrator');
    await store.update(write, id, { disabled });
    await store.setReset(write, id, null);
    return { ok: true };
  });
}

export function endSessions(portal: Portal, by: PersonId, id: AccountId): Promise<AccountOutcome> {
  return change(portal, by, id, 'account.sessions.end', () => Promise.resolve({ ok: true }));
}

/**
 * Gives a role from today on; one that is held already gets the last day.
 *
 * @param until the last day; null: until further notice
 */
export function grantRole(
  portal: Portal,
  by: PersonId,
  id: AccountId,
  role: GrantedRole,
  until: IsoDate | null,
): Promise<AccountOutcome> {
  return change(portal, by, id, 'role.grant', async (write, row) => {
    const ends = role === 'administrator' && until !== null;
    if (ends && (await isLastAdministrator(write, row.personId))) return refused('lastAdministrator');
    const held = await heldGrants(write, row.personId, role);
    for (const { id } of held) await grants.setLastDay(write, id, until);
    if (held.length === 0) await grants.grant(write, row.personId, role, today(), until);
    return { ok: true };
  });
}

/** Takes a role away, today. The last administrator keeps it: otherwise nobody could give it again. */
export function withdrawRole(
  portal: Portal,
  by: PersonId,
  id: AccountId,
  role: GrantedRole,
): Promise<AccountOutcome> {
  return change(portal, by, id, 'role.withdraw', async (write, row) => {
    if (role === 'administrator' && (await isLastAdministrator(write, row.personId)))
      return refused('lastAdministrator');
    for (const held of await heldGrants(write, row.personId, role))
      await grants.withdraw(write, held.id, daysLater(today(), -1));
    return { ok: true };
  });
}

async function heldGrants(db: Reader, person: PersonId, role: GrantedRole): Promise<grants.Grant[]> {
  return (await grants.grantsOn(db, person, today())).filter((grant) => grant.role === role);
}

/** Whether a person is administrator and nobody else is who can sign in, until further notice. */
async function isLastAdministrator(db: Reader, person: PersonId): Promise<boolean> {
  if ((await heldGrants(db, person, 'administrator')).length === 0) return false;
  return (await store.countOtherHolders(db, 'administrator', today(), person)) === 0;
}

/** A change of an account: on record with the account before and after, and all its sessions end. */
function change<Made extends object>(
  portal: Portal,
  by: PersonId,
  id: AccountId,
  action: string,
  work: (write: Writer, row: store.AccountRow) => Promise<AccountOutcome<Made>>,
): Promise<AccountOutcome<Made>> {
  return recorded(portal, by, async (write, record) => {
    const row = await store.byId(write, id);
    if (row === null) return refused('unknown');
    const before = onRecord(await shown(write, row));
    const outcome = await work(write, row);
    if (!outcome.ok) return outcome;
    await sessions.endAll(write, id);
    const after = onRecord(await shown(write, await existingRow(write, id)));
    await record({ action, subject: { kind: 'person', id: row.personId }, before, after });
    return outcome;
  });
}

async function existingRow(db: Reader, id: AccountId): Promise<store.AccountRow> {
  const row = await store.byId(db, id);
  if (row === null) throw new Error('an account vanished inside a transaction');
  return row;
}

function onRecord({ login, disabled, secondFactor, mustChangePassword, grants }: Account): object {
  const roles = grants.map(({ role, to }) => (to === null ? role : `${role} → ${to}`));
  return { login, disabled, secondFactor, mustChangePassword, roles };
}
