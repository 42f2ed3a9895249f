import { checkInput } from '#core/cycle/check.ts';
import { faultText } from '#core/cycle/fault-text.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reader } from '../database/database.ts';
import { labelsOf } from '../lists/references.ts';
import { surveySection } from '../survey/cycle-section.ts';
import { assemble, type Assembled } from './document.ts';
import type { GapCode } from './gap.ts';
import { GAP_PLACES } from './gaps-shown.ts';

/** The input of a year as it is now, with the survey that was held in the portal if it is closed. */
export async function dataOfYear(db: Reader, year: number): Promise<Assembled> {
  const survey = await surveySection(db, year);
  return assemble(db, year, (await survey?.section()) ?? null);
}

/**
 * The input of a year for somebody to take away. A survey that was held in the portal is left out of it: nobody sees a single
 * response, and the document would list them.
 */
export async function documentToTake(db: Reader, year: number): Promise<object> {
  const { document } = await dataOfYear(db, year);
  if ((await surveySection(db, year)) === null) return document;
  return Object.fromEntries(Object.entries(document).filter(([part]) => part !== 'survey'));
}

export interface ShownGap {
  readonly what: string;
  readonly of: string;
  readonly list: string;
}

/** What the data of a year lack, and why the core would refuse them, in words. */
export async function shortcomings(
  db: Reader,
  year: number,
  locale: Locale,
): Promise<{ readonly gaps: readonly ShownGap[]; readonly faults: readonly string[] }> {
  const { document, gaps } = await dataOfYear(db, year);
  const checked = checkInput(document);
  const names = new Map<string, string>();
  for (const to of ['unit', 'person', 'objective'] as const) {
    const ids = gaps.flatMap(({ code, subject }) => (GAP_PLACES[code].of === to && subject ? [subject] : []));
    for (const [id, name] of await labelsOf(db, to, ids)) names.set(id, name);
  }
  return {
    gaps: gaps.map(({ code, subject }) => ({
      what: TITLES[code]({}, { locale }),
      of: subject === null ? m.lists_gap_entity({}, { locale }) : (names.get(subject) ?? subject),
      list: GAP_PLACES[code].list,
    })),
    faults: checked.ok ? [] : checked.faults.map(faultText),
  };
}

const TITLES: Readonly<Record<GapCode, (values: object, options: { locale: Locale }) => string>> = {
  noBudgetBalance: m.lists_gap_noBudgetBalance,
  noFunds: m.lists_gap_noFunds,
  noRankings: m.lists_gap_noRankings,
  noResiduals: m.lists_gap_noResiduals,
  noSilos: m.lists_gap_noSilos,
  noExecutive: m.lists_gap_noExecutive,
  noGuidelines: m.lists_gap_noGuidelines,
  noManagerialAwards: m.lists_gap_noManagerialAwards,
  noTransparency: m.lists_gap_noTransparency,
  noPaymentTimes: m.lists_gap_noPaymentTimes,
  noIndicators: m.lists_gap_noIndicators,
  noTrainingDelivery: m.lists_gap_noTrainingDelivery,
  noTrainingHours: m.lists_gap_noTrainingHours,
  noObjectiveAchievement: m.lists_gap_noObjectiveAchievement,
  noPrincipalObjectives: m.lists_gap_noPrincipalObjectives,
  noEqObjectives: m.lists_gap_noEqObjectives,
  noIndividualObjectives: m.lists_gap_noIndividualObjectives,
  noGroupObjectives: m.lists_gap_noGroupObjectives,
  noBehaviours: m.lists_gap_noBehaviours,
  noDirection: m.lists_gap_noDirection,
  noSurvey: m.lists_gap_noSurvey,
};
