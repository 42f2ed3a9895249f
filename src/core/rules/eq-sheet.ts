import type { EqHolderInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { given, item, product, quotient, sum, type Figure } from '../explain/figure.ts';
import { exactly } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';
import type { EntityResult } from './entity.ts';
import type { ExecutiveSheet } from './executive-sheet.ts';
import { assessableIndicators, indicatorPoints } from './indicators.ts';
import { meanAchievement } from './objectives.ts';

export const EQ_ITEMS = ['EQ-1A', 'EQ-1B', 'EQ-2A', 'EQ-2B', 'EQ-3'] as const;
export type EqItem = (typeof EQ_ITEMS)[number];

export interface EqSheet {
  readonly holder: EqHolderInput;
  readonly items: Readonly<Record<EqItem, Figure>>;
  readonly total: Figure;
}

/** The sheet of an EQ holder (R §3.2): max 100 = entity and sector 10 + service 60 + behaviours 30. */
export function eqSheet(
  holder: EqHolderInput,
  direction: ExecutiveSheet,
  entity: EntityResult,
  regulation: Regulation,
  notices: Notices,
): EqSheet {
  if (holder.objectives.length === 0) notices.warn('no-objectives', holder.id);
  if (assessableIndicators(holder.indicators) === 0) notices.warn('no-assessable-indicator', holder.id);
  const maximum = (rule: 'EQ-1A' | 'EQ-1B' | 'EQ-2A' | 'EQ-2B') => parameter(regulation, rule, 'maximum');
  const items: Record<EqItem, Figure> = {
    'EQ-1A': item(
      'EQ-1A',
      product(
        'entityPoints',
        'points',
        maximum('EQ-1A'),
        quotient('share', 'factor', entity.total, entityMaximum(regulation)),
      ),
    ),
    'EQ-1B': sectorContribution(direction, regulation, notices),
    'EQ-2A': item(
      'EQ-2A',
      product('objectivePoints', 'points', maximum('EQ-2A'), meanAchievement(holder.objectives)),
    ),
    'EQ-2B': item('EQ-2B', indicatorPoints(maximum('EQ-2B'), holder.indicators, regulation)),
    'EQ-3': item('EQ-3', behaviours(holder)),
  };
  return {
    holder,
    items,
    total: sum(
      'total',
      'points',
      EQ_ITEMS.map((rule) => items[rule]),
    ),
  };
}

function entityMaximum(regulation: Regulation): Figure {
  return sum('entityMaximum', 'points', [
    parameter(regulation, 'ENT-A', 'maximum'),
    parameter(regulation, 'ENT-B', 'maximum'),
  ]);
}

/** `EQ-1B` (a reading): in proportion to the rounded items of the direction's sheet, over their maximum. */
function sectorContribution(direction: ExecutiveSheet, regulation: Regulation, notices: Notices): Figure {
  notices.read('EQ-1B');
  const rules = regulation.rules['EQ-1B'].parameters.items.value;
  const reached = sum(
    'sectorPoints',
    'points',
    rules.map((rule) => direction.items[rule]),
  );
  const attainable = sum(
    'sectorMaximum',
    'points',
    rules.map((rule) => parameter(regulation, rule, 'maximum')),
  );
  const maximum = parameter(regulation, 'EQ-1B', 'maximum');
  return item(
    'EQ-1B',
    product('sectorContribution', 'points', maximum, quotient('share', 'factor', reached, attainable)),
  );
}

function behaviours({ behaviours }: EqHolderInput): Figure {
  return sum(
    'behaviours',
    'points',
    behaviours.map((points, at) => given('behaviour', 'points', exactly(points), String(at + 1))),
  );
}
