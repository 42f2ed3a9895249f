import { daysFrom, type IsoDate } from '#core/calendar/iso-date.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Locale } from './locale.ts';

/** English as it is written in Europe: the day before the month. */
const TAGS: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' };
const tag = () => TAGS[getLocale()];

/** Where the body is: a moment is told in its time, wherever the server runs. */
const TIME_ZONE = 'Europe/Rome';

const dateOf = (date: IsoDate) => new Date(`${date}T00:00:00Z`);

/** «25 novembre 2026» */
export function formatDate(date: IsoDate): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: 'long', timeZone: 'UTC' }).format(dateOf(date));
}

/** «25/11/2026» */
export function formatDateShort(date: IsoDate): string {
  const parts = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(tag(), parts).format(dateOf(date));
}

/** «25/11/2026, 14:05», in the time of Italy. */
export function formatMoment(moment: Date): string {
  return new Intl.DateTimeFormat(tag(), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: TIME_ZONE,
  }).format(moment);
}

/** How far a last day is away: «oggi», «domani», «tra 3 giorni», «scaduto da 2 giorni». */
export function formatDaysLeft(lastDay: IsoDate, today: IsoDate): string {
  const days = daysFrom(today, lastDay);
  if (days < 0) return m.ui_deadline_overdue({ days: -days });
  return new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' }).format(days, 'day');
}

/** A whole number: «1.079». */
export function formatWhole(number: number | bigint): string {
  return new Intl.NumberFormat(tag(), { useGrouping: 'always', maximumFractionDigits: 0 }).format(number);
}

/** Money from whole cents: «1.079,56 €». Exact at any size. Throws `RangeError` unless the cents are whole. */
export function formatMoney(cents: number | bigint): string {
  return new Intl.NumberFormat(tag(), {
    style: 'currency',
    currency: 'EUR',
    useGrouping: 'always',
  }).format(decimal(cents));
}

/** Points from whole hundredths: «92,47». Exact at any size. Throws `RangeError` unless the hundredths are whole. */
export function formatPoints(hundredths: number | bigint): string {
  return twoPlaces(hundredths);
}

/** A percentage from whole hundredths of a percent: «65,80 %». Throws `RangeError` unless they are whole. */
export function formatPercent(hundredths: number | bigint): string {
  // The core writes its figures with a space before the sign; so do the pages in Italian.
  return `${twoPlaces(hundredths)}${getLocale() === 'it' ? '\u00a0' : ''}%`;
}

function twoPlaces(hundredths: number | bigint): string {
  return new Intl.NumberFormat(tag(), {
    useGrouping: 'always',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(decimal(hundredths));
}

/** Hundredths as a decimal text, which Intl formats exactly, whereas a number would go through a binary fraction. */
function decimal(hundredths: number | bigint): `${number}` {
  const whole = BigInt(hundredths);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(3, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}
