import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../../database/database.ts';
import type { Unit, UnitHistory, UnitId } from '../model.ts';
import * as store from './store.ts';
import { chainOf, nearest, structureOf, treeOf, type Structure, type UnitNode } from './structure.ts';

/** The units of a day and how they stand in each other. */
export async function structureOn(db: Reader, date: IsoDate): Promise<Structure> {
  return structureOf(await store.unitsOn(db, date));
}

/** The tree of a day: areas, what stands in them, and so on. */
export async function treeOn(db: Reader, date: IsoDate): Promise<UnitNode[]> {
  return treeOf(await structureOn(db, date));
}

/** A unit as it is on a day; null if it does not exist then. */
export async function unitOn(db: Reader, unit: UnitId, date: IsoDate): Promise<Unit | null> {
  return (await structureOn(db, date)).units.get(unit) ?? null;
}

/** The unit, the unit it stands in, and so on; empty if it does not exist that day. */
export async function chainOn(db: Reader, unit: UnitId, date: IsoDate): Promise<Unit[]> {
  return chainOf(await structureOn(db, date), unit);
}

/** The direction that a unit is, or stands in, on a day; null if none. */
export async function directionOf(db: Reader, unit: UnitId, date: IsoDate): Promise<UnitId | null> {
  return nearest(await structureOn(db, date), unit, 'direction');
}

/** The area that a unit is, or stands in, on a day; null if none. */
export async function areaOf(db: Reader, unit: UnitId, date: IsoDate): Promise<UnitId | null> {
  return nearest(await structureOn(db, date), unit, 'area');
}

/** The days on which the organisation became another, the latest first. */
export async function reorganisationDays(db: Reader): Promise<IsoDate[]> {
  return (await store.changeDays(db)).slice(0, -1);
}

/** A unit through time; null if there is no such unit. */
export async function historyOf(db: Reader, unit: UnitId): Promise<UnitHistory | null> {
  return (await store.histories(db)).get(unit) ?? null;
}
