import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import { appointmentsOf, ledBy } from '../organisation/appointments/appointments.ts';
import { assignmentsOf } from '../organisation/assignments/assignments.ts';
import type { AppointmentKind, PersonId } from '../organisation/model.ts';
import type { Subject } from './permission.ts';
import { ROLES, type DerivedRole, type Role } from './roles.ts';
import { grantsOn } from './store.ts';

const ROLE_OF: Readonly<Record<AppointmentKind, DerivedRole>> = {
  eq: 'eqHolder',
  executive: 'executive',
  secretaryGeneral: 'secretaryGeneral',
};

/** A person with the roles and the units of a day: from assignments, appointments and what the administrator gave. */
export async function subjectOf(db: Reader, person: PersonId, date: IsoDate): Promise<Subject> {
  const appointments = await appointmentsOf(db, person, date);
  const leading = await ledBy(db, person, date);
  const assigned = (await assignmentsOf(db, person, date)).length > 0;
  const granted = await grantsOn(db, person, date);
  const held = new Set<Role>([
    ...leading.map(({ kind }) => ROLE_OF[kind]),
    // The Segretario Generale evaluates the executives also where an executive leads the Segretario's own unit.
    ...appointments.flatMap(({ kind }) => (kind === 'secretaryGeneral' ? [ROLE_OF[kind]] : [])),
    ...granted.map(({ role }) => role),
  ]);
  // Executives and EQ holders are assigned to their units too; as employees they are evaluated on other sheets. Who
  // only stands in for somebody keeps the own place.
  if (assigned && appointments.every(({ interim }) => interim)) held.add('employee');
  return {
    person,
    roles: ROLES.filter((role) => held.has(role)),
    leads: new Set(leading.map(({ unit }) => unit)),
  };
}
