import { decimalText } from '#core/quantity/decimal-text.ts';
import { compare, divide, multiply, rational, sumOf, type Rational } from '#core/quantity/rational.ts';
import { exactly } from '#core/quantity/written.ts';

/** Sums, means and extremes of decimals as they are written, exact until they are written again. */
type Decimals = readonly (string | number)[];

export function total(decimals: Decimals, places = 2): string {
  return decimalText(exactSum(decimals), places);
}

export function mean(decimals: Decimals, places = 2): string {
  return decimalText(divide(exactSum(decimals), rational(decimals.length)), places);
}

export function least(decimals: Decimals): string {
  return decimalText(ordered(decimals)[0]!);
}

export function greatest(decimals: Decimals): string {
  return decimalText(ordered(decimals).at(-1)!);
}

export function percentage(part: number | string, whole: number | string, places = 2): string {
  return decimalText(divide(multiply(exactly(part), rational(100)), exactly(whole)), places);
}

/** Without the decimals where they are nothing: `24.00` → `24`. */
export function shortest(decimal: string): string {
  return decimal.replace(/\.0+$/, '');
}

function exactSum(decimals: Decimals): Rational {
  return sumOf(decimals.map(exactly));
}

function ordered(decimals: Decimals): Rational[] {
  return decimals.map(exactly).sort(compare);
}
