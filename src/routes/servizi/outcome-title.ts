import type { Outcome } from '#core/rules/indicator-outcome.ts';
import { m } from '#lib/paraglide/messages.js';

const MANY: Readonly<Record<Outcome, () => string>> = {
  improved: m.services_outcome_improved,
  unchanged: m.services_outcome_unchanged,
  worsened: m.services_outcome_worsened,
  notAssessable: m.services_outcome_notAssessable,
};

const ONE: Readonly<Record<Outcome | 'unclear', () => string>> = {
  improved: m.services_outcomeOne_improved,
  unchanged: m.services_outcomeOne_unchanged,
  worsened: m.services_outcomeOne_worsened,
  notAssessable: m.services_outcomeOne_notAssessable,
  unclear: m.services_outcomeOne_unclear,
};

/** Indicators that ended so: «Migliorati». */
export function outcomesTitle(outcome: Outcome): string {
  return MANY[outcome]();
}

/** How one ended: «Migliorato»; `unclear`: what is typed is no number yet. */
export function outcomeTitle(outcome: Outcome | 'unclear'): string {
  return ONE[outcome]();
}
