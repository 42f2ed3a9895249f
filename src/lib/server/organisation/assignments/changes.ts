import { daysLater, type IsoDate } from '#core/calendar/iso-date.ts';
import { includes, overlap } from '#core/calendar/period.ts';
import type { Writer } from '../../database/database.ts';
import { refused, type OrganisationFault, type Outcome } from '../fault.ts';
import type { Assignment, Kept, PersonId, UnitId } from '../model.ts';
import * as peopleStore from '../people/store.ts';
import { existenceFault } from '../units/placement.ts';
import * as unitStore from '../units/store.ts';
import * as store from './store.ts';

const WHOLE = 100;

/**
 * Assigns a person to a unit. Refused if the unit does not exist on every day of the period, or if the shares of the
 * person's working time would be more than the whole on a day.
 */
export async function assign(write: Writer, added: Assignment): Promise<Outcome<{ readonly id: number }>> {
  const fault = await assignmentFault(write, added, null);
  if (fault) return refused(fault);
  const id = await store.add(write, added);
  return { ok: true, id, change: change('assignment.add', added.person, null, { ...added, id }) };
}

/** Corrects an assignment, or ends it: `{ to: lastDay }`. Refused as when assigning. */
export async function changeAssignment(
  write: Writer,
  id: number,
  fields: Partial<Omit<Assignment, 'person'>>,
): Promise<Outcome> {
  const before = await store.kept(write, id);
  if (!before) return refused({ code: 'unknownRecord' });
  const after = { ...before, ...fields };
  const fault = await assignmentFault(write, after, id);
  if (fault) return refused(fault);
  await store.replace(write, after);
  return { ok: true, change: change('assignment.change', after.person, before, after) };
}

/**
 * From a day on a person works elsewhere, or for another share of the time, as long as the assignment was to last.
 *
 * @returns the number of the new assignment
 */
export async function transfer(
  write: Writer,
  id: number,
  from: IsoDate,
  to: { readonly unit: UnitId; readonly share: number },
): Promise<Outcome<{ readonly id: number }>> {
  const before = await store.kept(write, id);
  if (!before || !includes(before, from) || before.from === from) return refused({ code: 'unknownRecord' });
  const closed = { ...before, to: daysLater(from, -1) };
  const opened: Assignment = { person: before.person, ...to, from, to: before.to };
  const fault = await assignmentFault(write, opened, id);
  if (fault) return refused(fault);
  await store.replace(write, closed);
  const newId = await store.add(write, opened);
  const after = [closed, { ...opened, id: newId }];
  return { ok: true, id: newId, change: change('assignment.transfer', before.person, before, after) };
}

/** Why an assignment cannot be, beside all others of the person except the one it takes the place of. */
async function assignmentFault(
  write: Writer,
  { person, unit, share, from, to }: Assignment,
  inPlaceOf: number | null,
): Promise<OrganisationFault | null> {
  if (to !== null && to < from) return { code: 'endBeforeStart' };
  if (!Number.isInteger(share) || share < 1 || share > WHOLE) return { code: 'shareOutOfRange' };
  if (!(await peopleStore.one(write, person))) return { code: 'unknownPerson', person };
  const histories = await unitStore.histories(write);
  const nowhere = existenceFault(histories, unit, { from, to });
  if (nowhere) return nowhere;
  const others = (await store.find(write, { person })).filter(
    (other) => other.id !== inPlaceOf && overlap(other, { from, to }),
  );
  // The sum of the shares can only grow on a day on which an assignment begins.
  const begins = [from, ...others.map((other) => other.from).filter((date) => date > from)].sort();
  for (const date of begins) {
    const total = others.reduce((sum, other) => sum + (includes(other, date) ? other.share : 0), share);
    if (total > WHOLE) return { code: 'sharesOverWhole', from: date, total };
  }
  return null;
}

function change(
  action: string,
  person: PersonId,
  before: Kept<Assignment> | null,
  after: Kept<Assignment> | readonly Kept<Assignment>[],
) {
  return { action, subject: { kind: 'person' as const, id: person }, before, after };
}
