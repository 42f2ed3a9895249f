import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { CampaignId, CampaignState, InvitationReason } from './model.ts';

export const campaign = sqliteTable('campaign', {
  id: text().$type<CampaignId>().primaryKey(),
  title: text().notNull(),
  year: integer().notNull(),
  referenceDate: text().$type<IsoDate>().notNull(),
  state: text().$type<CampaignState>().notNull(),
  openedAt: text(),
  closesAt: text().notNull(),
  /** What is published, frozen at the close, as JSON; null: not closed yet. */
  result: text(),
  /** SHA-256 of `result`, in hexadecimal. */
  resultDigest: text(),
});

const campaignId = () =>
  text()
    .$type<CampaignId>()
    .notNull()
    .references(() => campaign.id);

export const campaignDirection = sqliteTable(
  'campaign_direction',
  {
    campaignId: campaignId(),
    directionId: text().$type<UnitId>().notNull(),
    name: text().notNull(),
    publicKey: text().notNull(),
    fingerprint: text().notNull(),
    /** Sealed with the campaign's key, which is not in the database; null: destroyed at the close. */
    privateKey: text(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.directionId] })],
);

/** Who is in and why, frozen when the campaign is opened. */
export const invitation = sqliteTable(
  'invitation',
  {
    campaignId: campaignId(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    directionId: text().$type<UnitId>().notNull(),
    reason: text().$type<InvitationReason>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.personId, table.directionId] })],
);

/** Who has been given the credential. It says nothing about a vote. */
export const credential = sqliteTable(
  'credential',
  {
    campaignId: campaignId(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    /** SHA-256 of the blinded message: the same one again gets the same answer, another one none. */
    blindedDigest: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.personId] })],
);

/**
 * Votes while the campaign is open: sealed with its key, under a digest of the token made with its key. Whoever holds the
 * file, its log or a backup sees in which order sealed votes came, and can never join them to what is in `response`:
 * the key is destroyed at the close. See docs/survey.md
 */
export const sealedBallot = sqliteTable(
  'sealed_ballot',
  {
    campaignId: campaignId(),
    tokenMac: blob({ mode: 'buffer' }).notNull(),
    sealed: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.tokenMac] })],
);

/** The votes after the close, written once, in the order of the digests. No time, no address, no other order. */
export const response = sqliteTable(
  'response',
  {
    campaignId: campaignId(),
    /** SHA-256 of the token. */
    tokenDigest: blob({ mode: 'buffer' }).notNull(),
    directionId: text().$type<UnitId>().notNull(),
    /** Eight digits from 1 to 5. */
    answers: text().notNull(),
    preparedMessage: blob({ mode: 'buffer' }).notNull(),
    signature: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.tokenDigest] })],
);

/** What was published of surveys held before this portal, for the whole entity. */
export const earlierSurvey = sqliteTable('earlier_survey', {
  year: integer().primaryKey(),
  invited: integer().notNull(),
  responses: integer().notNull(),
  /** JSON: the means of the eight questions, in hundredths of a point. */
  means: text().notNull(),
});

/**
 * A survey that was held elsewhere: how many people of a direction gave each answer to a statement. Counts only: no
 * response can be put together from them.
 */
export const surveyElsewhere = sqliteTable(
  'survey_elsewhere',
  {
    year: integer().notNull(),
    unitId: text().$type<UnitId>().notNull(),
    /** 1–8, in the order of the regulation's statements. */
    statement: integer().notNull(),
    invited: integer().notNull(),
    one: integer().notNull(),
    two: integer().notNull(),
    three: integer().notNull(),
    four: integer().notNull(),
    five: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.unitId, table.statement] })],
);
