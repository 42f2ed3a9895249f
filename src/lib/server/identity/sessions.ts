import { createHash, randomBytes } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { daysLater, type IsoDate } from '#core/calendar/iso-date.ts';
import { today } from '../calendar/today.ts';
import type { Portal, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import type { AccountId, SessionStage, SignInMethod } from './model.ts';
import * as store from './session-store.ts';

/**
 * The only module that knows lucia, which is frozen upstream: whatever takes its place keeps these functions. See
 * docs/decisions/0006-identity.md
 */
export interface SessionFacts {
  readonly createdOn: IsoDate;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  /** The roles at sign-in, as `rolesText` writes them. */
  readonly roles: string;
  readonly device: string;
}

export interface Session extends SessionFacts {
  /** What stands in the database; the cookie's token cannot be computed from it. */
  readonly id: string;
  readonly account: AccountId;
  readonly person: PersonId;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionFacts, { readonly person: PersonId }>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: { readonly person: PersonId };
    UserId: AccountId;
  }
}

/** A working day: whoever comes back the next morning signs in again. */
const LIFETIME = new TimeSpan(12, 'h');
/** However often it is used: a cookie that somebody copied does not live on for ever. */
const LONGEST_DAYS = 7;
const HOUR = 3600;
const TOKEN_BYTES = 32;

/** Begins a session. The token goes into the cookie and nowhere else. */
export async function begin(
  portal: Portal,
  account: AccountId,
  facts: Omit<SessionFacts, 'createdOn'>,
): Promise<{ readonly token: string; readonly id: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const lucia = luciaOf(portal);
  await lucia.deleteExpiredSessions();
  const { id } = await lucia.createSession(
    account,
    { ...facts, createdOn: today() },
    { sessionId: idOf(token) },
  );
  return { token, id };
}

/** The session of a cookie's token, kept alive; null if it has ended, is over a week old, or its account is disabled. */
export async function find(portal: Portal, token: string): Promise<Session | null> {
  const { session, user } = await luciaOf(portal).validateSession(idOf(token));
  if (session === null) return null;
  if (session.createdOn < daysLater(today(), -LONGEST_DAYS)) {
    await end(portal, session.id);
    return null;
  }
  const { id, createdOn, stage, method, roles, device } = session;
  return { id, account: user.id, person: user.person, createdOn, stage, method, roles, device };
}

export interface ListedSession {
  readonly id: string;
  readonly createdOn: IsoDate;
  readonly device: string;
  readonly method: SignInMethod;
}

/** The running sessions of an account, the latest day first. */
export async function list(portal: Portal, account: AccountId): Promise<ListedSession[]> {
  const sessions = await luciaOf(portal).getUserSessions(account);
  return sessions
    .map(({ id, createdOn, device, method }) => ({ id, createdOn, device, method }))
    .sort((a, b) => (a.createdOn < b.createdOn ? 1 : -1));
}

/** Ends a session. False if it had ended before. */
export function end(portal: Portal, id: string): Promise<boolean> {
  return portal.transaction((write) => store.remove(write, id));
}

/** Whether a session has not been ended, inside a transaction that depends on it. */
export async function isRunning(write: Writer, id: string): Promise<boolean> {
  return (await store.withAccount(write, id)) !== null;
}

export async function endByToken(portal: Portal, token: string): Promise<void> {
  await end(portal, idOf(token));
}

/** Ends all sessions of an account inside a transaction that has more to do, such as disabling it. */
export function endAll(write: Writer, account: AccountId, except: string | null = null): Promise<void> {
  return store.removeOf(write, account, except);
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const known = new WeakMap<Portal, Lucia<SessionFacts, { readonly person: PersonId }>>();

function luciaOf(portal: Portal): Lucia<SessionFacts, { readonly person: PersonId }> {
  const lucia =
    known.get(portal) ??
    new Lucia(adapterOf(portal), {
      sessionExpiresIn: LIFETIME,
      getSessionAttributes: ({ createdOn, stage, method, roles, device }) => ({
        createdOn,
        stage,
        method,
        roles,
        device,
      }),
      getUserAttributes: ({ person }) => ({ person }),
    });
  known.set(portal, lucia);
  return lucia;
}

/** Ends are put off to the full hour: an exact one would tell when its owner was at the portal last. */
const wholeHour = (date: Date) => Math.ceil(date.getTime() / 1000 / HOUR) * HOUR;

function adapterOf(portal: Portal): Adapter {
  return {
    async getSessionAndUser(id) {
      const found = await store.withAccount(portal.read, id);
      if (!found) return [null, null];
      const user = { id: found.session.accountId, attributes: { person: found.personId } };
      return [databaseSession(found.session), user];
    },
    getUserSessions: async (account) => (await store.ofAccount(portal.read, account)).map(databaseSession),
    setSession: ({ id, userId, expiresAt, attributes }) =>
      portal.transaction((write) =>
        store.insert(write, { id, accountId: userId, expiresAt: wholeHour(expiresAt), ...attributes }),
      ),
    updateSessionExpiration: (id, expiresAt) =>
      portal.transaction((write) => store.setExpiry(write, id, wholeHour(expiresAt))),
    deleteSession: async (id) => {
      await end(portal, id);
    },
    deleteUserSessions: (account) => portal.transaction((write) => store.removeOf(write, account)),
    deleteExpiredSessions: () =>
      portal.transaction((write) => store.removeExpired(write, Math.floor(Date.now() / 1000))),
  };
}

function databaseSession({ id, accountId, expiresAt, ...attributes }: store.SessionRow): DatabaseSession {
  return { id, userId: accountId, expiresAt: new Date(expiresAt * 1000), attributes };
}
