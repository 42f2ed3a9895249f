import { decimalText } from '#core/quantity/decimal-text.ts';
import { sumOf } from '#core/quantity/rational.ts';
import { plainDecimal } from '#core/quantity/written.ts';

/** The exact sum of amounts with at most two decimals. */
export function sumOfDecimals(amounts: readonly string[]): string {
  return decimalText(sumOf(amounts.map((amount) => plainDecimal(amount)!)));
}
