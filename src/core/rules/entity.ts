import type { CycleInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import {
  because,
  counted,
  given,
  item,
  product,
  quotient,
  sum,
  under,
  type Figure,
} from '../explain/figure.ts';
import { compare, rational, ZERO } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

/** The gate and the performance of the entity, equal for all (R §3.1, item 1). */
export interface EntityResult {
  readonly gate: boolean;
  readonly qualityOfLife: Figure;
  readonly residualCollection: Figure;
  readonly residualCollectionRate: Figure;
  /** `ENT`, at most 10. */
  readonly total: Figure;
}

type EntityInput = CycleInput['entity'];

export function entityResult(entity: EntityInput, regulation: Regulation, notices: Notices): EntityResult {
  const gate = gateIsOpen(entity);
  if (!gate) notices.read('GATE-1');
  const qualityOfLife = qualityOfLifePoints(entity, regulation);
  const residualCollectionRate = collectionRate(entity);
  const residualCollection = residualCollectionPoints(residualCollectionRate, regulation);
  const total = under('ENT', sum('total', 'points', [qualityOfLife, residualCollection]));
  return { gate, qualityOfLife, residualCollection, residualCollectionRate, total };
}

/** Whether a group's premiums depend on the gate (`GATE-1`, a reading). */
export function gateStopsPay(
  group: 'executives' | 'eqHolders',
  entity: EntityResult,
  regulation: Regulation,
): boolean {
  return !entity.gate && regulation.rules['GATE-1'].parameters.appliesTo.value.includes(group);
}

/** `GATE-1`: the balance was kept, or missing it stems from choices that the Administration formally expressed. */
function gateIsOpen({ budgetBalance }: EntityInput): boolean {
  return budgetBalance.achieved || budgetBalance.waiver;
}

/** `ENT-A`: all or nothing, earned by one ranking that is good enough. */
function qualityOfLifePoints({ qualityOfLife }: EntityInput, regulation: Regulation): Figure {
  const bestPosition = parameter(regulation, 'ENT-A', 'bestPosition');
  const positions = qualityOfLife.map(({ source, position }) =>
    counted('position', 'rank', wholeNumber(position), source),
  );
  const reached = positions.some(({ value }) => compare(value, bestPosition.value) <= 0);
  return item(
    'ENT-A',
    because(
      reached ? 'rankingReached' : 'rankingMissed',
      [...positions, bestPosition],
      reached ? parameter(regulation, 'ENT-A', 'maximum') : given('noPoints', 'points', ZERO),
    ),
  );
}

/** The ratio of the sums in percent, not the mean of the ratios (`ENT-B`); 0 where nothing was assessed. */
function collectionRate({ residualCollection }: EntityInput): Figure {
  const summed = (field: 'collected' | 'assessed') =>
    sum(
      field,
      'euro',
      residualCollection.map((row) => given(field, 'euro', exactly(row[field]), row.title)),
    );
  return product(
    'residualCollectionRate',
    'percent',
    counted('hundredPercent', 'count', 100),
    quotient('collectedShare', 'factor', summed('collected'), summed('assessed')),
  );
}

/** `ENT-B`: all or nothing. */
function residualCollectionPoints(rate: Figure, regulation: Regulation): Figure {
  const minimumRate = parameter(regulation, 'ENT-B', 'minimumRate');
  const reached = compare(rate.value, minimumRate.value) >= 0;
  return item(
    'ENT-B',
    because(
      reached ? 'rateReached' : 'rateMissed',
      [rate, minimumRate],
      reached ? parameter(regulation, 'ENT-B', 'maximum') : given('noPoints', 'points', rational(0)),
    ),
  );
}
