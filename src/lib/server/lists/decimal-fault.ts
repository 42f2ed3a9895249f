import { compare, multiply, rational, type Rational } from '#core/quantity/rational.ts';
import { plainDecimal } from '#core/quantity/written.ts';
import type { CellFault } from './fault.ts';

interface Limits {
  readonly least: string | null;
  readonly most: string | null;
  readonly decimals?: number;
  readonly exclusive?: boolean;
}

/** Why a decimal, perhaps with a minus, is out of its limits; null if it is not. Exact, whatever its length. */
export function decimalFault(decimal: string, limits: Limits): CellFault | null {
  const { least, most, decimals, exclusive = false } = limits;
  const fraction = decimal.split('.')[1] ?? '';
  if (decimals !== undefined && fraction.length > decimals)
    return { code: 'tooManyDecimals', most: decimals };
  const value = signed(decimal);
  if (value === null) return { code: 'notANumber', text: decimal };
  if (least !== null) {
    const order = compare(value, signed(least)!);
    if (order < 0 || (exclusive && order === 0)) return { code: 'tooSmall', least, exclusive };
  }
  if (most !== null && compare(value, signed(most)!) > 0) return { code: 'tooLarge', most };
  return null;
}

const MINUS_ONE = rational(-1);

function signed(decimal: string): Rational | null {
  if (!decimal.startsWith('-')) return plainDecimal(decimal);
  const value = plainDecimal(decimal.slice(1));
  return value && multiply(MINUS_ONE, value);
}
