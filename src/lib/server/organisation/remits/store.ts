import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '../../database/database.ts';
import type { Kept, PersonId, Remit } from '../model.ts';
import { remit } from '../schema.ts';
import { inPieces, validity, validOn, type Which } from '../validity.ts';

/** Remits, the earliest first. */
export function find(db: Reader, { person, units, on }: Which): Promise<Kept<Remit>[]> {
  return Promise.resolve(
    db
      .select({
        id: remit.id,
        person: remit.personId,
        unit: remit.unitId,
        from: remit.validFrom,
        to: remit.validTo,
      })
      .from(remit)
      .where(
        and(
          person && eq(remit.personId, person),
          units && inArray(remit.unitId, [...units]),
          on && validOn(remit, on),
        ),
      )
      .orderBy(asc(remit.validFrom), asc(remit.unitId))
      .all(),
  );
}

export function addAll(db: Writer, added: readonly Remit[]): Promise<void> {
  for (const piece of inPieces(added)) db.insert(remit).values(piece.map(row)).run();
  return Promise.resolve();
}

/** Puts these remits of a person in the place of those the person had. */
export function replaceOf(db: Writer, person: PersonId, remits: readonly Remit[]): Promise<void> {
  db.delete(remit).where(eq(remit.personId, person)).run();
  return addAll(db, remits);
}

function row({ person, unit, ...period }: Remit) {
  return { personId: person, unitId: unit, ...validity(period) };
}
