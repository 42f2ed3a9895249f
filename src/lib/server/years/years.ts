import { day, type IsoDate } from '#core/calendar/iso-date.ts';
import { REGULATIONS } from '#core/regulation/catalogue.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { recorded, type Actor, type Record } from '../audit/trail.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import * as store from './store.ts';

export type { CycleYear } from './store.ts';

/** The years whose cycle was opened, the latest first. */
export function openedYears(db: Reader): Promise<store.CycleYear[]> {
  return store.all(db);
}

/** The regulation of a year; null if its cycle was not opened. */
export async function regulationOf(db: Reader, year: number): Promise<Regulation | null> {
  const opened = await store.one(db, year);
  return opened && (REGULATIONS.get(opened.regulation) ?? null);
}

/** The regulation of a year that is known to be open. Throws if it is not. */
export async function regulationOfOpen(db: Reader, year: number): Promise<Regulation> {
  const regulation = await regulationOf(db, year);
  if (!regulation) throw new Error(`the cycle of ${year} was not opened`);
  return regulation;
}

export type OpeningFault = 'yearOdd' | 'alreadyOpen' | 'unknownRegulation';

/** Opens the cycle of a year under a regulation. Nothing is written if it is refused. */
export function openYear(
  portal: Portal,
  by: Actor,
  year: number,
  regulation: string,
): Promise<OpeningFault | null> {
  return recorded(portal, by, (write, record) => openYearIn(write, record, year, regulation));
}

export async function openYearIn(
  write: Writer,
  record: Record,
  year: number,
  regulation: string,
): Promise<OpeningFault | null> {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return 'yearOdd';
  if (!REGULATIONS.has(regulation)) return 'unknownRegulation';
  if (await store.one(write, year)) return 'alreadyOpen';
  await store.add(write, { year, regulation });
  await record({
    action: 'cycle.open',
    subject: { kind: 'cycle', id: String(year) },
    before: null,
    after: { regulation },
  });
  return null;
}

/** As in the core contract. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The day that decides where people and units belong in a year: R §3.1, item 3 invites who is assigned on 31 December. */
export function lastDayOf(year: number): IsoDate {
  return day(`${year}-12-31`);
}
