import { m } from '#lib/paraglide/messages.js';
import type { Section } from '#lib/ui/words.ts';

/** The notice of articles 13 and 14 of the GDPR, worded so that it is true of every installation. */
export function sections(entity: string): Section[] {
  return [
    {
      title: m.pages_privacy_controller_title(),
      paragraphs: [m.pages_privacy_controller_entity({ entity }), m.pages_privacy_controller_contacts()],
    },
    {
      title: m.pages_privacy_data_title(),
      items: [
        m.pages_privacy_data_registry(),
        m.pages_privacy_data_work(),
        m.pages_privacy_data_evaluation(),
        m.pages_privacy_data_account(),
        m.pages_privacy_data_trail(),
      ],
    },
    {
      title: m.pages_privacy_why_title(),
      paragraphs: [m.pages_privacy_why_cycle(), m.pages_privacy_why_security(), m.pages_privacy_why_need()],
    },
    { title: m.pages_privacy_decision_title(), paragraphs: [m.pages_privacy_decision_text()] },
    {
      title: m.pages_privacy_who_title(),
      paragraphs: [m.pages_privacy_who_roles(), m.pages_privacy_who_others(), m.pages_privacy_who_abroad()],
    },
    {
      title: m.pages_privacy_cookies_title(),
      paragraphs: [m.pages_privacy_cookies_text(), m.pages_privacy_cookies_logs()],
    },
    {
      title: m.pages_privacy_retention_title(),
      paragraphs: [m.pages_privacy_retention_cycle(), m.pages_privacy_retention_session()],
    },
    {
      title: m.pages_privacy_rights_title(),
      paragraphs: [
        m.pages_privacy_rights_which(),
        m.pages_privacy_rights_here(),
        m.pages_privacy_rights_complaint(),
      ],
      link: { href: 'https://www.garanteprivacy.it', label: m.pages_privacy_rights_authority() },
    },
  ];
}
