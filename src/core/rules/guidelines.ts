import { counted, given, quotient, rounded, sum, under, type Figure } from '../explain/figure.ts';
import { decimalText } from '../quantity/decimal-text.ts';
import { exactly, type Written } from '../quantity/written.ts';
import type { Regulation } from '../regulation/schema.ts';

/** Who gave points to the factors of a direction: the mayor or a councillor. */
export interface Giver {
  /** What the explanation calls them, such as the office. */
  readonly name: string;
  /** One for each factor; null: none given to that factor. */
  readonly factors: readonly (Written<'points'> | null)[];
}

/** A factor as it goes into the input of the core, and how it came about. */
export interface GuidelineFactor {
  /** With 2 decimals. */
  readonly points: string;
  readonly figure: Figure;
}

/**
 * `SET-A`, a reading: each factor of a direction is the mean of the points that several gave it, rounded half-up to 2
 * decimals. Null stands for a factor to which nobody gave any. Throws a RangeError if a giver has more or fewer factors
 * than the regulation.
 */
export function guidelineFactors(
  givers: readonly Giver[],
  { rules }: Regulation,
): readonly (GuidelineFactor | null)[] {
  const factors = Number(rules['SET-A'].parameters.factors.value.written);
  if (givers.some((giver) => giver.factors.length !== factors))
    throw new RangeError('not as many factors as the regulation has');
  return Array.from({ length: factors }, (_, at) => factorOf(givers, at));
}

function factorOf(givers: readonly Giver[], at: number): GuidelineFactor | null {
  const points = givers.flatMap(({ name, factors }) => {
    const written = factors[at] ?? null;
    return written === null ? [] : [given('pointsGiven', 'points', exactly(written), name)];
  });
  if (points.length === 0) return null;
  const mean = quotient(
    'meanOfGivers',
    'points',
    sum('sumOfGivers', 'points', points),
    counted('givers', 'persons', points.length),
  );
  const figure: Figure = {
    ...under('SET-A', rounded('alignmentFactor', 2, mean)),
    about: String(at + 1),
  };
  return { points: decimalText(figure.value), figure };
}
