import { roundHalfUp } from '../quantity/rounding.ts';
import type { Figure } from './figure.ts';

/** The decimals of a published mean (`SUR-2`). */
const PUBLISHED_DECIMALS = 2;

/**
 * The same figure for who may read the result of a survey but not its sums: a mean of answers stands there as it is
 * published, without the sum and the number of answers behind it. From the sums of the entity and of the directions that
 * are shown, those of a hidden one could be computed (`SUR-4`).
 */
export function withoutResponses(figure: Figure): Figure {
  if (figure.rule === 'SUR-2') {
    const value = roundHalfUp(figure.value, PUBLISHED_DECIMALS);
    return { ...figure, value, operation: 'given', inputs: [] };
  }
  if (figure.inputs.length === 0) return figure;
  return { ...figure, inputs: figure.inputs.map(withoutResponses) };
}
