import { because, given, under, type Figure } from '../explain/figure.ts';
import { ZERO } from '../quantity/rational.ts';
import type { RuleId } from '../regulation/rule-id.ts';

/** What stops an executive or EQ holder from the premium, with the figures that show it. */
export interface Obstacle {
  readonly reason: 'gateClosed' | 'tooFewMonths' | 'totalTooLow';
  readonly grounds: readonly Figure[];
}

/** The gate is closed (`GATE-1`). */
export const GATE_CLOSED: Obstacle = { reason: 'gateClosed', grounds: [] };

/** No amount, because of an obstacle; `total` is the total of the sheet, where the reader should see it. */
export function noPay(rule: RuleId, { reason, grounds }: Obstacle, total: Figure | null): Figure {
  const nothing =
    reason === 'gateClosed' ? under('GATE-1', given(reason, 'euro', ZERO)) : given('nothing', 'euro', ZERO);
  return under(rule, because(reason, total ? [total, ...grounds] : grounds, nothing));
}
