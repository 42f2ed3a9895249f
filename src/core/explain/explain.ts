import type { Cycle } from '../compute.ts';
import { rational } from '../quantity/rational.ts';
import { parameter } from '../regulation/lookup.ts';
import { employeeFigures } from './employee-figures.ts';
import { because, given, product, under, type Figure } from './figure.ts';

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
  if (employee) explanations.push({ kind: 'employee', id, figures: [employeeFigures(employee, cycle).pay] });
  const sheet = cycle.sheets.get(id);
  if (sheet)
    explanations.push({ kind: 'direction', id, figures: [sheet.total, ...directionMoney(id, cycle)] });
  return explanations;
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
