import { roundHalfUp } from '#core/quantity/rounding.ts';
import { rational } from '#core/quantity/rational.ts';
import { countOutcomes, OUTCOMES, type Outcome } from '#core/rules/indicator-outcome.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { measuredOf } from './measured.ts';
import type { ResultRow } from './store.ts';

/** How many indicators ended how, and the part of all that each is, in hundredths of a percent. */
export interface CountedOutcomes {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly shares: Readonly<Record<Outcome, number>>;
  readonly total: number;
}

export function countedOutcomes(rows: readonly ResultRow[], regulation: Regulation): CountedOutcomes {
  const counts = countOutcomes(rows.map(measuredOf), regulation);
  const total = rows.length;
  // As R publishes them: of all indicators, with two decimals.
  const share = (count: number) =>
    total === 0 ? 0 : Number(roundHalfUp(rational(count * 10_000, total), 0).numerator);
  const shares = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, share(counts[outcome])]));
  return { counts, shares: shares as CountedOutcomes['shares'], total };
}
