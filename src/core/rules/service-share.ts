import { counted, quotient, type Figure } from '../explain/figure.ts';

const MONTHS_OF_THE_YEAR = counted('monthsOfTheYear', 'months', 12);

/** The part of the year that somebody served: months/12 (`PAY-E`, `PAY-Q`, `PAY-M`). */
export function serviceShare(months: Figure): Figure {
  return quotient('serviceShare', 'factor', months, MONTHS_OF_THE_YEAR);
}
