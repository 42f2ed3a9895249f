import type { Portal } from '../database/database.ts';
import type { AccountId } from './model.ts';

const lastSteps = new WeakMap<Portal, Map<AccountId, number>>();

/**
 * The last time step whose code was accepted, for each account: a code counts once. In memory only, because on disk it
 * would tell to the half minute when somebody came in, which the survey promises that nothing does. After a restart a
 * code of the last minute would count again, beside the password.
 */
export function lastStepsOf(portal: Portal): Map<AccountId, number> {
  const steps = lastSteps.get(portal) ?? new Map<AccountId, number>();
  lastSteps.set(portal, steps);
  return steps;
}
