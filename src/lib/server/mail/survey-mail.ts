import { resolve } from '$app/paths';
import { formatDate } from '#lib/locale/format.ts';
import { withLocale } from '#lib/locale/locale.server.ts';
import { LOCALES } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { today } from '../calendar/today.ts';
import type { Campaign } from '../survey/model.ts';
import type { MailKind } from './model.ts';

/**
 * What a mailing of a campaign says, in Italian and then in English: the same to everybody. Its links lead to pages that
 * are open to anybody; nothing in it tells one recipient from another.
 *
 * @param origin the address that people open, such as `https://accordo.comune.example`
 */
export function surveyMail(
  kind: MailKind,
  { title, closesAt }: Pick<Campaign, 'title' | 'closesAt'>,
  origin: string,
): { readonly subject: string; readonly text: string } {
  const lastDay = today(new Date(closesAt));
  const [words, subject] =
    kind === 'invitation'
      ? [m.survey_mail_invitation, m.survey_mail_invitationSubject]
      : [m.survey_mail_reminder, m.survey_mail_reminderSubject];
  const texts = LOCALES.map((locale) =>
    withLocale(locale, () =>
      words({
        title,
        lastDay: formatDate(lastDay),
        address: origin + resolve('/sondaggio'),
        anonymity: origin + resolve('/sondaggio/anonimato'),
      }),
    ),
  );
  return { subject: subject({ title }), text: texts.join(`\n\n${'*'.repeat(40)}\n\n`) };
}
