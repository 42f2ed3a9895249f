import { and, eq, lte, ne } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import type { AccountId } from './model.ts';
import { account, session } from './schema.ts';

export type SessionRow = typeof session.$inferSelect;

/** A session with the account it belongs to; null if there is none, or the account is disabled. */
export function withAccount(
  db: Reader,
  id: string,
): Promise<{ readonly session: SessionRow; readonly personId: PersonId } | null> {
  const row = db
    .select({ session, personId: account.personId })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(and(eq(session.id, id), eq(account.disabled, false)))
    .get();
  return Promise.resolve(row ?? null);
}

export function ofAccount(db: Reader, accountId: AccountId): Promise<SessionRow[]> {
  return Promise.resolve(db.select().from(session).where(eq(session.accountId, accountId)).all());
}

export function insert(db: Writer, row: SessionRow): Promise<void> {
  db.insert(session).values(row).run();
  return Promise.resolve();
}

export function setExpiry(db: Writer, id: string, expiresAt: number): Promise<void> {
  db.update(session).set({ expiresAt }).where(eq(session.id, id)).run();
  return Promise.resolve();
}

/** True if the session was there. */
export function remove(db: Writer, id: string): Promise<boolean> {
  const { changes } = db.delete(session).where(eq(session.id, id)).run();
  return Promise.resolve(changes === 1);
}

/** Ends all sessions of an account, but the one named. */
export function removeOf(db: Writer, accountId: AccountId, except: string | null = null): Promise<void> {
  const others = except === null ? undefined : ne(session.id, except);
  db.delete(session)
    .where(and(eq(session.accountId, accountId), others))
    .run();
  return Promise.resolve();
}

export function removeExpired(db: Writer, now: number): Promise<void> {
  db.delete(session).where(lte(session.expiresAt, now)).run();
  return Promise.resolve();
}
