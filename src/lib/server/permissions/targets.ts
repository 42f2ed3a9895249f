import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import { scopeOf } from '../organisation/assignments/assignments.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { personOf } from '../organisation/people/people.ts';
import { unitOn } from '../organisation/units/units.ts';
import type { Target } from './permission.ts';

/** A person as something that is asked for; null if there is no such person. */
export async function personTarget(db: Reader, id: string, date: IsoDate): Promise<Target | null> {
  const person = id as PersonId;
  if ((await personOf(db, person)) === null) return null;
  return { kind: 'person', person, ...(await scopeOf(db, person, date)) };
}

/** A direction of this day; null if there is none. */
export async function directionTarget(db: Reader, id: string, date: IsoDate): Promise<Target | null> {
  const unit = await unitOn(db, id as UnitId, date);
  return unit?.kind === 'direction' ? { kind: 'direction', direction: unit.id } : null;
}
