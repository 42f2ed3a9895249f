import { daysLater, type IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader, Writer } from '../../database/database.ts';
import { refused, type Outcome } from '../fault.ts';
import type { Kept, PersonId, Remit, UnitId } from '../model.ts';
import * as peopleStore from '../people/store.ts';
import { existenceFault } from '../units/placement.ts';
import * as unitStore from '../units/store.ts';
import * as store from './store.ts';

/** A person's remits, the earliest first; with a day: those of the day. */
export function remitsOf(db: Reader, person: PersonId, on?: IsoDate): Promise<Kept<Remit>[]> {
  return store.find(db, { person, ...(on && { on }) });
}

/** Who answers for a direction on a day. */
export function answeringFor(db: Reader, direction: UnitId, on: IsoDate): Promise<Kept<Remit>[]> {
  return store.find(db, { units: [direction], on });
}

/**
 * From a day on, until further notice, a person answers for these directions and no others. Refused if one of them is
 * no direction or ends after the day.
 */
export async function setRemits(
  write: Writer,
  person: PersonId,
  directions: readonly UnitId[],
  from: IsoDate,
): Promise<Outcome> {
  if (!(await peopleStore.one(write, person))) return refused({ code: 'unknownPerson', person });
  const histories = await unitStore.histories(write);
  const wanted = [...new Set(directions)];
  for (const unit of wanted) {
    const fault = existenceFault(histories, unit, { from, to: null });
    if (fault) return refused(fault);
    if (histories.get(unit)!.kind !== 'direction') return refused({ code: 'remitOutsideDirections' });
  }
  const before = await store.find(write, { person });
  const earlier = before
    .filter((remit) => remit.from < from)
    .map(({ unit, from: since, to }): Remit => {
      const lastDay = daysLater(from, -1);
      return { person, unit, from: since, to: to !== null && to < lastDay ? to : lastDay };
    });
  await store.replaceOf(write, person, [
    ...earlier,
    ...wanted.map((unit): Remit => ({ person, unit, from, to: null })),
  ]);
  const after = await store.find(write, { person });
  return {
    ok: true,
    change: { action: 'remit.set', subject: { kind: 'person', id: person }, before, after },
  };
}
