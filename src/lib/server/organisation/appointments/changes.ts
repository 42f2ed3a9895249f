import { overlap } from '#core/calendar/period.ts';
import type { Writer } from '../../database/database.ts';
import { refused, type OrganisationFault, type Outcome } from '../fault.ts';
import type { Appointment, Kept } from '../model.ts';
import * as peopleStore from '../people/store.ts';
import { headingFault } from '../units/placement.ts';
import * as unitStore from '../units/store.ts';
import * as store from './store.ts';

/**
 * Entrusts a unit to a person. Refused if a unit of that kind is not led that way, does not exist on every day of the
 * period, or has another holder on a day; there may be somebody who stands in beside the holder, and only one.
 */
export async function appoint(write: Writer, added: Appointment): Promise<Outcome<{ readonly id: number }>> {
  const fault = await appointmentFault(write, added, null);
  if (fault) return refused(fault);
  const id = await store.add(write, added);
  return { ok: true, id, change: change('appointment.add', null, { ...added, id }) };
}

/** Corrects the days of an appointment, or ends it: `{ to: lastDay }`. Refused as when appointing. */
export async function changeAppointment(
  write: Writer,
  id: number,
  fields: Partial<Pick<Appointment, 'from' | 'to'>>,
): Promise<Outcome> {
  const before = await store.kept(write, id);
  if (!before) return refused({ code: 'unknownRecord' });
  const after = { ...before, ...fields };
  const fault = await appointmentFault(write, after, id);
  if (fault) return refused(fault);
  await store.replace(write, after);
  return { ok: true, change: change('appointment.change', before, after) };
}

async function appointmentFault(
  write: Writer,
  { person, unit, kind, interim, from, to }: Appointment,
  inPlaceOf: number | null,
): Promise<OrganisationFault | null> {
  if (to !== null && to < from) return { code: 'endBeforeStart' };
  if (!(await peopleStore.one(write, person))) return { code: 'unknownPerson', person };
  const histories = await unitStore.histories(write);
  const fault = headingFault(histories, unit, kind, { from, to });
  if (fault) return fault;
  // An executive and the Segretario Generale may both be appointed to the latter's unit.
  const other = (await store.find(write, { units: [unit] })).find(
    (there) =>
      there.id !== inPlaceOf &&
      there.kind === kind &&
      there.interim === interim &&
      overlap(there, { from, to }),
  );
  return other ? { code: 'alreadyHeld', by: other.person, period: { from: other.from, to: other.to } } : null;
}

function change(action: string, before: Kept<Appointment> | null, after: Kept<Appointment>) {
  return { action, subject: { kind: 'person' as const, id: after.person }, before, after };
}
