import type { UnitId } from '../organisation/model.ts';
import type { Reach } from './reach.ts';

/** Whether somebody's reach holds a unit, or what it answers for; null: it holds nothing. */
export function reachesUnit(reach: Reach | null, unit: UnitId): boolean {
  return reach !== null && (reach === 'all' || reach.units.includes(unit));
}
