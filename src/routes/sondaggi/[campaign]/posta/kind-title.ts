import { m } from '#lib/paraglide/messages.js';

/** What a mailing is called in the language of the page. */
export function kindTitle(kind: 'invitation' | 'reminder'): string {
  return kind === 'invitation' ? m.survey_manage_mail_invitation() : m.survey_manage_mail_reminder();
}
