import type { Portal, Reader } from '../database/database.ts';
import { SECOND_FACTOR_ROLES, type Role } from '../permissions/roles.ts';
import { subjectOf } from '../permissions/subject.ts';
import { today } from '../calendar/today.ts';
import * as accounts from './account-store.ts';
import type { AccountId, SessionStage, SignInMethod } from './model.ts';
import { isPassword } from './passwords.ts';
import { normalLogin } from './login.ts';
import * as sessions from './sessions.ts';
import type { Throttle } from './throttle.ts';

/** Where a request came from: for counting tries and for the owner's list of sessions. */
export interface Visitor {
  readonly address: string;
  readonly device: string;
}

export type SignIn =
  | { readonly ok: true; readonly token: string; readonly stage: SessionStage }
  /** Login or password, nobody learns which. */
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'wait'; readonly seconds: number };

/** Signs in with login and password. Unknown login, disabled account and wrong password are one answer. */
export async function withPassword(
  portal: Portal,
  throttle: Throttle,
  { login, password }: { readonly login: string; readonly password: string },
  visitor: Visitor,
): Promise<SignIn> {
  const name = normalLogin(login);
  const permission = await throttle.attempt('password', name, visitor.address);
  if (!permission.allowed) return { ok: false, reason: 'wait', seconds: permission.seconds };
  const account = await accounts.byLogin(portal.read, name);
  const usable = account !== null && !account.disabled;
  if (!(await isPassword(password, usable ? account.passwordHash : null)) || !usable)
    return { ok: false, reason: 'wrong' };
  await permission.forgive();
  return { ok: true, ...(await open(portal, account, 'password', false, visitor.device)) };
}

/**
 * Begins a session with what is still missing, and ends the one before: its id never outlives a step of the sign-in.
 * If something that ends the account's sessions happened since the account was read or the one before was found, it
 * ends this one too, and the token opens nothing.
 *
 * @param secondFactor whether one was given already
 */
export async function open(
  portal: Portal,
  account: accounts.AccountRow,
  method: SignInMethod,
  secondFactor: boolean,
  device: string,
  previous: string | null = null,
): Promise<{ readonly token: string; readonly stage: SessionStage }> {
  const { roles } = await subjectOf(portal.read, account.personId, today());
  const stage = stageOf(account, roles, method, secondFactor);
  const { token, id } = await sessions.begin(portal, account.id, {
    stage,
    method,
    roles: rolesText(roles),
    device,
  });
  const goesOn =
    previous === null ? await isAsRead(portal.read, account) : await sessions.end(portal, previous);
  if (!goesOn) await sessions.end(portal, id);
  return { token, stage };
}

/** Looking at a password takes its time: the account may have been closed meanwhile, or been given another one. */
async function isAsRead(db: Reader, account: accounts.AccountRow): Promise<boolean> {
  const { disabled, passwordHash, totpSecret } = await existing(db, account.id);
  return !disabled && passwordHash === account.passwordHash && totpSecret === account.totpSecret;
}

/** Goes on after a step of the sign-in, or after a change of what it needs, with a new session. */
export async function goOn(
  portal: Portal,
  session: sessions.Session,
): Promise<{ readonly token: string; readonly stage: SessionStage }> {
  const account = await existing(portal.read, session.account);
  // Giving the second factor is the first step: whoever is past it has given it, if there is one. In an open session
  // the provider may have vouched for it.
  const secondFactor = account.totpSecret !== null || session.stage === 'open';
  return open(portal, account, session.method, secondFactor, session.device, session.id);
}

export async function existing(db: Reader, id: AccountId): Promise<accounts.AccountRow> {
  const account = await accounts.byId(db, id);
  if (account === null) throw new Error('a session without an account');
  return account;
}

/** The steps in their order: the second factor first, so that a stolen password alone changes nothing. */
function stageOf(
  account: accounts.AccountRow,
  roles: readonly Role[],
  method: SignInMethod,
  secondFactor: boolean,
): SessionStage {
  if (account.totpSecret !== null && !secondFactor) return 'secondFactor';
  if (account.mustChangePassword && method === 'password') return 'newPassword';
  if (roles.some((role) => SECOND_FACTOR_ROLES.has(role)) && !secondFactor) return 'secondFactorSetup';
  return 'open';
}

/** Roles as a session keeps them, to notice that they are others. */
export function rolesText(roles: readonly Role[]): string {
  return [...roles].sort().join(' ');
}
