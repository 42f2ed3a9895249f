import type { CampaignId } from '../survey/model.ts';

declare const mailingBrand: unique symbol;

export type MailingId = string & { readonly [mailingBrand]: true };

/** `invitation`: to everybody invited, once; `reminder`: to who has no credential yet. There is no thanking. */
export type MailKind = 'invitation' | 'reminder';

/** One text to many people, word for word the same for all. */
export interface Mailing {
  readonly id: MailingId;
  readonly campaign: CampaignId;
  readonly kind: MailKind;
  /** UTC, to the second. */
  readonly orderedAt: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * One way only: queued → sent or failed. A queued mail whose try has no answer yet is being sent, or was cut off by a
 * crash.
 */
export type MailState = 'queued' | 'sent' | 'failed';

/**
 * Why a mail was not taken. `recipient`: the server does not want this one, now or ever; `later`: not now; `sender`,
 * `signIn`, `server`: it wants none of ours, or cannot be reached; `over`: the campaign ended first.
 */
export type MailFault = 'recipient' | 'later' | 'sender' | 'signIn' | 'server' | 'over';
