import { daysCoveredIn, monthsCovered } from '#core/calendar/period.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import type { Reader } from '../database/database.ts';
import * as appointments from './appointments/store.ts';
import * as assignments from './assignments/store.ts';
import type { AppointmentKind, PersonId } from './model.ts';

/**
 * In how many months of a year a person is in service: a month counts with at least 12 days (`PAY-M`, R §3.3, par. 1).
 * R counts days worked, where leave by law is work; what the registry knows is the service. Who is absent for other
 * reasons is told by the days of presence of the sheet.
 */
export async function monthsInService(
  db: Reader,
  person: PersonId,
  year: number,
  regulation: Regulation,
): Promise<number> {
  return monthsCovered(await assignments.find(db, { person }), year, leastDays(regulation));
}

/** How many days of a year a person is in service: hours of training are due in proportion (`SET-D1`, R §3.1). */
export async function daysInService(db: Reader, person: PersonId, year: number): Promise<number> {
  return daysCoveredIn(await assignments.find(db, { person }), year);
}

/**
 * In how many months of a year a person holds an own appointment of a kind. Standing in for somebody adds nothing: it
 * goes beside the own appointment. R counts the months of an EQ (§3.2) without saying how many days make one; our
 * reading: as many as for an employee.
 */
export async function monthsAppointed(
  db: Reader,
  person: PersonId,
  kind: AppointmentKind,
  year: number,
  regulation: Regulation,
): Promise<number> {
  const own = (await appointments.find(db, { person })).filter(
    (appointment) => appointment.kind === kind && !appointment.interim,
  );
  return monthsCovered(own, year, leastDays(regulation));
}

function leastDays(regulation: Regulation): number {
  return Number(regulation.rules['PAY-M'].parameters.minimumDays.value.written);
}
