import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { CampaignId } from '../survey/model.ts';
import { campaign } from '../survey/schema.ts';
import type { MailFault, MailingId, MailKind, MailState } from './model.ts';

/** A text that goes out to many. It is kept once: nobody's can differ. */
export const mailing = sqliteTable(
  'mailing',
  {
    id: text().$type<MailingId>().primaryKey(),
    campaignId: text()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaign.id),
    kind: text().$type<MailKind>().notNull(),
    orderedAt: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
  },
  (table) => [index('mailing_campaign').on(table.campaignId)],
);

/** To whom a mailing goes, and how far it is. When a mail was taken is not kept. */
export const outgoingMail = sqliteTable(
  'outgoing_mail',
  {
    mailingId: text()
      .$type<MailingId>()
      .notNull()
      .references(() => mailing.id),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    address: text().notNull(),
    state: text().$type<MailState>().notNull(),
    /** How often it was begun to be sent. */
    tries: integer().notNull(),
    /** From when on it is tried again, in whole minutes since 1970. */
    nextTry: integer().notNull(),
    /** Of the last try; null: none was made, it has no answer, or it was taken. */
    fault: text().$type<MailFault>(),
    /** The server's answer to it, such as 550. */
    reply: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.mailingId, table.personId] }),
    index('outgoing_mail_state').on(table.state, table.nextTry),
  ],
);
