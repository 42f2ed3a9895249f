import { daysFrom, daysLater, type IsoDate } from './iso-date.ts';

/** From a day to a day, both included, as decrees and contracts are written; `to` null: until further notice. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** True if the day lies in the period. */
export function includes({ from, to }: Period, date: IsoDate): boolean {
  return from <= date && (to === null || date <= to);
}

/** True if the two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

/**
 * In how many months of a year at least `leastDays` days are covered by the periods together; a day that two periods
 * cover counts once.
 *
 * @returns a whole number, 0–12
 */
export function monthsCovered(periods: readonly Period[], year: number, leastDays: number): number {
  return monthsOf(year).filter((month) => daysCovered(periods, month) >= leastDays).length;
}

/** How many days of a year the periods cover together; a day that two periods cover counts once. */
export function daysCoveredIn(periods: readonly Period[], year: number): number {
  return monthsOf(year).reduce((sum, month) => sum + daysCovered(periods, month), 0);
}

interface Bounded {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

function monthsOf(year: number): Bounded[] {
  return Array.from({ length: 12 }, (_, at) => {
    const from = new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10) as IsoDate;
    const to = new Date(Date.UTC(year, at + 1, 0)).toISOString().slice(0, 10) as IsoDate;
    return { from, to };
  });
}

function daysCovered(periods: readonly Period[], { from, to }: Bounded): number {
  const parts = periods
    .filter((period) => overlap(period, { from, to }))
    .map((period) => ({
      from: period.from > from ? period.from : from,
      to: period.to !== null && period.to < to ? period.to : to,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let days = 0;
  let next = from;
  for (const part of parts) {
    const start = part.from > next ? part.from : next;
    if (start > part.to) continue;
    days += daysFrom(start, part.to) + 1;
    next = daysLater(part.to, 1);
  }
  return days;
}
