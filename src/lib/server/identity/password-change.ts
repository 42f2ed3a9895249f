import { createHash, randomBytes } from 'node:crypto';
import { recorded } from '../audit/trail.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import * as accounts from './account-store.ts';
import { normalLogin } from './login.ts';
import { hashPassword, isPassword, passwordWeakness, type PasswordWeakness } from './passwords.ts';
import * as sessions from './sessions.ts';
import { existing } from './sign-in.ts';
import type { Throttle } from './throttle.ts';

export type PasswordChange =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: PasswordWeakness | 'same' | 'wrong' }
  | { readonly ok: false; readonly reason: 'wait'; readonly seconds: number };

/** Whether the password is the one of the account; for what an open session alone may not do. */
export async function confirm(
  portal: Portal,
  throttle: Throttle,
  session: sessions.Session,
  password: string,
  address: string,
): Promise<PasswordChange> {
  const permission = await throttle.attempt('password', session.account, address);
  if (!permission.allowed) return { ok: false, reason: 'wait', seconds: permission.seconds };
  const { passwordHash } = await existing(portal.read, session.account);
  if (!(await isPassword(password, passwordHash))) return { ok: false, reason: 'wrong' };
  await permission.forgive();
  return { ok: true };
}

/** Sets the password of the own account; all other sessions end. Refused if this one has ended meanwhile. */
export async function changeOwn(
  portal: Portal,
  session: sessions.Session,
  password: string,
): Promise<PasswordChange> {
  const account = await existing(portal.read, session.account);
  if (await isPassword(password, account.passwordHash)) return { ok: false, reason: 'same' };
  const running = (write: Writer) => sessions.isRunning(write, session.id);
  const change = await set(portal, account, password, session.person, session.id, running);
  return change ?? { ok: false, reason: 'wrong' };
}

const HOUR = 3600;

/**
 * Gives out the token of a link with which the password of an account can be set within the hour and to the end of the
 * next: an exact end would tell when its owner was at the portal. Null if no account in use has this login or mail, or
 * no mail is known to send it to.
 */
export async function askReset(
  portal: Portal,
  loginOrMail: string,
): Promise<{ readonly token: string; readonly mail: string } | null> {
  const name = normalLogin(loginOrMail);
  const account =
    (await accounts.byLogin(portal.read, name)) ?? (await accounts.byPersonField(portal.read, 'mail', name));
  const mail = account && !account.disabled ? await accounts.mailOf(portal.read, account.personId) : null;
  if (!account || mail === null) return null;
  const token = randomBytes(32).toString('base64url');
  const now = Date.now() / 1000;
  const expiresAt = Math.ceil((now + HOUR) / HOUR) * HOUR;
  await portal.transaction(async (write) => {
    await accounts.removeExpiredResets(write, now);
    await accounts.setReset(write, account.id, { digest: digestOf(token), expiresAt });
  });
  return { token, mail };
}

/** True if the token of a link still counts. */
export async function isReset(db: Reader, token: string): Promise<boolean> {
  return (await resetAccount(db, token)) !== null;
}

/** Sets the password with the token of a link, which then counts no more; all sessions end. */
export async function reset(
  portal: Portal,
  token: string,
  password: string,
): Promise<PasswordChange | { readonly ok: false; readonly reason: 'stale' }> {
  const account = await resetAccount(portal.read, token);
  if (account === null) return { ok: false, reason: 'stale' };
  // Read again inside, so that of two requests with one token only the first counts.
  const unspent = (write: Writer) => isReset(write, token);
  const change = await set(portal, account, password, account.personId, null, unspent);
  return change ?? { ok: false, reason: 'stale' };
}

async function resetAccount(db: Reader, token: string): Promise<accounts.AccountRow | null> {
  const found = await accounts.byReset(db, digestOf(token));
  const counts = found !== null && found.expiresAt > Date.now() / 1000 && !found.account.disabled;
  return counts ? found.account : null;
}

/**
 * @param session the one that goes on
 * @param still whether the right to it still holds when the password is written
 * @returns null if it does not
 */
async function set(
  portal: Portal,
  account: accounts.AccountRow,
  password: string,
  by: PersonId,
  session: string | null,
  still: (write: Writer) => Promise<boolean>,
): Promise<PasswordChange | null> {
  const names = await accounts.namesOf(portal.read, account.personId);
  const weakness = passwordWeakness(password, [account.login, ...names]);
  if (weakness !== null) return { ok: false, reason: weakness };
  const passwordHash = await hashPassword(password);
  return recorded(portal, by, async (write, record) => {
    if (!(await still(write))) return null;
    await accounts.update(write, account.id, { passwordHash, mustChangePassword: false });
    await accounts.setReset(write, account.id, null);
    await sessions.endAll(write, account.id, session);
    await record({ action: 'account.password.set', subject: { kind: 'person', id: account.personId } });
    return { ok: true };
  });
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
