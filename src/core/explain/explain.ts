import type { Cycle } from '../compute.ts';
import { pointsValue } from '../quantity/points.ts';
import { rational, ZERO } from '../quantity/rational.ts';
import { parameter } from '../regulation/lookup.ts';
import { basePremiumFigure } from '../rules/employee-premiums.ts';
import { premiumWeight, upliftFigure, type UpliftOutcome } from '../rules/employee-premium.ts';
import type { EmployeeResult } from '../rules/employee-results.ts';
import { employeeSheet, monthsFigure } from '../rules/employee-sheet.ts';
import { because, given, product, sum, under, type Figure } from './figure.ts';

/** Why the figures of a person or direction are what they are. */
export interface Explanation {
  readonly kind: 'executive' | 'eqHolder' | 'employee' | 'direction';
  readonly id: string;
  readonly figures: readonly Figure[];
}

/**
 * Explains the figures of an executive, EQ holder, employee or direction. Ids are unique within their list only, so
 * there may be several explanations; none if nobody has the id.
 */
export function explain(cycle: Cycle, id: string): Explanation[] {
  const explanations: Explanation[] = [];
  const executive = cycle.executives.list.find((premium) => premium.executive.id === id);
  if (executive) explanations.push({ kind: 'executive', id, figures: [executive.pay] });
  const holder = cycle.eqHolders.list.find(({ sheet }) => sheet.holder.id === id);
  if (holder) explanations.push({ kind: 'eqHolder', id, figures: [holder.pay] });
  const employee = cycle.employees.find((result) => result.employee.id === id);
  if (employee) explanations.push({ kind: 'employee', id, figures: [employeePay(employee, cycle)] });
  const sheet = cycle.sheets.get(id);
  if (sheet)
    explanations.push({ kind: 'direction', id, figures: [sheet.total, ...directionMoney(id, cycle)] });
  return explanations;
}

/** What an employee gets: the base premium and the uplift, each down to the sheet. */
function employeePay(result: EmployeeResult, cycle: Cycle): Figure {
  const { total } = employeeSheet(result.employee, cycle.regulation);
  return sum('pay', 'euro', [basePremium(result, total, cycle), uplift(result, cycle)]);
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

function uplift({ employee, total, entitled, positive }: EmployeeResult, cycle: Cycle): Figure {
  const { placing, upliftedIds, places } = cycle.premiums.byDirection.get(employee.direction)!;
  let outcome: UpliftOutcome = 'upliftNotWon';
  if (!entitled) outcome = 'notEntitled';
  else if (!positive) outcome = 'notPositive';
  else if (upliftedIds.has(employee.id)) outcome = 'upliftWon';
  else if (placing.tied.includes(employee.id)) outcome = 'upliftTied';
  return upliftFigure(given('total', 'points', pointsValue(total)), places, outcome, cycle.pot.upliftValue);
}

/** The money of a direction's employees: its budget (`EMP-S`) and its uplifts (`UPL-K`). */
function directionMoney(id: string, cycle: Cycle): Figure[] {
  const { budget, places, heads } = cycle.premiums.byDirection.get(id)!;
  const quota = product(
    'exactUpliftCount',
    'count',
    parameter(cycle.regulation, 'UPL-K', 'percentage'),
    given('directionHeads', 'persons', rational(heads)),
  );
  const awarded = given('directionPlaces', 'count', rational(places));
  return [budget, under('UPL-K', because('directionPlaces', [quota, cycle.pot.upliftCount], awarded))];
}
