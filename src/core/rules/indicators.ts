import type { Indicators } from '../cycle/input.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import { counted, product, quotient, sum, type Figure } from '../explain/figure.ts';
import { tabled } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

/** How many indicators ended with a result that can be assessed. */
export function assessableIndicators(indicators: Indicators): number {
  return (
    wholeNumber(indicators.improved) + wholeNumber(indicators.unchanged) + wholeNumber(indicators.worsened)
  );
}

/**
 * The part of the maximum that service indicators earn (`SET-C`, and `EQ-2B` with its own maximum): the outcomes by
 * their weights, over the assessable ones. 0 where none is assessable.
 */
export function indicatorPoints(maximum: Figure, indicators: Indicators, regulation: Regulation): Figure {
  const weights = regulation.rules['SET-C'].parameters.outcomeWeights.value;
  const outcome = (name: 'improved' | 'unchanged' | 'worsened') =>
    counted(name, 'count', wholeNumber(indicators[name]));
  const [improved, unchanged, worsened] = [outcome('improved'), outcome('unchanged'), outcome('worsened')];
  const favourable = sum('favourableIndicators', 'count', [
    product('improved', 'count', improved, tabled('SET-C', 'outcomeWeight', weights.improved)),
    product('unchanged', 'count', unchanged, tabled('SET-C', 'outcomeWeight', weights.unchanged)),
    product('worsened', 'count', worsened, tabled('SET-C', 'outcomeWeight', weights.worsened)),
  ]);
  const assessable = sum('assessableIndicators', 'count', [improved, unchanged, worsened]);
  return product(
    'indicatorPoints',
    'points',
    maximum,
    quotient('favourableShare', 'factor', favourable, assessable),
  );
}
