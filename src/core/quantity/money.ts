import { asBigInts, rational, type Rational } from './rational.ts';
import { roundHalfUp } from './rounding.ts';

/** An amount of money in whole cents of a euro. A bigint: no pot is too large to be split to the cent. */
export type Cents = bigint & { readonly [cents]: true };
declare const cents: unique symbol;

export const NOTHING = 0n as Cents;

/** An amount in euros rounded half-up to the cent (rules.md §0). */
export function roundToCents(euros: Rational): Cents {
  return BigInt(roundHalfUp(euros, 2).numerator) as Cents;
}

/** An amount in euros that has no fraction of a cent. Throws a RangeError if it has one. */
export function wholeCents(euros: Rational): Cents {
  const { numerator, denominator } = asBigInts(euros);
  if ((numerator * 100n) % denominator !== 0n) throw new RangeError('an amount with a fraction of a cent');
  return ((numerator * 100n) / denominator) as Cents;
}

/** The exact value in euros. */
export function euros(amount: Cents): Rational {
  return rational(amount, 100);
}

export function totalCents(amounts: Iterable<Cents>): Cents {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Cents;
}
