import type { Cycle } from '../compute.ts';
import { pointsValue } from '../quantity/points.ts';
import { ZERO } from '../quantity/rational.ts';
import { parameter, tabled } from '../regulation/lookup.ts';
import { basePremiumFigure } from '../rules/employee-premiums.ts';
import { premiumWeight, upliftFigure, type UpliftOutcome } from '../rules/employee-premium.ts';
import type { EmployeeResult } from '../rules/employee-results.ts';
import {
  employeeSheet,
  employeeSheetMaximum,
  monthsFigure,
  type EmployeeSheet,
} from '../rules/employee-sheet.ts';
import { because, given, product, sum, under, type Figure } from './figure.ts';

/** The figures of an employee, each down to the sheet. */
export interface EmployeeFigures extends EmployeeSheet {
  /** The cut that the total does not exceed, in points (`PEN-D`). */
  readonly band: Figure;
  readonly base: Figure;
  readonly uplift: Figure;
  /** What the employee gets: base premium and uplift. */
  readonly pay: Figure;
}

/** Makes the figures of an employee again, of whom {@link Cycle} keeps the points alone. */
export function employeeFigures(result: EmployeeResult, cycle: Cycle): EmployeeFigures {
  const sheet = employeeSheet(result.employee, cycle.regulation);
  const [base, uplift] = [basePremium(result, sheet.total, cycle), upliftOf(result, cycle)];
  return {
    ...sheet,
    band: bandCut(result, sheet.total, cycle),
    base,
    uplift,
    pay: sum('pay', 'euro', [base, uplift]),
  };
}

function bandCut({ band }: EmployeeResult, total: Figure, { regulation }: Cycle): Figure {
  const rows = regulation.rules['PEN-D'].parameters.employeeBands.value;
  const { upTo } = rows.findLast((row) => row.band === band)!;
  const share = tabled('PEN-D', 'bandUpTo', upTo);
  const cut = product('bandUpTo', 'points', employeeSheetMaximum(regulation), share);
  return because('bandUpTo', [total], cut);
}

function basePremium(
  { employee, entitled, positive, position }: EmployeeResult,
  total: Figure,
  cycle: Cycle,
): Figure {
  const { regulation } = cycle;
  const nothing = given('nothing', 'euro', ZERO);
  if (!entitled) {
    const months = [monthsFigure(employee, regulation), parameter(regulation, 'PAY-M', 'minimumMonths')];
    return under('PAY-M', because('notEntitled', [total, ...months], nothing));
  }
  if (!positive)
    return under(
      'PAY-M',
      because('notPositive', [total, parameter(regulation, 'PAY-M', 'minimumTotal')], nothing),
    );
  const premiums = cycle.premiums.byDirection.get(employee.direction)!;
  const weight = premiumWeight(employee, total, regulation);
  return basePremiumFigure(premiums, weight, cycle.premiums.bases[position]!);
}

function upliftOf({ employee, total, entitled, positive }: EmployeeResult, cycle: Cycle): Figure {
  const { placing, upliftedIds, places } = cycle.premiums.byDirection.get(employee.direction)!;
  let outcome: UpliftOutcome = 'upliftNotWon';
  if (!entitled) outcome = 'notEntitled';
  else if (!positive) outcome = 'notPositive';
  else if (upliftedIds.has(employee.id)) outcome = 'upliftWon';
  else if (placing.tied.includes(employee.id)) outcome = 'upliftTied';
  return upliftFigure(given('total', 'points', pointsValue(total)), places, outcome, cycle.pot.upliftValue);
}
