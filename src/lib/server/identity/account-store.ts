import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  gte,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { folded } from '../texts/folded.ts';
import { assignment, person } from '../organisation/schema.ts';
import type { GrantedRole } from '../permissions/roles.ts';
import { roleGrant } from '../permissions/schema.ts';
import type { AccountId } from './model.ts';
import { account, externalIdentity, passwordReset, recoveryCode } from './schema.ts';

/** An account with what is secret in it: it stays in this feature. */
export type AccountRow = typeof account.$inferSelect;

export function byLogin(db: Reader, login: string): Promise<AccountRow | null> {
  return one(db, eq(account.login, login));
}

export function byId(db: Reader, id: AccountId): Promise<AccountRow | null> {
  return one(db, eq(account.id, id));
}

export function ofPerson(db: Reader, personId: PersonId): Promise<AccountRow | null> {
  return one(db, eq(account.personId, personId));
}

function one(db: Reader, condition: SQL): Promise<AccountRow | null> {
  return Promise.resolve(db.select().from(account).where(condition).get() ?? null);
}

/** The account of the person with this mail or tax code; null if there is none. */
export function byPersonField(
  db: Reader,
  field: 'mail' | 'taxCode',
  value: string,
): Promise<AccountRow | null> {
  const row = db
    .select({ account })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(eq(person[field], value))
    .get();
  return Promise.resolve(row?.account ?? null);
}

export function byExternalIdentity(db: Reader, issuer: string, subject: string): Promise<AccountRow | null> {
  const row = db
    .select({ account })
    .from(externalIdentity)
    .innerJoin(account, eq(account.id, externalIdentity.accountId))
    .where(and(eq(externalIdentity.issuer, issuer), eq(externalIdentity.subject, subject)))
    .get();
  return Promise.resolve(row?.account ?? null);
}

/** True if the issuer already knows the holder of this account under some name. */
export function hasExternalIdentity(db: Reader, accountId: AccountId, issuer: string): Promise<boolean> {
  const row = db
    .select({ subject: externalIdentity.subject })
    .from(externalIdentity)
    .where(and(eq(externalIdentity.accountId, accountId), eq(externalIdentity.issuer, issuer)))
    .get();
  return Promise.resolve(row !== undefined);
}

export function tie(db: Writer, accountId: AccountId, issuer: string, subject: string): Promise<void> {
  db.insert(externalIdentity).values({ accountId, issuer, subject }).run();
  return Promise.resolve();
}

export function insert(db: Writer, rows: readonly AccountRow[]): Promise<void> {
  for (const row of rows) db.insert(account).values(row).run();
  return Promise.resolve();
}

export function update(
  db: Writer,
  id: AccountId,
  set: Partial<Omit<AccountRow, 'id' | 'personId'>>,
): Promise<void> {
  db.update(account).set(set).where(eq(account.id, id)).run();
  return Promise.resolve();
}

/** Takes the place of all recovery codes that were there. */
export function setRecoveryCodes(
  db: Writer,
  accountId: AccountId,
  digests: readonly string[],
): Promise<void> {
  db.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId)).run();
  for (const digest of digests) db.insert(recoveryCode).values({ accountId, digest }).run();
  return Promise.resolve();
}

/** True if the code was there; it is not any more. */
export function spendRecoveryCode(db: Writer, accountId: AccountId, digest: string): Promise<boolean> {
  const { changes } = db
    .delete(recoveryCode)
    .where(and(eq(recoveryCode.accountId, accountId), eq(recoveryCode.digest, digest)))
    .run();
  return Promise.resolve(changes === 1);
}

export function recoveryCodesLeft(db: Reader, accountId: AccountId): Promise<number> {
  const row = db
    .select({ left: count() })
    .from(recoveryCode)
    .where(eq(recoveryCode.accountId, accountId))
    .get();
  return Promise.resolve(row?.left ?? 0);
}

/** Only the last one asked for counts. */
export function setReset(
  db: Writer,
  accountId: AccountId,
  reset: { readonly digest: string; readonly expiresAt: number } | null,
): Promise<void> {
  db.delete(passwordReset).where(eq(passwordReset.accountId, accountId)).run();
  if (reset)
    db.insert(passwordReset)
      .values({ accountId, ...reset })
      .run();
  return Promise.resolve();
}

/** @param now seconds since 1970 */
export function removeExpiredResets(db: Writer, now: number): Promise<void> {
  db.delete(passwordReset).where(lte(passwordReset.expiresAt, now)).run();
  return Promise.resolve();
}

/** The account whose password may be set with this token until then; null if there is none. */
export function byReset(
  db: Reader,
  digest: string,
): Promise<{ readonly account: AccountRow; readonly expiresAt: number } | null> {
  const row = db
    .select({ account, expiresAt: passwordReset.expiresAt })
    .from(passwordReset)
    .innerJoin(account, eq(account.id, passwordReset.accountId))
    .where(eq(passwordReset.digest, digest))
    .get();
  return Promise.resolve(row ?? null);
}

export interface Listed {
  readonly id: AccountId;
  readonly personId: PersonId;
  readonly login: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
}

/**
 * Accounts by name, some of them.
 *
 * @param words each found in the login, the names or the mail, whatever its case and accents; empty: all
 */
export function list(
  db: Reader,
  words: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly accounts: readonly Listed[] }> {
  const condition = and(
    ...folded(words)
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => sql`(instr(${account.login}, ${word}) > 0 or instr(${person.searchText}, ${word}) > 0)`),
  );
  const found = db
    .select({
      id: account.id,
      personId: account.personId,
      login: account.login,
      givenName: person.givenName,
      familyName: person.familyName,
      disabled: account.disabled,
      totpSecret: isNotNull(account.totpSecret).mapWith(Boolean),
    })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(condition)
    .orderBy(asc(person.familyName), asc(person.givenName), asc(account.id))
    .limit(limit)
    .offset(offset)
    .all();
  const counted = db
    .select({ total: count() })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(condition)
    .get();
  const accounts = found.map(({ totpSecret, ...listed }) => ({ ...listed, secondFactor: totpSecret }));
  return Promise.resolve({ total: counted?.total ?? 0, accounts });
}

/** Where mail reaches a person; null if that is not known. */
export function mailOf(db: Reader, personId: PersonId): Promise<string | null> {
  const row = db.select({ mail: person.mail }).from(person).where(eq(person.id, personId)).get();
  return Promise.resolve(row?.mail ?? null);
}

/** Given and family name. */
export function namesOf(db: Reader, personId: PersonId): Promise<string[]> {
  const row = db
    .select({ givenName: person.givenName, familyName: person.familyName })
    .from(person)
    .where(eq(person.id, personId))
    .get();
  return Promise.resolve(row ? [row.givenName, row.familyName] : []);
}

/** How many people but one hold a role until further notice on a day, and have an account in use. */
export function countOtherHolders(
  db: Reader,
  role: GrantedRole,
  date: IsoDate,
  except: PersonId,
): Promise<number> {
  const row = db
    .select({ people: countDistinct(account.personId) })
    .from(roleGrant)
    .innerJoin(account, eq(account.personId, roleGrant.personId))
    .where(
      and(
        eq(roleGrant.role, role),
        lte(roleGrant.validFrom, date),
        isNull(roleGrant.validTo),
        ne(roleGrant.personId, except),
        eq(account.disabled, false),
      ),
    )
    .get();
  return Promise.resolve(row?.people ?? 0);
}

/** The tax code of a person; null if it is not known. */
export function taxCodeOf(db: Reader, personId: PersonId): Promise<string | null> {
  const row = db.select({ taxCode: person.taxCode }).from(person).where(eq(person.id, personId)).get();
  return Promise.resolve(row?.taxCode ?? null);
}

/** How many people who are assigned somewhere on a day have no account. */
export function countWithoutAccount(db: Reader, date: IsoDate): Promise<number> {
  const row = db
    .select({ people: countDistinct(assignment.personId) })
    .from(assignment)
    .leftJoin(account, eq(account.personId, assignment.personId))
    .where(
      and(
        isNull(account.id),
        lte(assignment.validFrom, date),
        or(isNull(assignment.validTo), gte(assignment.validTo, date)),
      ),
    )
    .get();
  return Promise.resolve(row?.people ?? 0);
}
