import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '../../database/database.ts';
import type { Appointment, Kept } from '../model.ts';
import { appointment } from '../schema.ts';
import { inPieces, validity, validOn, type Which } from '../validity.ts';

const COLUMNS = {
  id: appointment.id,
  person: appointment.personId,
  unit: appointment.unitId,
  kind: appointment.kind,
  interim: appointment.interim,
  from: appointment.validFrom,
  to: appointment.validTo,
};

/** Appointments, the earliest first. */
export function find(db: Reader, { person, units, on }: Which): Promise<Kept<Appointment>[]> {
  return Promise.resolve(
    db
      .select(COLUMNS)
      .from(appointment)
      .where(
        and(
          person && eq(appointment.personId, person),
          units && inArray(appointment.unitId, [...units]),
          on && validOn(appointment, on),
        ),
      )
      .orderBy(asc(appointment.validFrom), asc(appointment.id))
      .all(),
  );
}

export function kept(db: Reader, id: number): Promise<Kept<Appointment> | null> {
  return Promise.resolve(db.select(COLUMNS).from(appointment).where(eq(appointment.id, id)).get() ?? null);
}

/** @returns the record's number */
export function add(db: Writer, added: Appointment): Promise<number> {
  return Promise.resolve(
    db.insert(appointment).values(row(added)).returning({ id: appointment.id }).get().id,
  );
}

export function addAll(db: Writer, added: readonly Appointment[]): Promise<void> {
  for (const piece of inPieces(added)) db.insert(appointment).values(piece.map(row)).run();
  return Promise.resolve();
}

export function replace(db: Writer, { id, ...fields }: Kept<Appointment>): Promise<void> {
  db.update(appointment).set(row(fields)).where(eq(appointment.id, id)).run();
  return Promise.resolve();
}

function row({ person, unit, kind, interim, ...period }: Appointment) {
  return { personId: person, unitId: unit, kind, interim, ...validity(period) };
}
