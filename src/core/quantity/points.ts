import type { Rational } from './rational.ts';
import { roundHalfUp } from './rounding.ts';

/** Points of a sheet, in whole hundredths: 48.19 points are `4819`. Never more than a few thousand, so a safe number. */
export type Points = number & { readonly [points]: true };
declare const points: unique symbol;

/** Rounds half-up to the hundredth, as an item is when it is awarded (rules.md §0). */
export function awardPoints(value: Rational): Points {
  return Number(roundHalfUp(value, 2).numerator) as Points;
}

/** The exact value of awarded points. */
export function pointsValue(awarded: Points): Rational {
  return { numerator: awarded, denominator: 100 };
}
