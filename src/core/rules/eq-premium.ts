import type { CycleInput, EqHolderInput } from '../cycle/input.ts';
import {
  difference,
  given,
  product,
  quotient,
  rounded,
  share,
  under,
  type Figure,
} from '../explain/figure.ts';
import { allocate } from '../quantity/allocation.ts';
import { euros, wholeCents, type Cents } from '../quantity/money.ts';
import { compare, rational, subtract, sumOf, ZERO } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';
import { gateStopsPay, type EntityResult } from './entity.ts';
import type { EqSheet } from './eq-sheet.ts';
import { GATE_CLOSED, noPay, type Obstacle } from './obstacle.ts';
import { serviceShare } from './service-share.ts';

export interface EqPremium {
  readonly sheet: EqSheet;
  readonly access: boolean;
  readonly pay: Figure;
}

export interface EqPremiums {
  readonly list: readonly EqPremium[];
  /** Euros for a point and year; 0 where nobody has access. */
  readonly coefficient: Figure;
}

/**
 * `PAY-Q`: the pot in proportion to total × months/12 of those with access, to the cent; then the balancing with
 * incentives of law, whose reduction is economies (R §3.2). It does not depend on the grade of the position.
 */
export function eqPremiums(
  sheets: readonly EqSheet[],
  fund: CycleInput['funds']['eqHolders'],
  entity: EntityResult,
  regulation: Regulation,
): EqPremiums {
  const gateClosed = gateStopsPay('eqHolders', entity, regulation);
  const standings = sheets.map((sheet) => ({
    sheet,
    obstacle: gateClosed ? GATE_CLOSED : obstacle(sheet, regulation),
    weight: weightOf(sheet),
  }));
  const paid = standings.filter(({ obstacle }) => obstacle === null);
  const pot = given('resultPot', 'euro', exactly(fund.resultPay));
  // One figure, not one for each: an explanation is read by one holder and does not show the sheets of the others.
  const weights = given('allWeights', 'points', sumOf(paid.map(({ weight }) => weight.value)));
  const amounts = allocate(
    wholeCents(pot.value),
    paid.map(({ sheet, weight }) => ({ id: sheet.holder.id, weight: weight.value })),
  );
  const amountOf = new Map(paid.map(({ sheet }, at) => [sheet.holder.id, amounts[at]!]));

  const list = standings.map(({ sheet, obstacle, weight }): EqPremium => {
    if (obstacle)
      return {
        sheet,
        access: false,
        pay: noPay('PAY-Q', obstacle, sheet.total),
      };
    const part = partOf(pot, weight, weights, amountOf.get(sheet.holder.id)!);
    return { sheet, access: true, pay: under('PAY-Q', balanced(sheet.holder, part)) };
  });
  return {
    list,
    coefficient: quotient(
      'coefficient',
      'euro',
      paid.length > 0 ? pot : given('nothing', 'euro', ZERO),
      weights,
    ),
  };
}

function obstacle({ holder, total }: EqSheet, regulation: Regulation): Obstacle | null {
  const months = given('months', 'months', exactly(holder.months));
  const minimumMonths = parameter(regulation, 'PAY-Q', 'minimumMonths');
  if (compare(months.value, minimumMonths.value) < 0)
    return { reason: 'tooFewMonths', grounds: [months, minimumMonths] };
  const minimumTotal = parameter(regulation, 'PAY-Q', 'minimumTotal');
  return compare(total.value, minimumTotal.value) < 0
    ? { reason: 'totalTooLow', grounds: [minimumTotal] }
    : null;
}

function weightOf({ holder, total }: EqSheet): Figure {
  const months = given('months', 'months', exactly(holder.months));
  return product('premiumWeight', 'points', total, serviceShare(months));
}

/** The part of a pot as it was allocated, told as proportion and, perhaps, a cent of the remainder. */
export function partOf(pot: Figure, weight: Figure, weights: Figure, amount: Cents): Figure {
  const floored = share('part', pot, weight, weights, given('remainderCent', 'euro', ZERO));
  const cent = subtract(euros(amount), floored.value);
  return share('part', pot, weight, weights, given('remainderCent', 'euro', cent));
}

/** What the reduction for incentives of law leaves, rounded to the cent. */
function balanced({ incentiveReduction }: EqHolderInput, part: Figure): Figure {
  if (incentiveReduction === undefined) return part;
  const whole = given('hundredPercent', 'percent', rational(100));
  const kept = difference(
    'afterIncentives',
    'percent',
    whole,
    given('incentiveReduction', 'percent', exactly(incentiveReduction)),
  );
  return rounded('resultPay', 2, product('exactResultPay', 'euro', part, kept));
}
