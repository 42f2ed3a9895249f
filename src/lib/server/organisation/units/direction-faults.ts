import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../../database/database.ts';
import type { UnitId } from '../model.ts';
import * as store from './store.ts';

/** Which of these units are no direction on a day. */
export async function notDirections(
  db: Reader,
  units: readonly string[],
  date: IsoDate,
): Promise<ReadonlySet<string>> {
  const directions = new Set<UnitId>(
    (await store.unitsOn(db, date)).flatMap(({ id, kind }) => (kind === 'direction' ? [id] : [])),
  );
  return new Set(units.filter((unit) => !directions.has(unit as UnitId)));
}
