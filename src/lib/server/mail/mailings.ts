import { randomUUID } from 'node:crypto';
import { recorded } from '../audit/trail.ts';
import { today } from '../calendar/today.ts';
import type { Portal, Reader } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import type { Campaign, CampaignId } from '../survey/model.ts';
import { takesVotes } from '../survey/open-campaign.ts';
import * as surveyStore from '../survey/store.ts';
import { minuteOf } from './delivery.ts';
import type { Mailing, MailingId, MailKind, MailState } from './model.ts';
import * as store from './store.ts';
import { surveyMail } from './survey-mail.ts';

export type MailingFault =
  /** There is no such campaign, or it takes no votes. */
  | 'notOpen'
  /** Nobody is left to write to. */
  | 'nobody'
  /** One reminder a day is enough. */
  | 'remindedToday';

export type Ordered =
  { readonly ok: true; readonly mails: number } | { readonly ok: false; readonly fault: MailingFault };

/**
 * Puts the mails of a campaign into the outbox, in one transaction with the record of it: the invitation to everybody
 * invited who has none yet, or the reminder to everybody without a credential.
 */
export function order(
  portal: Portal,
  by: PersonId,
  campaignId: CampaignId,
  kind: MailKind,
  origin: string,
  now: Date = new Date(),
): Promise<Ordered> {
  const refused = (fault: MailingFault) => ({ ok: false, fault }) as const;
  return recorded(portal, by, async (write, record) => {
    const campaign = await surveyStore.byId(write, campaignId);
    if (campaign === null || !isOpen(campaign, now)) return refused('notOpen');
    if (kind === 'reminder' && (await remindedOn(write, campaignId, now))) return refused('remindedToday');
    const { recipients } = await addressed(write, campaignId, kind);
    if (recipients.length === 0) return refused('nobody');
    const mailing: Mailing = {
      id: randomUUID() as string as MailingId,
      campaign: campaignId,
      kind,
      orderedAt: `${now.toISOString().slice(0, 19)}Z`,
      ...surveyMail(kind, campaign, origin),
    };
    await store.enqueue(write, mailing, recipients, minuteOf(now));
    const mails = recipients.length;
    const after = { kind, mails };
    await record({ action: 'campaign.mail', subject: { kind: 'campaign', id: campaignId }, after });
    return { ok: true, mails } as const;
  });
}

const isOpen = (campaign: Campaign, now: Date) => campaign.state === 'open' && takesVotes(campaign, now);

async function remindedOn(db: Reader, id: CampaignId, now: Date): Promise<boolean> {
  return (await store.mailings(db, id)).some(
    ({ kind, orderedAt }) => kind === 'reminder' && today(new Date(orderedAt)) === today(now),
  );
}

/** Whom a mailing would go to now, and how many it cannot reach because no address is known. */
async function addressed(
  db: Reader,
  id: CampaignId,
  kind: MailKind,
): Promise<{ readonly recipients: readonly store.Recipient[]; readonly withoutAddress: number }> {
  const have: ReadonlySet<PersonId> =
    kind === 'invitation' ? await store.invitedByMail(db, id) : new Set<PersonId>();
  const people = (
    kind === 'invitation' ? await store.invited(db, id) : await surveyStore.withoutCredential(db, id)
  ).filter(({ person }) => !have.has(person));
  const recipients = people.flatMap(({ person, mail }) => (mail === null ? [] : [{ person, address: mail }]));
  return { recipients, withoutAddress: people.length - recipients.length };
}

/** What can be ordered for a campaign that is open. */
export interface Orders {
  readonly toInvite: number;
  readonly toRemind: number;
  readonly withoutAddress: number;
  readonly remindedToday: boolean;
}

/** Null while the campaign takes no votes. */
export async function ordersOf(
  db: Reader,
  campaign: Campaign,
  now: Date = new Date(),
): Promise<Orders | null> {
  if (!isOpen(campaign, now)) return null;
  const invitation = await addressed(db, campaign.id, 'invitation');
  const reminder = await addressed(db, campaign.id, 'reminder');
  return {
    toInvite: invitation.recipients.length,
    toRemind: reminder.recipients.length,
    withoutAddress: invitation.withoutAddress,
    remindedToday: await remindedOn(db, campaign.id, now),
  };
}

export type MailingSummary = Mailing & { readonly counts: Readonly<Record<MailState, number>> };

/** The mailings of a campaign, the latest first. */
export async function mailingsOf(db: Reader, id: CampaignId): Promise<MailingSummary[]> {
  const mailings = await store.mailings(db, id);
  return Promise.all(
    mailings.map(async (mailing) => ({ ...mailing, counts: await store.stateCounts(db, mailing.id) })),
  );
}

export const MAILS_A_PAGE = 50;

/**
 * The mails of a mailing: those that failed first, then those that wait.
 *
 * @param page from 1
 */
export function mailsOf(db: Reader, id: MailingId, page: number): Promise<store.MailLine[]> {
  return store.lines(db, id, { offset: (page - 1) * MAILS_A_PAGE, limit: MAILS_A_PAGE });
}
