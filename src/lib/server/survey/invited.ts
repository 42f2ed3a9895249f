import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import { appointmentsOf } from '../organisation/appointments/appointments.ts';
import { staffOf } from '../organisation/assignments/assignments.ts';
import type { PersonId, Unit, UnitId } from '../organisation/model.ts';
import { structureOn } from '../organisation/units/units.ts';
import type { Invitation, InvitationReason } from './model.ts';

/** Who is assigned to each direction on the reference date, and whether they are invited. */
export interface Electorate {
  readonly directions: readonly Unit[];
  readonly invitations: readonly Invitation[];
}

/**
 * Invited are all who are assigned to an executive on the reference date (R §3.1, item 3), each in one direction: that of
 * the larger part of the working time. Not invited: who leads the direction, and the Segretario Generale.
 */
export async function electorateOn(db: Reader, date: IsoDate): Promise<Electorate> {
  const { units } = await structureOn(db, date);
  const directions = [...units.values()].filter(({ kind }) => kind === 'direction');
  const places = new Map<PersonId, { direction: UnitId; share: number }[]>();
  for (const { id } of directions)
    for (const { person, assignments } of await staffOf(db, id, date)) {
      const share = assignments.reduce((sum, assignment) => sum + assignment.share, 0);
      places.set(person.id, [...(places.get(person.id) ?? []), { direction: id, share }]);
    }
  const invitations: Invitation[] = [];
  for (const [person, own] of places) {
    const main = own.reduce((a, b) => (b.share > a.share ? b : a));
    const reasonOf = await reasons(db, person, date);
    for (const { direction } of own)
      invitations.push({ person, direction, reason: reasonOf(direction, direction === main.direction) });
  }
  return { directions, invitations };
}

async function reasons(
  db: Reader,
  person: PersonId,
  date: IsoDate,
): Promise<(direction: UnitId, main: boolean) => InvitationReason> {
  const appointments = await appointmentsOf(db, person, date);
  const secretary = appointments.some(({ kind }) => kind === 'secretaryGeneral');
  const led = new Set(appointments.flatMap(({ kind, unit }) => (kind === 'executive' ? [unit] : [])));
  return (direction, main) => {
    if (secretary) return 'secretary';
    if (led.has(direction)) return 'leads';
    return main ? 'assigned' : 'otherDirection';
  };
}
