import type { Cents } from './money.ts';
import type { Points } from './points.ts';
import type { Rational } from './rational.ts';
import { roundHalfUp } from './rounding.ts';

/** Plain decimal notation with exactly `decimals` decimals, rounded half-up: `"1234.50"`. */
export function decimalText(value: Rational, decimals = 2): string {
  const { numerator } = roundHalfUp(value, decimals);
  const digits = String(numerator < 0 ? -numerator : numerator).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return numerator < 0 ? `-${text}` : text;
}

/** `"48.19"` of awarded points or of an amount in cents. Neither is negative. */
export function hundredthsText(hundredths: Points | Cents): string {
  const small = Number(hundredths);
  if (!Number.isSafeInteger(small))
    return `${String(hundredths).slice(0, -2)}.${String(hundredths).slice(-2)}`;
  const cents = small % 100;
  return `${(small - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
