import { asBigInts, rational, type Rational } from './rational.ts';

/** `value` rounded half-up (away from zero) to `decimals`, as a fraction over 10^decimals (rules.md §0). */
export function roundHalfUp(value: Rational, decimals: number): Rational {
  const scale = 10 ** decimals;
  const { numerator, denominator } = value;
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    const doubled = Math.abs(numerator) * scale * 2 + denominator;
    const divisor = denominator * 2;
    if (Number.isSafeInteger(doubled) && Number.isSafeInteger(divisor)) {
      const rounded = (doubled - (doubled % divisor)) / divisor;
      return { numerator: numerator < 0 ? 0 - rounded : rounded, denominator: scale };
    }
  }
  const { numerator: n, denominator: d } = asBigInts(value);
  const scaled = n * BigInt(scale);
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = (size * 2n + d) / (d * 2n);
  return whole(scaled < 0n ? -rounded : rounded, scale);
}

/** `value` rounded down to `decimals`, as a fraction over 10^decimals (rules.md §0, where a pot is split). */
export function floor(value: Rational, decimals: number): Rational {
  const scale = 10 ** decimals;
  const { numerator, denominator } = asBigInts(value);
  const scaled = numerator * BigInt(scale);
  const quotient = scaled / denominator;
  return whole(scaled < 0n && quotient * denominator !== scaled ? quotient - 1n : quotient, scale);
}

function whole(numerator: bigint, denominator: number): Rational {
  const small = Number(numerator);
  return rational(Number.isSafeInteger(small) ? small : numerator, denominator);
}
