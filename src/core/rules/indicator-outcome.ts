import { because, difference, given, product, size, under, type Figure } from '../explain/figure.ts';
import { compare, isZero, negate, ZERO } from '../quantity/rational.ts';
import { exactMeasure, type Written } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

/** How a service indicator ended against its standard, in the order of the source. */
export const OUTCOMES = ['improved', 'unchanged', 'worsened', 'notAssessable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A service indicator at the end of the year; either figure may be negative (a balance) or missing. */
export interface MeasuredIndicator {
  readonly standard: Written<'measure'> | null;
  readonly value: Written<'measure'> | null;
  readonly better: 'higher' | 'lower';
}

export type IndicatorOutcome =
  /** `why` is the deviation from the standard, under `IND-O`. */
  | { readonly outcome: Exclude<Outcome, 'notAssessable'>; readonly why: Figure }
  | { readonly outcome: 'notAssessable'; readonly missing: readonly ('standard' | 'value')[] };

/**
 * `IND-O`, a reading: better than the standard is improved, worse is worsened, equal is unchanged; so is a deviation
 * within the tolerance, a percentage of the size of the standard. Without one of the two figures it is not assessable.
 */
export function indicatorOutcome(
  { standard, value, better }: MeasuredIndicator,
  regulation: Regulation,
): IndicatorOutcome {
  if (standard === null || value === null) {
    const figures = { standard, value };
    return {
      outcome: 'notAssessable',
      missing: (['standard', 'value'] as const).filter((name) => figures[name] === null),
    };
  }
  const wanted = given('standard', 'count', exactMeasure(standard));
  const reached = given('indicatorResult', 'count', exactMeasure(value));
  const deviation = difference('deviation', 'count', reached, wanted);
  const tolerated = product(
    'toleratedDeviation',
    'count',
    parameter(regulation, 'IND-O', 'tolerance'),
    size('sizeOfStandard', wanted),
  );
  const favourable = better === 'higher' ? deviation.value : negate(deviation.value);
  const outcome = outcomeOf(favourable, tolerated.value);
  return { outcome, why: under('IND-O', because(REASONS[outcome], [tolerated], deviation)) };
}

/** The outcomes of many indicators, counted as the input of the core wants them. */
export function countOutcomes(
  indicators: Iterable<MeasuredIndicator>,
  regulation: Regulation,
): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { improved: 0, unchanged: 0, worsened: 0, notAssessable: 0 };
  for (const indicator of indicators) counts[indicatorOutcome(indicator, regulation).outcome] += 1;
  return counts;
}

const REASONS = {
  improved: 'betterThanStandard',
  unchanged: 'equalToStandard',
  worsened: 'worseThanStandard',
} as const;

function outcomeOf(favourable: Figure['value'], tolerated: Figure['value']) {
  if (isZero(favourable)) return 'unchanged';
  if (compare(favourable, ZERO) > 0) return compare(favourable, tolerated) > 0 ? 'improved' : 'unchanged';
  return compare(negate(favourable), tolerated) > 0 ? 'worsened' : 'unchanged';
}
