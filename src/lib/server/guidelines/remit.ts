import type { Reader } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { remitsOf } from '../organisation/remits/remits.ts';
import { lastDayOf } from '../years/years.ts';

/** The directions that the mayor or a councillor can speak of: those answered for on any day of the year. */
export async function remitOfYear(db: Reader, giver: PersonId, year: number): Promise<UnitId[]> {
  const held = (await remitsOf(db, giver)).filter(
    ({ from, to }) => from <= lastDayOf(year) && (to === null || to.slice(0, 4) >= String(year)),
  );
  return [...new Set(held.map(({ unit }) => unit))];
}
