import {
  because,
  counted,
  difference,
  given,
  greatest,
  product,
  quotient,
  rounded,
  size,
  under,
  weighted,
  weightedMean,
  type Figure,
} from '../explain/figure.ts';
import { compare, rational, ZERO } from '../quantity/rational.ts';
import { exactly, exactMeasure, type Written } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

/** What an indicator of an objective should do: rise, fall, hit its target, or be done (1) or not (0). */
export const INDICATOR_AIMS = ['higher', 'lower', 'onTarget', 'yesNo'] as const;
export type IndicatorAim = (typeof INDICATOR_AIMS)[number];

/** An indicator of an objective at the end of the year. */
export interface ObjectiveIndicator {
  /** What people call it, for the explanation; its number where it has none. */
  readonly name?: string | undefined;
  /** Where it stood before; null: unknown or of no meaning. */
  readonly baseline: Written<'measure'> | null;
  readonly target: Written<'measure'>;
  /** Null: not measured. */
  readonly measured: Written<'measure'> | null;
  /** Absent: 1. */
  readonly weight: Written<'weight'> | null;
  readonly better: IndicatorAim;
}

/**
 * `OBJ-A`, a reading: how far an objective was reached, 0–100, from its indicators: their weighted mean, rounded
 * half-up to 2 decimals, since it goes into the input of the core as a decimal. Null without indicators.
 */
export function objectiveAchievement(
  indicators: readonly ObjectiveIndicator[],
  regulation: Regulation,
): Figure | null {
  if (indicators.length === 0) return null;
  const mean = weightedMean(
    'meanOfIndicators',
    'percent',
    indicators.map((indicator, at) => {
      const { name, weight } = indicator;
      const counts =
        weight === null ? counted('weight', 'factor', 1) : given('weight', 'factor', exactly(weight));
      return weighted(
        'indicator',
        indicatorAchievement(indicator, regulation),
        counts,
        name ?? String(at + 1),
      );
    }),
  );
  return under('OBJ-A', rounded('objectiveAchievement', 2, mean));
}

const HUNDRED = given('hundredPercent', 'percent', rational(100));
const NOTHING = given('notBelowZero', 'percent', ZERO);

/** How far an indicator was reached, 0–100, not rounded. */
function indicatorAchievement(indicator: ObjectiveIndicator, regulation: Regulation): Figure {
  if (indicator.measured === null) return parameter(regulation, 'OBJ-A', 'notMeasured');
  const target = given('target', 'count', exactMeasure(indicator.target));
  const measured = given('indicatorResult', 'count', exactMeasure(indicator.measured));
  const baseline =
    indicator.baseline === null ? null : given('baseline', 'count', exactMeasure(indicator.baseline));
  const reaches = reachingOf(indicator.better, target);

  if (reaches(measured)) return because('targetReached', [measured, target], HUNDRED);
  // A baseline at the target or beyond leaves no way to cover.
  const start = baseline === null || reaches(baseline) ? null : baseline;
  const missed = because('targetMissed', [measured, target], NOTHING);
  switch (indicator.better) {
    case 'yesNo':
      return missed;
    case 'onTarget':
      return lessDeviation(measured, target, start) ?? missed;
    case 'higher':
    case 'lower':
      if (start !== null) return progress(measured, target, start);
      return ratio(indicator.better, measured, target) ?? missed;
  }
}

/** When a value is at the target or beyond. */
function reachingOf(better: IndicatorAim, target: Figure): (value: Figure) => boolean {
  return ({ value }) => {
    const beyond = compare(value, target.value);
    return beyond === 0 || (better === 'higher' && beyond > 0) || (better === 'lower' && beyond < 0);
  };
}

/** The part covered of the way from the baseline to the target, up or down. */
function progress(measured: Figure, target: Figure, baseline: Figure): Figure {
  const made = difference('progressMade', 'count', measured, baseline);
  const expected = difference('progressExpected', 'count', target, baseline);
  return inPercent(quotient('progressShare', 'factor', made, expected));
}

/** Result over target, or target over result where less is better; null where the target is 0 or below: no ratio tells. */
function ratio(better: 'higher' | 'lower', measured: Figure, target: Figure): Figure | null {
  if (compare(target.value, ZERO) <= 0) return null;
  return inPercent(
    better === 'higher'
      ? quotient('resultOverTarget', 'factor', measured, target)
      : quotient('targetOverResult', 'factor', target, measured),
  );
}

/** What a deviation leaves, as a part of the way from baseline to target or of the target; null where that is 0. */
function lessDeviation(measured: Figure, target: Figure, baseline: Figure | null): Figure | null {
  const scale =
    baseline === null
      ? size('sizeOfTarget', target)
      : size('sizeOfWay', difference('progressExpected', 'count', target, baseline));
  if (compare(scale.value, ZERO) === 0) return null;
  const deviation = size('sizeOfDeviation', difference('deviationFromTarget', 'count', measured, target));
  const share = quotient('deviationShare', 'factor', deviation, scale);
  return inPercent(difference('withoutDeviation', 'factor', counted('wholeShare', 'factor', 1), share));
}

/** A share in percent, not below 0. Over 100 it cannot be: then the target is reached. */
function inPercent(share: Figure): Figure {
  const exact = product('beforeCap', 'percent', counted('hundredPercent', 'count', 100), share);
  return greatest('indicatorAchievement', 'percent', NOTHING, exact);
}
