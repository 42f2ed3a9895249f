import type { CycleInput, DirectionInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import {
  because,
  counted,
  difference,
  given,
  greatest,
  item,
  product,
  quotient,
  sum,
  weightedMean,
  weighted,
  type Figure,
} from '../explain/figure.ts';
import { ZERO } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';
import type { EntityResult } from './entity.ts';
import { assessableIndicators, indicatorPoints } from './indicators.ts';
import { meanAchievement } from './objectives.ts';
import { differentiationPenalty, transparencyPenalty } from './penalties.ts';
import type { SiloResult } from './silos.ts';
import type { SurveyResult, SurveyResults } from './survey.ts';
import { trainingDeliveryPoints, trainingPoints } from './training.ts';

/** The items of the sheet of a direction, that is of its executive, in the order of the source. */
export const SHEET_ITEMS = [
  'ENT',
  'SET-A',
  'SET-B1',
  'SET-B2',
  'SET-C',
  'SET-D1',
  'SET-D2',
  'MAN-1',
  'MAN-2',
  'MAN-3',
  'MAN-4',
] as const;
export type SheetItem = (typeof SHEET_ITEMS)[number];
export type Penalty = 'PEN-T' | 'PEN-D';

export interface ExecutiveSheet {
  readonly direction: DirectionInput;
  readonly items: Readonly<Record<SheetItem, Figure>>;
  readonly penalties: Readonly<Record<Penalty, Figure>>;
  readonly assessableStaff: number;
  readonly bandsUsed: number;
  /** Items less penalties, never below 0. */
  readonly total: Figure;
}

/** How the evaluations of a direction's employees differ from each other. */
export interface Differentiation {
  readonly assessableStaff: number;
  readonly bandsUsed: number;
}

/** What the sheets of all directions have in common. */
export interface SheetGrounds {
  readonly year: number;
  readonly entity: EntityResult;
  readonly silos: readonly SiloResult[];
  readonly survey: SurveyResults;
  readonly principalObjectives: ReadonlyMap<string, CycleInput['objectives']>;
}

/** The sheet of an executive (R §3.1): max 100 = entity 10 + direction 80 + managerial behaviour 10, less penalties. */
export function executiveSheet(
  direction: DirectionInput,
  grounds: SheetGrounds,
  { assessableStaff, bandsUsed }: Differentiation,
  regulation: Regulation,
  notices: Notices,
): ExecutiveSheet {
  const { managerial } = direction;
  const awarded = (rule: 'MAN-1' | 'MAN-2' | 'MAN-3', points: typeof managerial.planning) =>
    item(rule, given('awarded', 'points', exactly(points)));

  const items: Record<SheetItem, Figure> = {
    ENT: grounds.entity.total,
    'SET-A': policyAlignment(direction),
    'SET-B1': principalObjectives(direction, grounds, regulation, notices),
    'SET-B2': silos(grounds.silos, regulation),
    'SET-C': serviceIndicators(direction, regulation, notices),
    'SET-D1': trainingPoints(direction.training, grounds.year, regulation, notices),
    'SET-D2': trainingDeliveryPoints(direction.training, regulation),
    'MAN-1': awarded('MAN-1', managerial.planning),
    'MAN-2': awarded('MAN-2', managerial.timeliness),
    'MAN-3': awarded('MAN-3', managerial.eqObjectives),
    'MAN-4': motivation(direction, grounds.survey, regulation, notices),
  };
  const penalties: Record<Penalty, Figure> = {
    'PEN-T': transparencyPenalty(direction, regulation),
    'PEN-D': differentiationPenalty(assessableStaff, bandsUsed, regulation, notices),
  };
  const earned = sum(
    'sumOfItems',
    'points',
    SHEET_ITEMS.map((rule) => items[rule]),
  );
  const less = difference('lessPenalties', 'points', earned, penalties['PEN-T'], penalties['PEN-D']);
  const total = greatest('total', 'points', given('noPoints', 'points', ZERO), less);
  return { direction, items, penalties, assessableStaff, bandsUsed, total };
}

/** `SET-A`: the sum of the factors, heard the mayor and the councillors. */
function policyAlignment(direction: DirectionInput): Figure {
  const factors = direction.policyAlignment.map((points, at) =>
    given('alignmentFactor', 'points', exactly(points), String(at + 1)),
  );
  return item('SET-A', sum('policyAlignment', 'points', factors));
}

/** `SET-B1`: the weighted mean achievement of the direction's own principal objectives. */
function principalObjectives(
  { id }: DirectionInput,
  grounds: SheetGrounds,
  regulation: Regulation,
  notices: Notices,
): Figure {
  const objectives = grounds.principalObjectives.get(id) ?? [];
  if (objectives.length === 0) notices.warn('no-objectives', id);
  const maximum = parameter(regulation, 'SET-B1', 'maximum');
  return item('SET-B1', product('objectivePoints', 'points', maximum, meanAchievement(objectives)));
}

/** `SET-B2`: the plain mean of the silos, not rounded on the way. */
function silos(results: readonly SiloResult[], regulation: Regulation): Figure {
  const one = counted('weight', 'factor', 1);
  const mean = weightedMean(
    'meanOfSilos',
    'percent',
    results.map(({ achievement, name }) => weighted('silo', achievement, one, name)),
  );
  return item('SET-B2', product('siloPoints', 'points', parameter(regulation, 'SET-B2', 'maximum'), mean));
}

/** `SET-C`: the outcomes of the direction's service indicators. */
function serviceIndicators(direction: DirectionInput, regulation: Regulation, notices: Notices): Figure {
  notices.read('SET-C');
  if (assessableIndicators(direction.indicators) === 0) notices.warn('no-assessable-indicator', direction.id);
  return item(
    'SET-C',
    indicatorPoints(parameter(regulation, 'SET-C', 'maximum'), direction.indicators, regulation),
  );
}

/**
 * `MAN-4`: the direction's mean in the survey; below the threshold the entity's (`SUR-3`); 0 where even the entity
 * is below it.
 */
function motivation(
  direction: DirectionInput,
  survey: SurveyResults,
  regulation: Regulation,
  notices: Notices,
): Figure {
  const own = survey.directions.get(direction.id)!;
  if (survey.overall.means === null)
    return item(
      'MAN-4',
      because('noSurvey', [responsesOf(survey.overall)], given('noPoints', 'points', ZERO)),
    );
  notices.read('MAN-4');
  const threshold = parameter(regulation, 'SUR-3', 'threshold');
  const mean = own.means?.overall ?? because('entityMeanInstead', [threshold], survey.overall.means.overall);
  return item('MAN-4', surveyPoints(mean, regulation));
}

function responsesOf({ responses }: SurveyResult): Figure {
  return counted('responses', 'count', responses);
}

/** A mean of answers as points (a reading): as it is, or brought from the scale of the answers to 0–maximum. */
function surveyPoints(mean: Figure, regulation: Regulation): Figure {
  if (regulation.rules['MAN-4'].parameters.method.value === 'mean') return mean;
  const scale = regulation.rules['SUR-1'].parameters.scale.value.map(({ points }) => points);
  const lowest = counted('scaleLowest', 'points', Math.min(...scale));
  const highest = counted('scaleHighest', 'points', Math.max(...scale));
  const above = difference('aboveLowest', 'points', mean, lowest);
  const range = difference('scaleRange', 'points', highest, lowest);
  const maximum = parameter(regulation, 'MAN-4', 'maximum');
  return product('rescaledMean', 'points', quotient('share', 'factor', above, range), maximum);
}
