import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../../database/database.ts';
import type { Assignment, Kept, Person, PersonId, UnitId } from '../model.ts';
import * as peopleStore from '../people/store.ts';
import { nearest, serviceOf, withAllInside } from '../units/structure.ts';
import { structureOn } from '../units/units.ts';
import * as store from './store.ts';

/** A person's assignments, the earliest first; with a day: those of the day. */
export function assignmentsOf(db: Reader, person: PersonId, on?: IsoDate): Promise<Kept<Assignment>[]> {
  return store.find(db, { person, ...(on && { on }) });
}

/** Somebody who works in a unit, with the assignments there. */
export interface StaffMember {
  readonly person: Person;
  readonly assignments: readonly Kept<Assignment>[];
}

/**
 * Who is assigned on a day to a unit or to what stands in it then, in the order of names. Who works there in two places
 * is there once, with both assignments.
 */
export async function staffOf(db: Reader, unit: UnitId, date: IsoDate): Promise<StaffMember[]> {
  const units = withAllInside(await structureOn(db, date), unit);
  const ofPerson = Map.groupBy(await store.find(db, { units, on: date }), ({ person }) => person);
  const people = await peopleStore.some(db, [...ofPerson.keys()]);
  return people.map((person) => ({ person, assignments: ofPerson.get(person.id)! }));
}

export interface HeadCounts {
  /** How many people work in each direction of the day. Who works in two is counted in both. */
  readonly directions: ReadonlyMap<UnitId, number>;
  /** How many work in no direction at all: directly in an area, say. */
  readonly outside: number;
  /** How many are assigned that day, each counted once. */
  readonly all: number;
}

export async function headCounts(db: Reader, date: IsoDate): Promise<HeadCounts> {
  const structure = await structureOn(db, date);
  const directions = new Map<UnitId, Set<PersonId>>();
  for (const { id, kind } of structure.units.values())
    if (kind === 'direction') directions.set(id, new Set());
  const all = new Set<PersonId>();
  const inside = new Set<PersonId>();
  for (const { person, unit } of await store.find(db, { on: date })) {
    all.add(person);
    const direction = nearest(structure, unit, 'direction');
    if (direction === null) continue;
    inside.add(person);
    directions.get(direction)!.add(person);
  }
  return {
    directions: new Map([...directions].map(([id, people]) => [id, people.size])),
    outside: all.size - inside.size,
    all: all.size,
  };
}

/** What a person belongs to. */
export interface Scope {
  /** Services, and what an EQ heads beside services, such as an office directly in a direction. */
  readonly services: readonly UnitId[];
  readonly directions: readonly UnitId[];
}

/** What a person belongs to on a day, by assignment. */
export async function scopeOf(db: Reader, person: PersonId, date: IsoDate): Promise<Scope> {
  const structure = await structureOn(db, date);
  const units = (await assignmentsOf(db, person, date)).map(({ unit }) => unit);
  const distinct = (ids: readonly (UnitId | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  return {
    services: distinct(units.map((unit) => serviceOf(structure, unit))),
    directions: distinct(units.map((unit) => nearest(structure, unit, 'direction'))),
  };
}
