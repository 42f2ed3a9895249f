import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import { countWithoutAccount } from '../identity/account-store.ts';
import { leaderOf } from '../organisation/appointments/appointments.ts';
import { structureOn } from '../organisation/units/units.ts';

/** What is missing before everybody can work. */
export interface BodyGaps {
  readonly directionsWithoutLeader: number;
  /** People in service who cannot sign in with a password. */
  readonly peopleWithoutAccount: number;
}

export async function bodyGaps(db: Reader, date: IsoDate): Promise<BodyGaps> {
  const { units } = await structureOn(db, date);
  const directions = [...units.values()].filter(({ kind }) => kind === 'direction');
  const leaders = await Promise.all(directions.map(({ id }) => leaderOf(db, id, date)));
  return {
    directionsWithoutLeader: leaders.filter((leader) => leader === null).length,
    peopleWithoutAccount: await countWithoutAccount(db, date),
  };
}
