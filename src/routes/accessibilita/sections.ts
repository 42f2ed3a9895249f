import { day } from '#core/calendar/iso-date.ts';
import { formatDate } from '#lib/locale/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Section } from '#lib/ui/words.ts';

/** To be renewed whenever the state of conformity is looked at again. */
const PREPARED_ON = day('2026-11-25');

/** The parts of AgID's model statement, as far as they are the software's; the body files its own. */
export function sections(): Section[] {
  return [
    {
      title: m.pages_accessibility_scope_title(),
      paragraphs: [m.pages_accessibility_scope_text()],
    },
    { title: m.pages_accessibility_state_title(), paragraphs: [m.pages_accessibility_state_text()] },
    {
      title: m.pages_accessibility_gaps_title(),
      items: [m.pages_accessibility_gaps_language(), m.pages_accessibility_gaps_people()],
    },
    {
      title: m.pages_accessibility_made_title(),
      paragraphs: [m.pages_accessibility_made_text({ date: formatDate(PREPARED_ON) })],
    },
    {
      title: m.pages_accessibility_feedback_title(),
      paragraphs: [m.pages_accessibility_feedback_text()],
      link: { href: 'https://indicepa.gov.it', label: m.pages_accessibility_feedback_index() },
    },
    {
      title: m.pages_accessibility_enforcement_title(),
      paragraphs: [m.pages_accessibility_enforcement_text()],
      link: {
        href: 'https://www.agid.gov.it/it/agenzia/difensore-civico-il-digitale',
        label: m.pages_accessibility_enforcement_ombudsman(),
      },
    },
  ];
}
