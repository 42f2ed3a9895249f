import { daysCoveredIn, includes, monthsCovered, type Period } from '#core/calendar/period.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import type { Reader } from '../database/database.ts';
import * as appointmentStore from '../organisation/appointments/store.ts';
import * as assignmentStore from '../organisation/assignments/store.ts';
import type { Appointment, Assignment, PersonId, UnitId } from '../organisation/model.ts';
import { nearest, type Structure } from '../organisation/units/structure.ts';
import { structureOn } from '../organisation/units/units.ts';
import { lastDayOf } from '../years/years.ts';

/** Somebody who has a sheet, and where. */
export interface Member {
  readonly person: PersonId;
  readonly direction: UnitId;
  /** Whole months of the year, as the registry has them. */
  readonly months: number;
  /** Days of the year in service, as the registry has them. */
  readonly days: number;
}

export interface HolderMember extends Member {
  /** What the EQ holder leads. */
  readonly unit: UnitId;
}

/** Everybody who has a sheet of the year, each once, by id. */
export interface Staff {
  readonly directions: readonly { readonly id: UnitId; readonly name: string }[];
  readonly executives: readonly Member[];
  readonly eqHolders: readonly HolderMember[];
  readonly employees: readonly Member[];
  /** Who has months in the year and belongs to no direction of its last day. */
  readonly withoutDirection: readonly PersonId[];
  readonly structure: Structure;
}

/**
 * Who has a sheet of a year: who leads a direction, or what an EQ leads, in the own right on its last day; of the others
 * everybody with a month that counts, in the direction of the last day of service and of the larger part of the time.
 */
export async function staffOf(db: Reader, year: number, regulation: Regulation): Promise<Staff> {
  const lastDay = lastDayOf(year);
  const structure = await structureOn(db, lastDay);
  const directions = [...structure.units.values()]
    .filter(({ kind }) => kind === 'direction')
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const appointments = Map.groupBy(await appointmentStore.find(db, {}), ({ person }) => person);
  const assignments = Map.groupBy(await assignmentStore.find(db, {}), ({ person }) => person);
  const leastDays = Number(regulation.rules['PAY-M'].parameters.minimumDays.value.written);
  const daysOf = onceForEach((periods) => daysCoveredIn(periods, year));
  const monthsOf = onceForEach((periods) => monthsCovered(periods, year, leastDays));
  const days = (person: PersonId) => daysOf(assignments.get(person) ?? []);

  const executives: Member[] = [];
  const eqHolders: HolderMember[] = [];
  const others = new Set(assignments.keys());
  const withoutDirection: PersonId[] = [];
  for (const [person, held] of appointments) {
    const now = held.filter((appointment) => !appointment.interim && includes(appointment, lastDay));
    const lead = now.find(({ kind }) => kind === 'executive');
    const eq = now.find(({ kind }) => kind === 'eq');
    if (now.length > 0) others.delete(person);
    const appointment = lead ?? eq;
    if (!appointment) continue;
    const months = monthsOf(own(held, appointment.kind));
    const direction = nearest(structure, appointment.unit, 'direction');
    if (direction === null) withoutDirection.push(person);
    else if (lead) executives.push({ person, direction, months, days: days(person) });
    else eqHolders.push({ person, direction, months, days: days(person), unit: appointment.unit });
  }

  const employees: Member[] = [];
  const structures = new Map([[lastDay, structure]]);
  for (const person of others) {
    const periods = assignments.get(person)!;
    const months = monthsOf(periods);
    if (months === 0) continue;
    const last = lastDayInService(periods, lastDay);
    if (!structures.has(last)) structures.set(last, await structureOn(db, last));
    const direction = directionOf(
      structures.get(last)!,
      periods.filter((period) => includes(period, last)),
    );
    if (direction !== null && structure.units.has(direction))
      employees.push({ person, direction, months, days: days(person) });
    else withoutDirection.push(person);
  }
  return {
    directions,
    executives: byPerson(executives),
    eqHolders: byPerson(eqHolders),
    employees: byPerson(employees),
    withoutDirection,
    structure,
  };
}

/** Most people have the same periods as many others: what follows from them is counted once. */
function onceForEach(count: (periods: readonly Period[]) => number): (periods: readonly Period[]) => number {
  const known = new Map<string, number>();
  return (periods) => {
    const key = periods.map(({ from, to }) => `${from}/${to ?? ''}`).join(' ');
    const found = known.get(key) ?? count(periods);
    known.set(key, found);
    return found;
  };
}

/** Standing in for somebody adds nothing: it goes beside the own appointment. */
function own(held: readonly Appointment[], kind: Appointment['kind']): readonly Appointment[] {
  return held.filter((appointment) => appointment.kind === kind && !appointment.interim);
}

function lastDayInService(periods: readonly Assignment[], lastDay: Assignment['from']): Assignment['from'] {
  const ends = periods
    .filter(({ from }) => from <= lastDay)
    .map(({ to }) => (to === null || to > lastDay ? lastDay : to));
  return ends.sort().at(-1)!;
}

/** The direction of the larger part of the working time; of equal parts the one that was first. */
function directionOf(structure: Structure, assignments: readonly Assignment[]): UnitId | null {
  const shares = new Map<UnitId, number>();
  for (const { unit, share } of assignments) {
    const direction = nearest(structure, unit, 'direction');
    if (direction !== null) shares.set(direction, (shares.get(direction) ?? 0) + share);
  }
  let main: UnitId | null = null;
  for (const [direction, share] of shares) if (main === null || share > shares.get(main)!) main = direction;
  return main;
}

function byPerson<Of extends Member>(members: readonly Of[]): Of[] {
  return [...members].sort((a, b) => (a.person < b.person ? -1 : 1));
}
