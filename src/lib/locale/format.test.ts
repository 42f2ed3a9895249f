import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import {
  formatDate,
  formatDateShort,
  formatDaysLeft,
  formatMoment,
  formatMoney,
  formatPercent,
  formatPoints,
  formatWhole,
} from './format.ts';
import { withLocale } from './locale.server.ts';

/** Intl sets spaces that do not break; here they are plain. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const italian = (work: () => string) => plain(withLocale('it', work));
const english = (work: () => string) => plain(withLocale('en', work));

test('dates are written out or in short, the day first', () => {
  const date = day('2026-11-05');
  expect(italian(() => formatDate(date))).toBe('5 novembre 2026');
  expect(english(() => formatDate(date))).toBe('5 November 2026');
  expect(italian(() => formatDateShort(date))).toBe('05/11/2026');
  expect(english(() => formatDateShort(date))).toBe('05/11/2026');
});

test('a moment is told in the time of Italy, in winter and in summer', () => {
  expect(italian(() => formatMoment(new Date('2026-11-25T23:30:00Z')))).toBe('26/11/2026, 00:30');
  expect(italian(() => formatMoment(new Date('2026-07-01T12:05:00Z')))).toBe('01/07/2026, 14:05');
});

test('a last day is near, today, or over', () => {
  const today = day('2026-11-25');
  const left = (date: string) => italian(() => formatDaysLeft(day(date), today));
  expect(left('2026-11-28')).toBe('tra 3 giorni');
  expect(left('2026-11-26')).toBe('domani');
  expect(left('2026-11-25')).toBe('oggi');
  expect(left('2026-11-24')).toBe('scaduto da 1 giorno');
  expect(left('2026-11-23')).toBe('scaduto da 2 giorni');
  expect(english(() => formatDaysLeft(day('2026-11-28'), today))).toBe('in 3 days');
  expect(english(() => formatDaysLeft(day('2026-11-23'), today))).toBe('2 days overdue');
});

test('four digits are grouped like all others, also in Italian', () => {
  expect(italian(() => formatWhole(1079))).toBe('1.079');
  expect(italian(() => formatMoney(107956))).toBe('1.079,56 €');
  expect(english(() => formatMoney(107956))).toBe('€1,079.56');
});

test('points and percentages keep two places', () => {
  expect(italian(() => formatPoints(9247))).toBe('92,47');
  expect(italian(() => formatPoints(-5))).toBe('-0,05');
  expect(italian(() => formatPercent(6580))).toBe('65,80 %');
  expect(english(() => formatPercent(6580))).toBe('65.80%');
});

test('no cent is lost at any size', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (cents) => {
      const digits = italian(() => formatMoney(cents)).replace(/[^\d-]/g, '');
      expect(BigInt(digits)).toBe(cents);
    }),
  );
});

test('what is not whole cents is refused, not rounded', () => {
  expect(() => formatMoney(10.5)).toThrow(RangeError);
});
