import { counted, given, weighted, weightedMean, type Figure } from '../explain/figure.ts';
import { exactly, type Written } from '../quantity/written.ts';

/** What of an objective counts: how far it was reached, 0–100, and its weight among the others; 1 if it has none. */
interface Weighed {
  readonly id?: string;
  readonly achievement: Written<'percent'>;
  readonly weight?: Written<'weight'> | undefined;
}

const WEIGHT_ONE = counted('weight', 'factor', 1);

/** The weighted mean achievement of objectives, 0–100, not rounded; 0 where there are none. */
export function meanAchievement(objectives: readonly Weighed[]): Figure {
  return weightedMean('meanAchievement', 'percent', objectives.map(weighedObjective));
}

function weighedObjective({ id, achievement, weight }: Weighed): Figure {
  return weighted(
    'objective',
    given('achievement', 'percent', exactly(achievement)),
    weight === undefined ? WEIGHT_ONE : given('weight', 'factor', exactly(weight)),
    id ?? null,
  );
}
