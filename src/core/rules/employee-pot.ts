import {
  counted,
  difference,
  floored,
  given,
  product,
  quotient,
  rounded,
  sum,
  under,
  type Figure,
} from '../explain/figure.ts';
import { exactly, type Written } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

/** How the employees' pot divides into the uplifts and the base pot (R §3.3, paragraphs 1 and 2). */
export interface EmployeePot {
  readonly pot: Figure;
  /** Employees with enough months of service. */
  readonly heads: Figure;
  /** `EMP-M`, not rounded. */
  readonly meanPerHead: Figure;
  readonly upliftValue: Figure;
  readonly upliftCount: Figure;
  readonly upliftPot: Figure;
  /** `EMP-B` */
  readonly basePot: Figure;
  readonly meanBase: Figure;
  readonly meanWithUplift: Figure;
}

export function employeePot(
  individual: Written<'money'>,
  entitled: number,
  regulation: Regulation,
): EmployeePot {
  const pot = given('individualPot', 'euro', exactly(individual));
  const heads = counted('heads', 'persons', entitled);
  const meanPerHead = under('EMP-M', quotient('meanPerHead', 'euro', pot, heads));
  const decimals = Number(parameter(regulation, 'UPL-V', 'euroDecimals').value.numerator);
  const upliftValue = under(
    'UPL-V',
    floored(
      'upliftValue',
      decimals,
      product('exactUpliftValue', 'euro', parameter(regulation, 'UPL-V', 'percentage'), meanPerHead),
    ),
  );
  const upliftCount = under(
    'UPL-K',
    rounded('upliftCount', 0, product('exactUpliftCount', 'count', upliftQuota(regulation), heads)),
  );
  const upliftPot = product('upliftPot', 'euro', upliftCount, upliftValue);
  const basePot = under('EMP-B', difference('basePot', 'euro', pot, upliftPot));
  const meanBase = quotient('meanBase', 'euro', basePot, heads);
  const meanWithUplift = sum('meanWithUplift', 'euro', [meanBase, upliftValue]);
  return { pot, heads, meanPerHead, upliftValue, upliftCount, upliftPot, basePot, meanBase, meanWithUplift };
}

/** The percentage of the heads who may get an uplift (`UPL-K`). */
export function upliftQuota(regulation: Regulation): Figure {
  return parameter(regulation, 'UPL-K', 'percentage');
}
