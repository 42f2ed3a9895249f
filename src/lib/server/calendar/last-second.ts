import type { IsoDate } from '#core/calendar/iso-date.ts';
import { today } from './today.ts';

/** Of Italy: in summer, in winter. Neither begins or ends near midnight. */
const OFFSETS = ['+02:00', '+01:00'];

/** The last second of a day in Italy, as UTC to the second: until then something of that day may be done. */
export function lastSecond(date: IsoDate): string {
  const moments = OFFSETS.map((offset) => new Date(`${date}T23:59:59${offset}`));
  // In summer the later of the two is on the next day already.
  const moment = moments.findLast((each) => today(each) === date)!;
  return `${moment.toISOString().slice(0, 19)}Z`;
}
