import type { Regulation } from '../regulation/schema.ts';
import { limitsOf, wholeOf } from './limits.ts';
import { wholeQuotient } from './question-mean.ts';

/**
 * What is shown of a direction's participation while the survey is open (`SUR-4`): the percentage that has been reached
 * at least, in steps; null if the direction is too small for that. Responses count in groups of the threshold, so no
 * step depends on fewer, and the last group is never told, so that «everybody» is not.
 *
 * Who watches the step change knows that somebody has just responded: show it as of the last midnight.
 */
export function participationStep(invited: number, responses: number, regulation: Regulation): number | null {
  const { participationFrom, participationStep: percent } = regulation.rules['SUR-4'].parameters;
  const { threshold } = limitsOf(regulation);
  if (invited < wholeOf(participationFrom)) return null;
  const groups = wholeQuotient(responses, threshold);
  const told = wholeQuotient(invited + 1, threshold) - 1;
  const counted = threshold * Math.max(0, Math.min(groups, told));
  const step = wholeOf(percent);
  return step * wholeQuotient(100 * counted, invited * step);
}
