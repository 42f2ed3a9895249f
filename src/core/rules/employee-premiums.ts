import type { Notices } from '../cycle/notices.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import { counted, given, product, type Figure } from '../explain/figure.ts';
import { allocate, allocatePlaces } from '../quantity/allocation.ts';
import { euros, NOTHING, totalCents, wholeCents, type Cents } from '../quantity/money.ts';
import { pointsValue } from '../quantity/points.ts';
import { add, compare, isZero, multiply, rational, sumOf, type Rational } from '../quantity/rational.ts';
import type { Regulation } from '../regulation/schema.ts';
import { liesInBalancingGap, premiumWeight } from './employee-premium.ts';
import { upliftQuota, type EmployeePot } from './employee-pot.ts';
import type { EmployeeResult } from './employee-results.ts';
import { partOf } from './eq-premium.ts';
import { placeHighest, type Placing } from './uplift.ts';

/** How the money of one direction went to its employees. */
export interface DirectionPremiums {
  readonly heads: number;
  /** `EMP-S` */
  readonly budget: Figure;
  /** How many uplifts the direction has (`UPL-K`), and who gets them (`UPL-W`). */
  readonly places: number;
  readonly placing: Placing;
  readonly upliftedIds: ReadonlySet<string>;
  /** Σ of the weights that the budget is in proportion to. */
  readonly weights: Rational;
  /** Σ of what its employees get, base and uplift, in euros. */
  readonly paid: Rational;
}

export interface EmployeePremiums {
  readonly byDirection: ReadonlyMap<string, DirectionPremiums>;
  /** The base premium of each employee (`PAY-M`), in the order of the input; 0 for who gets none. */
  readonly bases: readonly Cents[];
}

/** Splits uplifts and base pot over the directions and, within each, over its employees (R §3.3). */
export function employeePremiums(
  results: readonly EmployeeResult[],
  byDirection: ReadonlyMap<string, readonly EmployeeResult[]>,
  pot: EmployeePot,
  regulation: Regulation,
  notices: Notices,
): EmployeePremiums {
  const exactCount = product('exactUpliftCount', 'count', upliftQuota(regulation), pot.heads);
  if (compare(pot.upliftCount.value, exactCount.value) > 0) notices.warn('uplift-over-ten-percent', 'entity');

  const directions = [...byDirection].map(([id, own]) => ({
    id,
    heads: own.filter(({ entitled }) => entitled).length,
  }));
  const places = placesByDirection(directions, pot, regulation);
  const budgets = budgetsByDirection(directions, pot);
  const bases = Array<Cents>(results.length).fill(NOTHING);
  const premiums = directions.map(({ id, heads }, at): [string, DirectionPremiums] => {
    const recipients = byDirection.get(id)!.filter(({ entitled, positive }) => entitled && positive);
    const uplifts = upliftsOf(id, recipients, places[at]!, notices);
    const { weights, amounts } = basePremiums(id, recipients, budgets[at]!, regulation, notices);
    recipients.forEach(({ position }, index) => (bases[position] = amounts[index]!));
    const upliftsPaid = multiply(pot.upliftValue.value, rational(uplifts.placing.placed.length));
    const paid = add(euros(totalCents(amounts)), upliftsPaid);
    return [id, { heads, places: places[at]!, budget: budgets[at]!, ...uplifts, weights, paid }];
  });
  return { byDirection: new Map(premiums), bases };
}

interface Heads {
  readonly id: string;
  readonly heads: number;
}

/** `UPL-K` by direction: the percentage of its heads, by largest remainder to the number of the whole. */
function placesByDirection(directions: readonly Heads[], pot: EmployeePot, regulation: Regulation): number[] {
  const quota = multiply(upliftQuota(regulation).value, rational(1, 100));
  const quotas = directions.map(({ id, heads }) => ({ id, weight: multiply(quota, rational(heads)) }));
  return allocatePlaces(Number(pot.upliftCount.value.numerator), quotas);
}

/** `EMP-S`: base pot × heads of the direction / all heads, without losing a cent. */
function budgetsByDirection(directions: readonly Heads[], pot: EmployeePot): Figure[] {
  const parts = directions.map(({ id, heads }) => ({ id, weight: rational(heads) }));
  const budgets = allocate(wholeCents(pot.basePot.value), parts);
  return directions.map(({ heads }, at) => {
    const budget = partOf(pot.basePot, counted('directionHeads', 'persons', heads), pot.heads, budgets[at]!);
    return { ...budget, rule: 'EMP-S', label: 'directionBudget' };
  });
}

/** `UPL-W`: the highest totals among those entitled and positive. */
function upliftsOf(id: string, recipients: readonly EmployeeResult[], places: number, notices: Notices) {
  const placing = placeHighest(
    recipients.map(({ employee, total }) => ({
      id: employee.id,
      total: pointsValue(total),
      tieBreakRank: employee.tieBreakRank === undefined ? null : wholeNumber(employee.tieBreakRank),
    })),
    places,
  );
  if (placing.tied.length > 0) notices.leaveOpen(`UPL-W:${id}`, placing.tied);
  if (placing.equalTotalsAtCut) notices.read('UPL-W');
  return { placing, upliftedIds: new Set(placing.placed) };
}

/** `PAY-M`: the budget in proportion to the weights, so what months, sanctions or balancing leave goes to the rest. */
function basePremiums(
  id: string,
  recipients: readonly EmployeeResult[],
  budget: Figure,
  regulation: Regulation,
  notices: Notices,
) {
  const parts = recipients.map(({ employee, total }) => {
    if ((employee.sanctions?.length ?? 0) > 1) notices.read('SAN-1');
    if (liesInBalancingGap(employee, regulation)) notices.read('BAL-1');
    const points = given('total', 'points', pointsValue(total));
    return { id: employee.id, weight: premiumWeight(employee, points, regulation).value };
  });
  const weights = sumOf(parts.map(({ weight }) => weight));
  if (isZero(weights) && !isZero(budget.value)) notices.warn('budget-without-recipients', id);
  return { weights, amounts: allocate(wholeCents(budget.value), parts) };
}

/** The base premium of an employee as a figure: the part of the direction's budget. */
export function basePremiumFigure(premiums: DirectionPremiums, weight: Figure, amount: Cents): Figure {
  const part = partOf(premiums.budget, weight, given('directionWeights', 'points', premiums.weights), amount);
  return { ...part, rule: 'PAY-M', label: 'basePremium' };
}
