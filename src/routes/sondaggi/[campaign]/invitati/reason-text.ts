import { m } from '#lib/paraglide/messages.js';

const REASONS = {
  assigned: m.survey_manage_reason_assigned,
  leads: m.survey_manage_reason_leads,
  secretary: m.survey_manage_reason_secretary,
  otherDirection: m.survey_manage_reason_otherDirection,
};

/** Why somebody is invited or not, in the language of the page. */
export function reasonText(reason: keyof typeof REASONS): string {
  return REASONS[reason]();
}
