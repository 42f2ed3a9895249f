import { isOfEntity, isOfPeople, type ObjectiveState } from './model.ts';
import type { IndicatorRow, ObjectiveRow, OwnerRow } from './store.ts';
import { weightsHold } from './weights.ts';

/** How far an objective has come. What was brought by a file may be reported without having been assigned here. */
export function stateOf(
  { certified, reported, assignedAt }: Pick<ObjectiveRow, 'certified' | 'reported' | 'assignedAt'>,
  owners: readonly Pick<OwnerRow, 'acceptedAt'>[],
): ObjectiveState {
  if (certified !== null) return 'certified';
  if (reported !== null) return 'reported';
  if (assignedAt === null) return 'draft';
  const isAccepted = owners.length > 0 && owners.every(({ acceptedAt }) => acceptedAt !== null);
  return isAccepted ? 'accepted' : 'assigned';
}

/** What an objective lacks before it can be assigned. */
export type ObjectiveGap = 'noIndicator' | 'noTarget' | 'weights' | 'noOwner';

export function gapsOf(
  { level }: Pick<ObjectiveRow, 'level'>,
  indicators: readonly Pick<IndicatorRow, 'target' | 'weight'>[],
  owners: readonly unknown[],
): ObjectiveGap[] {
  const gaps: ObjectiveGap[] = [];
  // The DUP's are measured by what serves them.
  if (!isOfEntity(level) && indicators.length === 0) gaps.push('noIndicator');
  if (indicators.some(({ target }) => target === '')) gaps.push('noTarget');
  if (!weightsHold(indicators.map(({ weight }) => weight))) gaps.push('weights');
  if (isOfPeople(level) && owners.length === 0) gaps.push('noOwner');
  return gaps;
}
