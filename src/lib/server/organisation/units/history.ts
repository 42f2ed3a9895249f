import { daysLater, type IsoDate } from '#core/calendar/iso-date.ts';
import { includes, type Period } from '#core/calendar/period.ts';
import type { UnitHistory, UnitId, UnitVersion } from '../model.ts';

/** What a reorganisation changes of a unit; what is missing stays as it was. */
export interface UnitChange {
  readonly name?: string;
  readonly parent?: UnitId | null;
}

export function versionOn({ versions }: UnitHistory, date: IsoDate): UnitVersion | null {
  return versions.find((version) => includes(version, date)) ?? null;
}

/** True if the unit exists on every day of a period. */
export function existsThroughout({ versions }: UnitHistory, period: Period): boolean {
  let next = period.from;
  for (const { from, to } of versions) {
    if (from > next || (to !== null && to < next)) continue;
    if (to === null || (period.to !== null && period.to <= to)) return true;
    next = daysLater(to, 1);
  }
  return false;
}

/**
 * The unit with a change from a day on, until the day for which another change is known already.
 *
 * @returns null if the unit does not exist on the day
 */
export function changedFrom(history: UnitHistory, from: IsoDate, change: UnitChange): UnitHistory | null {
  const current = versionOn(history, from);
  if (!current) return null;
  const changed = { ...current, ...change, from };
  const before = current.from < from ? [{ ...current, to: daysLater(from, -1) }] : [];
  const versions = history.versions.flatMap((version) =>
    version === current ? [...before, changed] : [version],
  );
  return { ...history, versions };
}

/**
 * The unit with a last day. What was planned for later is void.
 *
 * @returns null if the unit does not exist on the day
 */
export function endedOn(history: UnitHistory, lastDay: IsoDate): UnitHistory | null {
  const current = versionOn(history, lastDay);
  if (!current) return null;
  const kept = history.versions.filter(({ from }) => from < current.from);
  return { ...history, versions: [...kept, { ...current, to: lastDay }] };
}
