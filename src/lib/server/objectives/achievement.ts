import { decimalText } from '#core/quantity/decimal-text.ts';
import type { Figure } from '#core/explain/figure.ts';
import type { Written } from '#core/quantity/written.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { objectiveAchievement } from '#core/rules/objective-achievement.ts';
import type { Cells } from '../lists/definition.ts';
import type { Better } from './model.ts';

/** How far an objective was reached, in percent, and who says so. */
export interface Achievement {
  readonly value: string;
  readonly from: 'certified' | 'computed' | 'reported';
  /** What its indicators come to; null: it has none. */
  readonly computed: Figure | null;
}

/**
 * What counts for an objective: what the Nucleo certified, else what its indicators come to (`OBJ-A`), else what was
 * reported. Null: nothing is known.
 *
 * @param objective a record of the list of objectives
 * @param indicators records of the list of their indicators
 */
export function achievementOf(
  objective: Cells,
  indicators: readonly Cells[],
  regulation: Regulation,
): Achievement | null {
  const computed = computedOf(indicators, regulation);
  if (objective.certified != null) return { value: objective.certified, from: 'certified', computed };
  // Indicators that nobody has measured say nothing beside what was reported.
  const measured = indicators.some((indicator) => indicator.measured != null);
  if (computed && measured) return { value: decimalText(computed.value), from: 'computed', computed };
  if (objective.reported != null) return { value: objective.reported, from: 'reported', computed };
  return null;
}

/** What indicators come to (`OBJ-A`); null without any, or while one has no target. */
export function computedOf(indicators: readonly Cells[], regulation: Regulation): Figure | null {
  if (indicators.some(({ target }) => target == null || target === '')) return null;
  return objectiveAchievement(indicators.map(asIndicator), regulation);
}

function asIndicator({ name, baseline, target, measured, weight, better }: Cells) {
  return {
    name: name ?? undefined,
    baseline: (baseline ?? null) as Written<'measure'> | null,
    target: target! as unknown as Written<'measure'>,
    measured: (measured ?? null) as Written<'measure'> | null,
    weight: (weight ?? null) as Written<'weight'> | null,
    better: better as Better,
  };
}
