import type { EmployeeInput } from '../cycle/input.ts';
import {
  because,
  counted,
  difference,
  given,
  least,
  product,
  sum,
  under,
  type Figure,
} from '../explain/figure.ts';
import { compare, rational, ZERO } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { parameter, tabled } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';
import { monthsFigure } from './employee-sheet.ts';
import { serviceShare } from './service-share.ts';

const WHOLE = given('hundredPercent', 'percent', rational(100));

/**
 * What an employee's part of the direction's budget is in proportion to (`PAY-M`): total × months/12, less sanctions
 * (`SAN-1`), balanced with incentives of law (`BAL-1`).
 */
export function premiumWeight(employee: EmployeeInput, total: Figure, regulation: Regulation): Figure {
  const service = serviceShare(monthsFigure(employee, regulation));
  const factors = [total, service];
  const sanctions = employee.sanctions ?? [];
  if (sanctions.length > 0) factors.push(afterSanctions(sanctions, regulation));
  const balancing = balancingShare(employee, regulation);
  if (balancing) factors.push(balancing);
  return product('premiumWeight', 'points', ...factors);
}

/** `SAN-1`: the reductions of several sanctions add up, to 100 % at most (a reading). */
function afterSanctions(sanctions: NonNullable<EmployeeInput['sanctions']>, regulation: Regulation): Figure {
  const { reductions } = regulation.rules['SAN-1'].parameters;
  const all = sum(
    'sanctions',
    'percent',
    sanctions.map((kind) => ({ ...tabled('SAN-1', 'sanction', reductions.value[kind]), about: kind })),
  );
  const reduction = least('sanctionReduction', 'percent', all, parameter(regulation, 'SAN-1', 'cap'));
  return under('SAN-1', difference('afterSanctions', 'percent', WHOLE, reduction));
}

/** `BAL-1`: the share of the premium that incentives of law leave, by the last step they reach; null where they reach none. */
function balancingShare(employee: EmployeeInput, regulation: Regulation): Figure | null {
  const received = exactly(employee.otherIncentives ?? 0);
  const step = regulation.rules['BAL-1'].parameters.steps.value.findLast(
    ({ from }) => compare(from.value, received) <= 0,
  );
  if (!step) return null;
  const grounds = [given('otherIncentives', 'euro', received), tabled('BAL-1', 'balancingFrom', step.from)];
  return under('BAL-1', because('balancing', grounds, tabled('BAL-1', 'balancingShare', step.share)));
}

/** Whether the share depends on a reading: the amount lies where the source's wording leaves a gap between two steps. */
export function liesInBalancingGap(employee: EmployeeInput, regulation: Regulation): boolean {
  const received = exactly(employee.otherIncentives ?? 0);
  const step = regulation.rules['BAL-1'].parameters.steps.value.findLast(
    ({ from }) => compare(from.value, received) <= 0,
  );
  return step?.writtenTo !== undefined && compare(received, step.writtenTo.value) > 0;
}

/** The uplift of one person (`UPL-W`): the value, or why not. */
export function upliftFigure(total: Figure, places: number, outcome: UpliftOutcome, value: Figure): Figure {
  const grounds = [total, counted('upliftPlaces', 'count', places)];
  return under(
    'UPL-W',
    because(outcome, grounds, outcome === 'upliftWon' ? value : given('nothing', 'euro', ZERO)),
  );
}

export type UpliftOutcome = 'upliftWon' | 'upliftNotWon' | 'upliftTied' | 'notEntitled' | 'notPositive';
