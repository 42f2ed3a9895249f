import { formatMoment } from '#lib/locale/format.ts';
import { m } from '#lib/paraglide/messages.js';

const FAULTS = {
  recipient: m.survey_manage_mailFault_recipient,
  later: m.survey_manage_mailFault_later,
  sender: m.survey_manage_mailFault_sender,
  signIn: m.survey_manage_mailFault_signIn,
  server: m.survey_manage_mailFault_server,
  over: m.survey_manage_mailFault_over,
};

interface MailState {
  readonly state: 'queued' | 'sent' | 'failed';
  readonly tries: number;
  /** In whole minutes since 1970. */
  readonly nextTry: number;
  readonly fault: keyof typeof FAULTS | null;
  readonly reply: number | null;
}

/** How far a mail is, and why no farther, in the language of the page. */
export function mailStateText({ state, tries, nextTry, fault, reply }: MailState): string {
  if (state === 'sent') return m.survey_manage_mailState_sent();
  if (state === 'queued' && tries === 0) return m.survey_manage_mailState_queued();
  const words = fault === null ? m.survey_manage_mailFault_cutOff() : FAULTS[fault]();
  const reason = reply === null ? words : `${words} (${reply})`;
  if (state === 'failed') return m.survey_manage_mailState_failed({ reason });
  const moment = formatMoment(new Date(nextTry * 60_000));
  return m.survey_manage_mailState_again({ reason, moment });
}
