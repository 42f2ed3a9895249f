import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../../database/database.ts';
import type { Appointment, Kept, PersonId, UnitId } from '../model.ts';
import * as store from './store.ts';

/** A person's appointments, the earliest first; with a day: those of the day, own and interim. */
export function appointmentsOf(db: Reader, person: PersonId, on?: IsoDate): Promise<Kept<Appointment>[]> {
  return store.find(db, { person, ...(on && { on }) });
}

/**
 * By what appointment a unit is led on a day: the holder's, else that of who stands in. Where the Segretario Generale
 * has an executive in the own unit, the executive leads it: the Segretario's task is the executives (docs/roles.md).
 * Null if nobody leads it.
 */
export async function leaderOf(db: Reader, unit: UnitId, date: IsoDate): Promise<Kept<Appointment> | null> {
  const appointments = await store.find(db, { units: [unit], on: date });
  const order = ({ interim, kind }: Appointment) => (interim ? 2 : 0) + (kind === 'secretaryGeneral' ? 1 : 0);
  return appointments.sort((a, b) => order(a) - order(b))[0] ?? null;
}

/**
 * The appointments by which a person leads units on a day, own and interim; not those in which an executive leads the
 * unit of the Segretario Generale, or the holder is there and the interim has nothing to do.
 */
export async function ledBy(db: Reader, person: PersonId, date: IsoDate): Promise<Kept<Appointment>[]> {
  const own = await appointmentsOf(db, person, date);
  const leaders = await Promise.all(own.map(({ unit }) => leaderOf(db, unit, date)));
  return own.filter(({ id }, at) => leaders[at]?.id === id);
}
