import { compare, divide, isZero, multiply, rational, sumOf, type Rational } from '../quantity/rational.ts';

/** The mean; null of none. */
export function meanOf(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : divide(sumOf(values), rational(values.length));
}

/** The least; null of none. */
export function leastOf(values: readonly Rational[]): Rational | null {
  return values.reduce<Rational | null>(
    (best, value) => (best === null || compare(value, best) < 0 ? value : best),
    null,
  );
}

/** The greatest; null of none. */
export function greatestOf(values: readonly Rational[]): Rational | null {
  return values.reduce<Rational | null>(
    (best, value) => (best === null || compare(value, best) > 0 ? value : best),
    null,
  );
}

/** `part` as a percentage of `whole`; null of nothing. */
export function percentOf(part: Rational, whole: Rational): Rational | null {
  return isZero(whole) ? null : divide(multiply(part, rational(100)), whole);
}
