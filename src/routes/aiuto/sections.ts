import { m } from '#lib/paraglide/messages.js';
import type { Section } from '#lib/ui/words.ts';

/** What all roles have in common. */
export function forEverybody(): Section[] {
  return [
    {
      title: m.pages_help_signIn_title(),
      paragraphs: [
        m.pages_help_signIn_password(),
        m.pages_help_signIn_secondFactor(),
        m.pages_help_signIn_forgotten(),
        m.pages_help_signIn_locked(),
      ],
    },
    {
      title: m.pages_help_everybody_title(),
      items: [
        m.pages_help_everybody_home(),
        m.pages_help_everybody_deadlines(),
        m.pages_help_everybody_organisation(),
        m.pages_help_everybody_survey(),
        m.pages_help_everybody_profile(),
        m.pages_help_everybody_look(),
      ],
    },
  ];
}
