import { compareCodePoints } from './code-point-order.ts';
import type { Cents } from './money.ts';
import { asBigInts, greatestCommonDivisor, rational, type Rational } from './rational.ts';

export interface Part {
  readonly id: string;
  /** Not negative. */
  readonly weight: Rational;
}

/**
 * Splits a pot in proportion to the weights without losing a cent: every part is floored to the cent and the missing
 * cents go one each to the largest remainders, ties by id in code-point order (rules.md §0).
 *
 * In: the pot in cents, not negative; the parts. Out: the cents of each part, in the order of the parts; all 0 if no
 * part has a weight. The order of the parts does not matter to what a part gets.
 */
export function allocate(pot: Cents, parts: readonly Part[]): Cents[] {
  const weights = onOneDenominator(parts.map((part) => part.weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return parts.map(() => 0n as Cents);

  const remainders: bigint[] = [];
  let missing: bigint = pot;
  const amounts = weights.map((weight) => {
    const exact = pot * weight;
    const amount = exact / total;
    remainders.push(exact - amount * total);
    missing -= amount;
    return amount;
  });
  for (const index of largestFirst(remainders, parts).slice(0, Number(missing))) amounts[index]! += 1n;
  return amounts as Cents[];
}

/**
 * Gives `places` to the parts: each its quota floored, the rest one each to the largest remainders, ties by id
 * (`UPL-K`). Out: the places of each part, in their order. `places` is at least the sum of the floored quotas and at
 * most that sum plus the number of parts.
 */
export function allocatePlaces(places: number, quotas: readonly Part[]): number[] {
  const exact = quotas.map((quota) => asBigInts(quota.weight));
  const given = exact.map(({ numerator, denominator }) => Number(numerator / denominator));
  const missing = places - given.reduce((sum, count) => sum + count, 0);
  const remainders = onOneDenominator(
    exact.map(({ numerator, denominator }) => rational(numerator % denominator, denominator)),
  );
  for (const index of largestFirst(remainders, quotas).slice(0, missing)) given[index]! += 1;
  return given;
}

/** The numerators of the fractions over their least common denominator. */
function onOneDenominator(values: readonly Rational[]): bigint[] {
  const denominators = new Set(values.map(({ denominator }) => denominator));
  if (denominators.size <= 1) return values.map(({ numerator }) => BigInt(numerator));
  let common = 1n;
  for (const denominator of denominators) {
    const d = BigInt(denominator);
    if (common % d !== 0n) common *= d / greatestCommonDivisor(common, d);
  }
  return values.map((value) => {
    const { numerator, denominator } = asBigInts(value);
    return numerator * (common / denominator);
  });
}

function largestFirst(remainders: readonly bigint[], parts: readonly Part[]): number[] {
  return remainders
    .map((_, index) => index)
    .sort((a, b) => {
      const [x, y] = [remainders[a]!, remainders[b]!];
      return x === y ? compareCodePoints(parts[a]!.id, parts[b]!.id) : x > y ? -1 : 1;
    });
}
