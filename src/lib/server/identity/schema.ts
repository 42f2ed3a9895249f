import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { AccountId, SessionStage, SignInMethod } from './model.ts';

/** How a person gets in. */
export const account = sqliteTable('account', {
  id: text().$type<AccountId>().primaryKey(),
  personId: text()
    .$type<PersonId>()
    .notNull()
    .unique()
    .references(() => person.id),
  /** In small letters. */
  login: text().notNull().unique(),
  /** Argon2id; null: no password was ever set, the body's identity provider is the only way in. */
  passwordHash: text(),
  mustChangePassword: integer({ mode: 'boolean' }).notNull(),
  disabled: integer({ mode: 'boolean' }).notNull(),
  /** Sealed with a key outside the database; null: no second factor. */
  totpSecret: text(),
});

/** Codes for the day the telephone is lost; each counts once and is then deleted. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    accountId: text()
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    digest: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.digest] })],
);

export const passwordReset = sqliteTable(
  'password_reset',
  {
    digest: text().primaryKey(),
    accountId: text()
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** Seconds since 1970, the end of an hour. */
    expiresAt: integer().notNull(),
  },
  (table) => [index('password_reset_account').on(table.accountId)],
);

/** The body's identity provider's name for the holder of an account, tied at the first sign-in. */
export const externalIdentity = sqliteTable(
  'external_identity',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    accountId: text()
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
);

/** Who is signed in. The times are whole hours and days: they must not tell when somebody was at the portal. */
export const session = sqliteTable(
  'session',
  {
    /** SHA-256 of the cookie's token: a stolen database holds no usable session. */
    id: text().primaryKey(),
    accountId: text()
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** Seconds since 1970, the end of an hour. */
    expiresAt: integer().notNull(),
    createdOn: text().$type<IsoDate>().notNull(),
    stage: text().$type<SessionStage>().notNull(),
    method: text().$type<SignInMethod>().notNull(),
    /** The roles at sign-in: a session ends when they are others. */
    roles: text().notNull(),
    /** Such as «Firefox, Android», for the owner's list of sessions. */
    device: text().notNull(),
  },
  (table) => [index('session_account').on(table.accountId)],
);
