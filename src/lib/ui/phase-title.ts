import { m } from '#lib/paraglide/messages.js';

const TITLES = {
  opening: m.cycles_phase_opening,
  objectives: m.cycles_phase_objectives,
  monitoring: m.cycles_phase_monitoring,
  survey: m.cycles_phase_survey,
  sheets: m.cycles_phase_sheets,
  computation: m.cycles_phase_computation,
  publication: m.cycles_phase_publication,
};

/** What a phase of the cycle is called in the language of the page. */
export function phaseTitle(phase: keyof typeof TITLES): string {
  return TITLES[phase]();
}
