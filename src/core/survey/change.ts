/** A question in one year: how many gave each answer, from 1 to 5, and how many could have answered. */
export interface QuestionYear {
  readonly counts: readonly number[];
  readonly invited: number;
}

/** What is known of an earlier year: its mean, and not always who gave which answer. */
export interface EarlierYear {
  /** Hundredths of a point. */
  readonly mean: number;
  readonly responses: number;
  readonly invited: number;
  /** Null: only the mean was published. Then the spread of the later year is taken for both. */
  readonly counts: readonly number[] | null;
}

export interface Change {
  /** Hundredths of a point, rounded half-up. */
  readonly change: number;
  /** Half the width of the interval, in hundredths of a point, rounded up; null where too few answered to tell. */
  readonly plusMinus: number | null;
}

/** 1.96 standard errors hold 95 of 100 samples; times 100 for hundredths of a point. */
const HUNDREDTHS_OF_95_PERCENT = 196n;

/**
 * How much the mean of a question changed from an earlier year, with the interval in which the change among all who were
 * invited lies in 95 of 100 cases, if those who answered are as good as drawn by lot among them. The population is finite:
 * where everybody answered nothing is uncertain.
 */
export function changeOf(now: QuestionYear, earlier: EarlierYear, mean: number): Change {
  const spread = varianceOf(now.counts);
  const earlierSpread = earlier.counts ? varianceOf(earlier.counts) : spread;
  const responses = now.counts.reduce((sum, count) => sum + count, 0);
  if (spread === null || earlierSpread === null || earlier.responses < 2)
    return { change: mean - earlier.mean, plusMinus: null };
  const parts = [
    ofMean(spread, responses, now.invited),
    ofMean(earlierSpread, earlier.responses, earlier.invited),
  ];
  const [a, b] = parts as [Fraction, Fraction];
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
  const denominator = a.denominator * b.denominator;
  const squared = HUNDREDTHS_OF_95_PERCENT * HUNDREDTHS_OF_95_PERCENT * numerator;
  return { change: mean - earlier.mean, plusMinus: Number(rootUp(squared, denominator)) };
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The variance of the answers, in points squared; null for fewer than two. */
function varianceOf(counts: readonly number[]): Fraction | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < 2) return null;
  const sum = counts.reduce((total, count, at) => total + count * (at + 1), 0);
  const squares = counts.reduce((total, count, at) => total + count * (at + 1) ** 2, 0);
  return { numerator: BigInt(n * squares - sum * sum), denominator: BigInt(n) * BigInt(n - 1) };
}

/** The variance of a mean of `n` answers out of `invited`. */
function ofMean({ numerator, denominator }: Fraction, n: number, invited: number): Fraction {
  const all = BigInt(Math.max(n, invited));
  return { numerator: numerator * (all - BigInt(n)), denominator: denominator * BigInt(n) * all };
}

/** The least whole number whose square is not below the fraction. */
function rootUp(numerator: bigint, denominator: bigint): bigint {
  let low = 0n;
  let high = 1n;
  while (high * high * denominator < numerator) high *= 2n;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (middle * middle * denominator < numerator) low = middle + 1n;
    else high = middle;
  }
  return low;
}
