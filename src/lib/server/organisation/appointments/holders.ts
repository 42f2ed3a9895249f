import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../../database/database.ts';
import * as store from './store.ts';

/** Who is an EQ holder in the own right on a day. */
export async function eqHoldersOn(db: Reader, date: IsoDate): Promise<ReadonlySet<string>> {
  const held = await store.find(db, { on: date });
  return new Set(held.flatMap(({ kind, interim, person }) => (kind === 'eq' && !interim ? [person] : [])));
}
