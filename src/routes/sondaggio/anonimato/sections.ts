import { m } from '#lib/paraglide/messages.js';
import type { Section } from '#lib/ui/words.ts';

export function promises(): Section[] {
  return [
    {
      title: m.survey_anonymity_promise_title(),
      items: [
        m.survey_anonymity_promise_nobody(),
        m.survey_anonymity_promise_once(),
        m.survey_anonymity_promise_turnout(),
        m.survey_anonymity_promise_shown(),
      ],
    },
  ];
}

/** What the picture shows, step by step. */
export function steps(): string[] {
  return [
    m.survey_anonymity_how_step1(),
    m.survey_anonymity_how_step2(),
    m.survey_anonymity_how_step3(),
    m.survey_anonymity_how_step4(),
    m.survey_anonymity_how_step5(),
  ];
}

export function limitsAndChecks(): Section[] {
  return [
    {
      title: m.survey_anonymity_not_title(),
      items: [
        m.survey_anonymity_not_live(),
        m.survey_anonymity_not_program(),
        m.survey_anonymity_not_device(),
        m.survey_anonymity_not_extension(),
        m.survey_anonymity_not_few(),
        m.survey_anonymity_not_receipt(),
        m.survey_anonymity_not_lost(),
        m.survey_anonymity_not_turnout(),
      ],
    },
    {
      title: m.survey_anonymity_check_title(),
      items: [
        m.survey_anonymity_check_keys(),
        m.survey_anonymity_check_board(),
        m.survey_anonymity_check_audit(),
        m.survey_anonymity_check_code(),
      ],
    },
  ];
}
