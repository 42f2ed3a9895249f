import { and, count, desc, eq, inArray, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { CampaignId } from '../survey/model.ts';
import { campaign, invitation } from '../survey/schema.ts';
import type { MailFault, Mailing, MailingId, MailState } from './model.ts';
import { mailing, outgoingMail } from './schema.ts';

export interface Recipient {
  readonly person: PersonId;
  readonly address: string;
}

/** Puts a mailing into the outbox: each recipient's mail is tried from that minute on. */
export function enqueue(
  db: Writer,
  { campaign: campaignId, ...row }: Mailing,
  recipients: readonly Recipient[],
  minute: number,
): Promise<void> {
  db.insert(mailing)
    .values({ ...row, campaignId })
    .run();
  for (const { person: personId, address } of recipients)
    db.insert(outgoingMail)
      .values({ mailingId: row.id, personId, address, state: 'queued', tries: 0, nextTry: minute })
      .run();
  return Promise.resolve();
}

/** Mail addresses of all who are invited to a campaign; null: none is known. */
export function invited(
  db: Reader,
  id: CampaignId,
): Promise<{ readonly person: PersonId; readonly mail: string | null }[]> {
  return Promise.resolve(
    db
      .select({ person: invitation.personId, mail: person.mail })
      .from(invitation)
      .innerJoin(person, eq(person.id, invitation.personId))
      .where(and(eq(invitation.campaignId, id), eq(invitation.reason, 'assigned')))
      .orderBy(invitation.personId)
      .all(),
  );
}

/** Who has the invitation to a campaign, or will: those whose mail failed are not among them. */
export function invitedByMail(db: Reader, id: CampaignId): Promise<ReadonlySet<PersonId>> {
  const rows = db
    .select({ person: outgoingMail.personId })
    .from(outgoingMail)
    .innerJoin(mailing, eq(mailing.id, outgoingMail.mailingId))
    .where(and(eq(mailing.campaignId, id), eq(mailing.kind, 'invitation'), ne(outgoingMail.state, 'failed')))
    .all();
  return Promise.resolve(new Set(rows.map((row) => row.person)));
}

/** The mailings of a campaign, the latest first. */
export function mailings(db: Reader, id: CampaignId): Promise<Mailing[]> {
  return Promise.resolve(
    db
      .select({
        id: mailing.id,
        campaign: mailing.campaignId,
        kind: mailing.kind,
        orderedAt: mailing.orderedAt,
        subject: mailing.subject,
        text: mailing.text,
      })
      .from(mailing)
      .where(eq(mailing.campaignId, id))
      .orderBy(desc(mailing.orderedAt), mailing.id)
      .all(),
  );
}

/** How many mails of a mailing are in each state. */
export function stateCounts(db: Reader, id: MailingId): Promise<Readonly<Record<MailState, number>>> {
  const rows = db
    .select({ state: outgoingMail.state, mails: count() })
    .from(outgoingMail)
    .where(eq(outgoingMail.mailingId, id))
    .groupBy(outgoingMail.state)
    .all();
  const counted = new Map(rows.map(({ state, mails }) => [state, mails]));
  const of = (state: MailState) => counted.get(state) ?? 0;
  return Promise.resolve({ queued: of('queued'), sent: of('sent'), failed: of('failed') });
}

export interface MailLine {
  readonly person: PersonId;
  readonly name: string;
  readonly address: string;
  readonly state: MailState;
  readonly tries: number;
  readonly nextTry: number;
  readonly fault: MailFault | null;
  readonly reply: number | null;
}

/** The mails of a mailing: those that failed first, then those that wait, each in the order of names. */
export function lines(
  db: Reader,
  id: MailingId,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<MailLine[]> {
  const rank = sql`case ${outgoingMail.state} when 'failed' then 0 when 'queued' then 1 else 2 end`;
  return Promise.resolve(
    db
      .select({
        person: outgoingMail.personId,
        name: sql<string>`${person.familyName} || ' ' || ${person.givenName}`,
        address: outgoingMail.address,
        state: outgoingMail.state,
        tries: outgoingMail.tries,
        nextTry: outgoingMail.nextTry,
        fault: outgoingMail.fault,
        reply: outgoingMail.reply,
      })
      .from(outgoingMail)
      .innerJoin(person, eq(person.id, outgoingMail.personId))
      .where(eq(outgoingMail.mailingId, id))
      .orderBy(rank, person.searchText, outgoingMail.personId)
      .limit(limit)
      .offset(offset)
      .all(),
  );
}

export interface DueMail extends Recipient {
  readonly mailing: MailingId;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly tries: number;
}

/** The mail that has waited longest; null if none is due in this minute. */
export function nextDue(db: Reader, minute: number): Promise<DueMail | null> {
  const row = db
    .select({
      mailing: outgoingMail.mailingId,
      person: outgoingMail.personId,
      address: outgoingMail.address,
      name: sql<string>`${person.givenName} || ' ' || ${person.familyName}`,
      subject: mailing.subject,
      text: mailing.text,
      tries: outgoingMail.tries,
    })
    .from(outgoingMail)
    .innerJoin(mailing, eq(mailing.id, outgoingMail.mailingId))
    .innerJoin(person, eq(person.id, outgoingMail.personId))
    .where(and(eq(outgoingMail.state, 'queued'), lte(outgoingMail.nextTry, minute)))
    .orderBy(outgoingMail.nextTry, outgoingMail.mailingId, outgoingMail.personId)
    .limit(1)
    .get();
  return Promise.resolve(row ?? null);
}

export function update(
  db: Writer,
  { mailing: mailingId, person: personId }: Pick<DueMail, 'mailing' | 'person'>,
  set: Partial<Pick<typeof outgoingMail.$inferInsert, 'state' | 'tries' | 'nextTry' | 'fault' | 'reply'>>,
): Promise<void> {
  db.update(outgoingMail)
    .set(set)
    .where(and(eq(outgoingMail.mailingId, mailingId), eq(outgoingMail.personId, personId)))
    .run();
  return Promise.resolve();
}

/** Whether any mail waits. */
export function anyQueued(db: Reader): Promise<boolean> {
  const queued = eq(outgoingMail.state, 'queued');
  const row = db.select({ person: outgoingMail.personId }).from(outgoingMail).where(queued).limit(1).get();
  return Promise.resolve(row !== undefined);
}

/**
 * Gives up what waits in vain: mails to a campaign that takes no votes any more, and those of mailings ordered before a
 * moment. Moments are UTC, to the second.
 */
export function giveUp(db: Writer, now: string, orderedBefore: string): Promise<void> {
  const over = db
    .select({ id: mailing.id })
    .from(mailing)
    .innerJoin(campaign, eq(campaign.id, mailing.campaignId))
    .where(or(ne(campaign.state, 'open'), lte(campaign.closesAt, now)));
  const old = db.select({ id: mailing.id }).from(mailing).where(lt(mailing.orderedAt, orderedBefore));
  const queuedIn = (some: typeof over | typeof old) =>
    and(eq(outgoingMail.state, 'queued'), inArray(outgoingMail.mailingId, some));
  db.update(outgoingMail).set({ state: 'failed', fault: 'over', reply: null }).where(queuedIn(over)).run();
  db.update(outgoingMail).set({ state: 'failed' }).where(queuedIn(old)).run();
  return Promise.resolve();
}
