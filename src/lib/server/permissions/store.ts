import { and, eq, gt, gte, isNull, lte, or } from 'drizzle-orm';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import type { GrantedRole } from './roles.ts';
import { roleGrant } from './schema.ts';

export interface Grant {
  readonly id: number;
  readonly role: GrantedRole;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

const columns = { id: roleGrant.id, role: roleGrant.role, from: roleGrant.validFrom, to: roleGrant.validTo };

/** The roles given to a person that hold on a day. */
export function grantsOn(db: Reader, person: PersonId, date: IsoDate): Promise<Grant[]> {
  return Promise.resolve(
    db
      .select(columns)
      .from(roleGrant)
      .where(
        and(
          eq(roleGrant.personId, person),
          lte(roleGrant.validFrom, date),
          or(isNull(roleGrant.validTo), gte(roleGrant.validTo, date)),
        ),
      )
      .orderBy(roleGrant.id)
      .all(),
  );
}

export function grant(
  db: Writer,
  person: PersonId,
  role: GrantedRole,
  from: IsoDate,
  to: IsoDate | null,
): Promise<void> {
  db.insert(roleGrant).values({ personId: person, role, validFrom: from, validTo: to }).run();
  return Promise.resolve();
}

/** Sets the last day of a role that is held; null: until further notice. */
export function setLastDay(db: Writer, id: number, lastDay: IsoDate | null): Promise<void> {
  db.update(roleGrant).set({ validTo: lastDay }).where(eq(roleGrant.id, id)).run();
  return Promise.resolve();
}

/** Takes a role away: what began before stays on record until the day before, what began today is as if never given. */
export function withdraw(db: Writer, id: number, lastDay: IsoDate): Promise<void> {
  db.delete(roleGrant)
    .where(and(eq(roleGrant.id, id), gt(roleGrant.validFrom, lastDay)))
    .run();
  return setLastDay(db, id, lastDay);
}
