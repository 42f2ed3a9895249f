import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import { staffOf } from '../organisation/assignments/assignments.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { withAllInside } from '../organisation/units/structure.ts';
import { structureOn } from '../organisation/units/units.ts';
import { scopesOf, type Subject } from './permission.ts';
import type { Action } from './table.ts';

/** What somebody may do something to: everything, or these units and people. */
export type Reach = 'all' | { readonly units: readonly UnitId[]; readonly people: readonly PersonId[] };

/** How far a permission of somebody reaches on a day; null: nowhere. */
export async function reachOf(
  db: Reader,
  subject: Subject,
  action: Action,
  date: IsoDate,
): Promise<Reach | null> {
  const scopes = scopesOf(subject, action);
  if (scopes.has('entity')) return 'all';
  if (scopes.size === 0) return null;
  if (!scopes.has('direction') && !scopes.has('service')) return { units: [], people: [subject.person] };
  const structure = await structureOn(db, date);
  const led = [...subject.leads];
  const staff = await Promise.all(led.map((unit) => staffOf(db, unit, date)));
  return {
    units: [...new Set(led.flatMap((unit) => withAllInside(structure, unit)))],
    people: [...new Set([subject.person, ...staff.flat().map(({ person }) => person.id)])],
  };
}
