/**
 * Exact fractions. Nothing in the core rounds except where a rule says so, so every point, percentage and
 * amount is carried as a fraction until then.
 *
 * A whole number is a `number` while it is a safe integer and a `bigint` beyond: the same exact value, several
 * times faster for the small figures that make up nearly every sheet. Fractions are reduced only when they
 * outgrow the safe range.
 */
type Whole = number | bigint;

export interface Rational {
  readonly numerator: Whole;
  /** Always positive. */
  readonly denominator: Whole;
}

export const ZERO: Rational = { numerator: 0, denominator: 1 };
export const ONE: Rational = { numerator: 1, denominator: 1 };

/** The fraction `numerator / denominator`. Throws a RangeError if a number is not a safe integer or the denominator is 0. */
export function rational(numerator: Whole, denominator: Whole = 1): Rational {
  if (!isExact(numerator) || !isExact(denominator)) throw new RangeError('not a whole number');
  if (BigInt(denominator) === 0n) throw new RangeError('a fraction cannot have the denominator 0');
  return denominator < 0 ? normal(-BigInt(numerator), -BigInt(denominator)) : { numerator, denominator };
}

export function add(a: Rational, b: Rational): Rational {
  const { numerator: an, denominator: ad } = a;
  const { numerator: bn, denominator: bd } = b;
  if (typeof an === 'number' && typeof bn === 'number' && typeof ad === 'number' && typeof bd === 'number') {
    if (ad === bd) {
      const sum = an + bn;
      if (Number.isSafeInteger(sum)) return { numerator: sum, denominator: ad };
    } else {
      const left = an * bd;
      const right = bn * ad;
      const denominator = ad * bd;
      const sum = left + right;
      if (
        Number.isSafeInteger(left) &&
        Number.isSafeInteger(right) &&
        Number.isSafeInteger(sum) &&
        Number.isSafeInteger(denominator)
      )
        return { numerator: sum, denominator };
    }
  }
  return normal(BigInt(an) * BigInt(bd) + BigInt(bn) * BigInt(ad), BigInt(ad) * BigInt(bd));
}

export function negate(a: Rational): Rational {
  return {
    numerator: typeof a.numerator === 'number' ? 0 - a.numerator : -a.numerator,
    denominator: a.denominator,
  };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  const { numerator: an, denominator: ad } = a;
  const { numerator: bn, denominator: bd } = b;
  if (typeof an === 'number' && typeof bn === 'number' && typeof ad === 'number' && typeof bd === 'number') {
    const numerator = an * bn;
    const denominator = ad * bd;
    // The product of two safe integers is either exact or too large to be safe, so this check suffices.
    if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator))
      return { numerator, denominator };
  }
  return normal(BigInt(an) * BigInt(bn), BigInt(ad) * BigInt(bd));
}

/** `a / b`. Throws a RangeError if `b` is 0. */
export function divide(a: Rational, b: Rational): Rational {
  if (isZero(b)) throw new RangeError('division by 0');
  const negative = b.numerator < 0;
  const reciprocal: Rational = negative
    ? { numerator: -BigInt(b.denominator), denominator: -BigInt(b.numerator) }
    : { numerator: b.denominator, denominator: b.numerator };
  return multiply(a, reciprocal);
}

/** Negative if `a < b`, 0 if they are equal, positive if `a > b`. */
export function compare(a: Rational, b: Rational): number {
  const { numerator: an, denominator: ad } = a;
  const { numerator: bn, denominator: bd } = b;
  if (typeof an === 'number' && typeof bn === 'number' && typeof ad === 'number' && typeof bd === 'number') {
    const left = an * bd;
    const right = bn * ad;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  }
  const left = BigInt(an) * BigInt(bd);
  const right = BigInt(bn) * BigInt(ad);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isZero(a: Rational): boolean {
  return a.numerator === 0 || a.numerator === 0n;
}

export function sumOf(terms: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const term of terms) total = add(total, term);
  return total;
}

/** The whole numbers `numerator` and `denominator` as bigints, e.g. to bring many fractions to one denominator. */
export function asBigInts(a: Rational): { numerator: bigint; denominator: bigint } {
  return { numerator: BigInt(a.numerator), denominator: BigInt(a.denominator) };
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function isExact(whole: Whole): boolean {
  return typeof whole === 'bigint' || Number.isSafeInteger(whole);
}

/** Reduced, and back to safe numbers where they fit. */
function normal(numerator: bigint, denominator: bigint): Rational {
  const divisor = greatestCommonDivisor(numerator, denominator);
  const n = numerator / divisor;
  const d = denominator / divisor;
  const fits = -MAX_SAFE <= n && n <= MAX_SAFE && d <= MAX_SAFE;
  return fits ? { numerator: Number(n), denominator: Number(d) } : { numerator: n, denominator: d };
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
