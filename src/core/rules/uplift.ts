import { compare, type Rational } from '../quantity/rational.ts';

/** Who may get one of few places: the id, the total, and the rank that settles a tie (lower wins, null comes last). */
export interface Candidate {
  readonly id: string;
  readonly total: Rational;
  readonly tieBreakRank: number | null;
}

export interface Placing {
  /** Who gets a place, the best first. */
  readonly placed: readonly string[];
  /** Who is equal at the cut, so that none of them gets one; empty where the cut is clear. */
  readonly tied: readonly string[];
  /** Whether equal totals stood on both sides of the cut, settled by rank or not. */
  readonly equalTotalsAtCut: boolean;
}

/**
 * Gives `places` to the highest totals (`UPL-E`, `UPL-W`). Who is ahead of the cut keeps the place; those equal at the
 * cut, in total and in rank, are tied (rules.md §6, a reading).
 */
export function placeHighest(candidates: readonly Candidate[], places: number): Placing {
  const ranked = [...candidates].sort(order);
  const [last, next] = [ranked[places - 1], ranked[places]];
  if (!last || !next) return { placed: ids(ranked.slice(0, places)), tied: [], equalTotalsAtCut: false };
  const equalTotalsAtCut = compare(last.total, next.total) === 0;
  if (order(last, next) !== 0) return { placed: ids(ranked.slice(0, places)), tied: [], equalTotalsAtCut };
  return {
    placed: ids(ranked.filter((candidate) => order(candidate, last) < 0)),
    tied: ids(ranked.filter((candidate) => order(candidate, last) === 0)),
    equalTotalsAtCut,
  };
}

/** Total, higher first; then rank, lower first, absent last. */
function order(a: Candidate, b: Candidate): number {
  const byTotal = compare(b.total, a.total);
  if (byTotal !== 0) return byTotal;
  if (a.tieBreakRank === b.tieBreakRank) return 0;
  if (a.tieBreakRank === null) return 1;
  if (b.tieBreakRank === null) return -1;
  return a.tieBreakRank - b.tieBreakRank;
}

function ids(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ id }) => id);
}
