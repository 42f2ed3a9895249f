import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '../../database/database.ts';
import type { Assignment, Kept } from '../model.ts';
import { assignment } from '../schema.ts';
import { inPieces, validity, validOn, type Which } from '../validity.ts';

const COLUMNS = {
  id: assignment.id,
  person: assignment.personId,
  unit: assignment.unitId,
  share: assignment.share,
  from: assignment.validFrom,
  to: assignment.validTo,
};

/** Assignments, the earliest first. */
export function find(db: Reader, { person, units, on }: Which): Promise<Kept<Assignment>[]> {
  return Promise.resolve(
    db
      .select(COLUMNS)
      .from(assignment)
      .where(
        and(
          person && eq(assignment.personId, person),
          units && inArray(assignment.unitId, [...units]),
          on && validOn(assignment, on),
        ),
      )
      .orderBy(asc(assignment.validFrom), asc(assignment.id))
      .all(),
  );
}

export function kept(db: Reader, id: number): Promise<Kept<Assignment> | null> {
  return Promise.resolve(db.select(COLUMNS).from(assignment).where(eq(assignment.id, id)).get() ?? null);
}

/** @returns the record's number */
export function add(db: Writer, added: Assignment): Promise<number> {
  return Promise.resolve(db.insert(assignment).values(row(added)).returning({ id: assignment.id }).get().id);
}

export function addAll(db: Writer, added: readonly Assignment[]): Promise<void> {
  for (const piece of inPieces(added)) db.insert(assignment).values(piece.map(row)).run();
  return Promise.resolve();
}

export function replace(db: Writer, { id, ...fields }: Kept<Assignment>): Promise<void> {
  db.update(assignment).set(row(fields)).where(eq(assignment.id, id)).run();
  return Promise.resolve();
}

function row({ person, unit, share, ...period }: Assignment) {
  return { personId: person, unitId: unit, share, ...validity(period) };
}
