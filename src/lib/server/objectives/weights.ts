import { decimalText } from '#core/quantity/decimal-text.ts';
import { compare, ONE, rational, sumOf } from '#core/quantity/rational.ts';
import { exactly } from '#core/quantity/written.ts';

/** Weights as they are written; null: not written, and counts as 1. */
export type Weights = readonly (string | null)[];

const HUNDRED = rational(100);

/**
 * Whether weights can be meant as they stand. The regulation weighs by proportion (`SET-B1`), so any weights would do;
 * but weights that are all alike, or come to 100 or to 1, are what people mean, and anything else is a slip: one was
 * forgotten, or one changed and the others not. Where none is written all count alike.
 */
export function weightsHold(weights: Weights): boolean {
  const values = weights.map((weight) => (weight === null ? ONE : exactly(weight)));
  const [first] = values;
  if (first === undefined || values.every((value) => compare(value, first) === 0)) return true;
  const total = sumOf(values);
  return compare(total, HUNDRED) === 0 || compare(total, ONE) === 0;
}

/** What weights come to, in plain decimal notation without needless zeros; null: none is written. */
export function weightsTotal(weights: Weights): string | null {
  if (weights.every((weight) => weight === null)) return null;
  const total = sumOf(weights.map((weight) => (weight === null ? ONE : exactly(weight))));
  return decimalText(total, 2).replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros));
}
