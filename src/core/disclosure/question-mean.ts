import { rational } from '../quantity/rational.ts';
import { floor, roundHalfUp } from '../quantity/rounding.ts';
import type { Limits } from './limits.ts';
import { total, type Answers } from './survey-counts.ts';

/**
 * How the mean of a question is published: as it is, as a bound, or not at all. It depends on nothing but the answers of
 * the group itself.
 */
export type MeanState = 'exact' | 'atLeast' | 'atMost' | 'withheld';

/** Extreme means become bounds; where nearly all gave the same answer, nothing is said. */
export function meanStateOf(answers: Answers, limits: Limits): MeanState {
  const points = above(answers);
  const responses = total(answers);
  const reach = codedReach(responses, limits);
  if ((limits.highest - limits.lowest) * responses - points <= reach) return 'atLeast';
  if (points <= reach) return 'atMost';
  return nearlyUnanimous(answers, limits) ? 'withheld' : 'exact';
}

/** By how much the answers together are above the lowest possible: 0 if all gave the lowest. */
export function above(answers: Answers): number {
  return answers.reduce((sum, count, answer) => sum + count * answer, 0);
}

/**
 * All gave the same answer but those whom the attacker may know, and one more. Without that one, who is the only one to
 * have answered otherwise would learn from the silence that all the others agree.
 */
function nearlyUnanimous(answers: Answers, { knownAnswers }: Limits): boolean {
  return total(answers) - Math.max(...answers) <= knownAnswers + 1;
}

/**
 * The sums that share a bound: from the end to what the attacker's own answers can be away from it, and one more. So
 * even who is as far from the end as one can be does not learn that all others are at it.
 */
export function codedReach(responses: number, { lowest, highest, knownAnswers }: Limits): number {
  const range = highest - lowest;
  return Math.min(knownAnswers * range + 1, wholeQuotient(range * responses, 2));
}

/** The mean, or its bound, in hundredths, half-up (`SUR-2`). */
export function meanHundredths(
  answers: Answers,
  state: Exclude<MeanState, 'withheld'>,
  limits: Limits,
): number {
  const responses = total(answers);
  const reach = codedReach(responses, limits);
  const points = {
    exact: above(answers),
    atLeast: (limits.highest - limits.lowest) * responses - reach,
    atMost: reach,
  }[state];
  return hundredths(points + limits.lowest * responses, responses);
}

/** `dividend / divisor` in hundredths, half-up. */
export function hundredths(dividend: number, divisor: number): number {
  return Number(roundHalfUp(rational(dividend, divisor), 2).numerator);
}

/** `dividend / divisor`, rounded down. */
export function wholeQuotient(dividend: number, divisor: number): number {
  return Number(floor(rational(dividend, divisor), 0).numerator);
}
