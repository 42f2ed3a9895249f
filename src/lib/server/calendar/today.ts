import type { IsoDate } from '#core/calendar/iso-date.ts';

const inItaly = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', dateStyle: 'short' });

/** The day it is in Italy: deadlines and appointments end at midnight there, wherever the server stands. */
export function today(now: Date = new Date()): IsoDate {
  return inItaly.format(now) as IsoDate;
}
