import { m } from '#lib/paraglide/messages.js';
import type { RefusalReason } from '#lib/survey-client/refusal.ts';

interface Words {
  readonly title: () => string;
  readonly todo: () => string;
}

/** What happened and what to do, for every refusal. */
export const REFUSAL_WORDS: Readonly<Record<RefusalReason | 'late', Words>> = {
  signedOut: { title: m.survey_vote_refused_signedOut_title, todo: m.survey_vote_refused_signedOut_todo },
  notInvited: { title: m.survey_vote_refused_notInvited_title, todo: m.survey_vote_refused_notInvited_todo },
  elsewhere: { title: m.survey_vote_refused_elsewhere_title, todo: m.survey_vote_refused_elsewhere_todo },
  closed: { title: m.survey_vote_refused_closed_title, todo: m.survey_vote_refused_closed_todo },
  late: { title: m.survey_vote_refused_late_title, todo: m.survey_vote_refused_late_todo },
  otherAnswers: {
    title: m.survey_vote_refused_otherAnswers_title,
    todo: m.survey_vote_refused_otherAnswers_todo,
  },
  keyChanged: { title: m.survey_vote_refused_keyChanged_title, todo: m.survey_vote_refused_keyChanged_todo },
  badSignature: {
    title: m.survey_vote_refused_badSignature_title,
    todo: m.survey_vote_refused_badSignature_todo,
  },
  otherDirection: {
    title: m.survey_vote_refused_otherDirection_title,
    todo: m.survey_vote_refused_otherDirection_todo,
  },
  invalid: { title: m.survey_vote_refused_invalid_title, todo: m.survey_vote_refused_invalid_todo },
  tooMany: { title: m.survey_vote_refused_tooMany_title, todo: m.survey_vote_refused_tooMany_todo },
  network: { title: m.survey_vote_refused_network_title, todo: m.survey_vote_refused_network_todo },
  server: { title: m.survey_vote_refused_server_title, todo: m.survey_vote_refused_server_todo },
  unsupported: {
    title: m.survey_vote_refused_unsupported_title,
    todo: m.survey_vote_refused_unsupported_todo,
  },
};
