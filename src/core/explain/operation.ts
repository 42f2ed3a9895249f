/** What a value counts. In a product a percentage counts as its hundredth part: 25 points × 80 % are 20 points. */
export type Unit =
  'points' | 'percent' | 'euro' | 'months' | 'days' | 'hours' | 'persons' | 'count' | 'rank' | 'factor';

/**
 * How a value follows from the inputs:
 * - `given`, `parameter`: it does not; it stands in the data or in the regulation.
 * - `sum`, `difference`, `product`, `quotient`, `least`, `greatest`: of the inputs, left to right. A quotient by 0 is 0.
 * - `weighted`: the product of value and weight; `weighted-mean`: Σ of those inputs / Σ of their weights.
 * - `round`, `floor`: the one input, half-up or down to `decimals`.
 * - `case`: the last input, chosen because of the ones before it (a row of a table, a condition).
 * - `share`: the pot in proportion to a weight, floored to the cent, and a cent of the remainder perhaps:
 *   inputs pot, weight, Σ of all weights, cent.
 */
export type Operation =
  | 'given'
  | 'parameter'
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'least'
  | 'greatest'
  | 'weighted'
  | 'weighted-mean'
  | 'round'
  | 'floor'
  | 'case'
  | 'share';
