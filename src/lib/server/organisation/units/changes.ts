import { randomUUID } from 'node:crypto';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Period } from '#core/calendar/period.ts';
import type { Writer } from '../../database/database.ts';
import * as appointmentStore from '../appointments/store.ts';
import * as assignmentStore from '../assignments/store.ts';
import { refused, type OrganisationFault, type Outcome } from '../fault.ts';
import type { PersonId, UnitHistory, UnitId, UnitKind } from '../model.ts';
import * as remitStore from '../remits/store.ts';
import { changedFrom, endedOn, type UnitChange } from './history.ts';
import { existenceFault, headingFault, placementFault, type Histories } from './placement.ts';
import * as store from './store.ts';

export interface NewUnit extends Period {
  readonly kind: UnitKind;
  readonly name: string;
  /** Null: directly under the entity. */
  readonly parent: UnitId | null;
}

/** Makes a unit. Refused if its name is empty or it cannot stand there on some day of the period. */
export async function makeUnit(
  write: Writer,
  { kind, name, parent, from, to }: NewUnit,
): Promise<Outcome<{ readonly unit: UnitId }>> {
  if (to !== null && to < from) return refused({ code: 'endBeforeStart' });
  if (name.trim() === '') return refused({ code: 'nameMissing' });
  const id = randomUUID() as string as UnitId;
  const unit: UnitHistory = { id, kind, versions: [{ name: name.trim(), parent, from, to }] };
  const fault = placementFault(await historiesWith(write, unit), unit);
  if (fault) return refused(fault);
  await store.add(write, [unit]);
  return { ok: true, unit: id, change: change('unit.make', null, unit) };
}

/**
 * Renames or moves a unit from a day on; who works in it and what stands in it go with it. A day on which the unit
 * begins, or was changed before, is corrected. Refused if it cannot stand there on some day after.
 */
export function changeUnit(write: Writer, id: UnitId, from: IsoDate, to: UnitChange): Promise<Outcome> {
  const name = to.name?.trim();
  if (name === '') return Promise.resolve(refused({ code: 'nameMissing' }));
  const trimmed = name === undefined ? to : { ...to, name };
  return reorganise(write, 'unit.change', id, from, (unit) => changedFrom(unit, from, trimmed));
}

/** Ends a unit with a last day. Refused while anybody or anything is in it later. */
export function endUnit(write: Writer, id: UnitId, lastDay: IsoDate): Promise<Outcome> {
  return reorganise(write, 'unit.end', id, lastDay, (unit) => endedOn(unit, lastDay));
}

async function reorganise(
  write: Writer,
  action: string,
  id: UnitId,
  date: IsoDate,
  make: (before: UnitHistory) => UnitHistory | null,
): Promise<Outcome> {
  const before = (await store.histories(write)).get(id);
  if (!before) return refused({ code: 'unknownUnit', unit: id });
  const after = make(before);
  if (!after) return refused({ code: 'unitNotThen', unit: id, period: { from: date, to: date } });
  const histories = await historiesWith(write, after);
  const fault = placementFault(histories, after) ?? (await faultInside(write, histories, id));
  if (fault) return refused(fault);
  await store.replaceVersions(write, after);
  return { ok: true, change: change(action, before, after) };
}

async function historiesWith(write: Writer, unit: UnitHistory): Promise<Histories> {
  return (await store.histories(write)).set(unit.id, unit);
}

/** Why what is in a unit could not stay there as the histories would have it; null if it could. */
async function faultInside(
  write: Writer,
  histories: Histories,
  id: UnitId,
): Promise<OrganisationFault | null> {
  const units = [...histories.values()].filter(
    (unit) => unit.versions.some(({ parent }) => parent === id) && placementFault(histories, unit),
  );
  if (units.length > 0) return { code: 'unitsInside', units: units.map((unit) => unit.id) };
  const people = await peopleWhoCannotStay(write, histories, id);
  return people.length > 0 ? { code: 'peopleInside', people } : null;
}

async function peopleWhoCannotStay(write: Writer, histories: Histories, id: UnitId): Promise<PersonId[]> {
  const which = { units: [id] };
  const working = [...(await assignmentStore.find(write, which)), ...(await remitStore.find(write, which))];
  const heading = await appointmentStore.find(write, which);
  const people = [
    ...working.filter((period) => existenceFault(histories, id, period)),
    ...heading.filter(({ kind, ...period }) => headingFault(histories, id, kind, period)),
  ].map(({ person }) => person);
  return [...new Set(people)];
}

function change(action: string, before: UnitHistory | null, after: UnitHistory) {
  return { action, subject: { kind: 'unit' as const, id: after.id }, before, after };
}
