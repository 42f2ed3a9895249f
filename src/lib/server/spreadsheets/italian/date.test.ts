import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, daysLater } from '#core/calendar/iso-date.ts';
import { italianDate } from './date.ts';

const read = (text: string): unknown => {
  const parsed = italianDate({ kind: 'text', text });
  return parsed.ok ? parsed.value : parsed.code;
};

test.each([
  ['31/12/2025', '2025-12-31'],
  ['31-12-2025', '2025-12-31'],
  ['31.12.2025', '2025-12-31'],
  ['1/2/25', '2025-02-01'],
  ['1/2/69', '2069-02-01'],
  ['1/2/70', '1970-02-01'],
  ['2025-12-31', '2025-12-31'],
  ['31 dicembre 2025', '2025-12-31'],
  ['31  Dicembre\u00a02025', '2025-12-31'],
  ['1° aprile 2025', '2025-04-01'],
  ['1º aprile 2025', '2025-04-01'],
  ['31-dic-25', '2025-12-31'],
  ['31/12/2025 00:00:00', '2025-12-31'],
  ['31/12/2025 9.30', '2025-12-31'],
  ['2025-12-31T23:59:59.000Z', '2025-12-31'],
  ['29/02/2024', '2024-02-29'],
])('%j is %s', (text, date) => {
  expect(read(text)).toBe(date);
});

test.each(['29/02/2025', '31/04/2025', '0/1/2025', '1/13/2025', '12/31/2025', '31 febbraio 2025'])(
  '%j is a day that does not exist',
  (text) => {
    expect(read(text)).toBe('noSuchDay');
  },
);

test.each([
  '31/12-2025',
  '2025',
  '31/12',
  '31/12/025',
  'ieri',
  '31 brumaio 2025',
  '2025/12/31',
  '45000',
  '1/1/20255',
])('%j is no day', (text) => {
  expect(read(text)).toBe('notADate');
});

test('a number is no day, an empty cell is nothing', () => {
  expect(italianDate({ kind: 'number', decimal: '45000' })).toEqual({ ok: false, code: 'notADate' });
  expect(italianDate({ kind: 'empty' })).toEqual({ ok: false, code: 'empty' });
  expect(italianDate({ kind: 'date', date: day('2025-12-31') })).toEqual({ ok: true, value: '2025-12-31' });
});

test('every day reads the same however Italians write it', () => {
  const words = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' });
  const figures = new Intl.DateTimeFormat('it-IT', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
      const date = daysLater(day('1900-01-01'), days);
      expect(read(words.format(new Date(date)))).toBe(date);
      expect(read(figures.format(new Date(date)))).toBe(date);
    }),
  );
});
