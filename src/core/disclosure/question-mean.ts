import { rational } from '../quantity/rational.ts';
import { floor, roundHalfUp } from '../quantity/rounding.ts';
import type { Limits } from './limits.ts';
import { total, type Answers } from './survey-counts.ts';

/** How the mean of a question is published: as it is, or as a bound. */
export type Coding = 'exact' | 'atLeast' | 'atMost';

/** By how much the answers together are above the lowest possible: 0 if all gave the lowest. */
export function above(answers: Answers): number {
  return answers.reduce((sum, count, answer) => sum + count * answer, 0);
}

/** All but those whom the attacker may know gave the same answer, so that he could know it of every single one. */
export function nearlyUnanimous(answers: Answers, { knownAnswers }: Limits): boolean {
  return total(answers) - Math.max(...answers) <= knownAnswers;
}

/**
 * Two answers more apart than {@link nearlyUnanimous}. A distribution that is withheld tells that much, and the exact
 * mean stands beside it; with less room the two together could tell the distribution (docs/disclosure.md).
 */
export function alike(answers: Answers, { knownAnswers }: Limits): boolean {
  return total(answers) - Math.max(...answers) <= knownAnswers + 2;
}

/**
 * The sums that share a bound: from the end to what the attacker's own answers can be away from it, and one more. So
 * even who is as far from the end as one can be does not learn that all others are at it.
 */
export function codedReach(responses: number, { lowest, highest, knownAnswers }: Limits): number {
  const range = highest - lowest;
  return Math.min(knownAnswers * range + 1, wholeQuotient(range * responses, 2));
}

/** `points`: see {@link above}. */
export function codingOf(points: number, responses: number, limits: Limits): Coding {
  const reach = codedReach(responses, limits);
  const below = (limits.highest - limits.lowest) * responses - points;
  if (below <= reach) return 'atLeast';
  return points <= reach ? 'atMost' : 'exact';
}

/** The mean as its coding says it, in hundredths, half-up (`SUR-2`). */
export function meanHundredths(answers: Answers, coding: Coding, limits: Limits): number {
  const responses = total(answers);
  const reach = codedReach(responses, limits);
  const points = {
    exact: above(answers),
    atLeast: (limits.highest - limits.lowest) * responses - reach,
    atMost: reach,
  }[coding];
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
