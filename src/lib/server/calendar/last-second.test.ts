import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, daysLater } from '#core/calendar/iso-date.ts';
import { lastSecond } from './last-second.ts';
import { today } from './today.ts';

test.each([
  ['2026-01-31', '2026-01-31T22:59:59Z'],
  ['2026-07-31', '2026-07-31T21:59:59Z'],
  ['2026-03-28', '2026-03-28T22:59:59Z'],
  ['2026-03-29', '2026-03-29T21:59:59Z'],
  ['2026-10-24', '2026-10-24T21:59:59Z'],
  ['2026-10-25', '2026-10-25T22:59:59Z'],
])('%s ends in Italy at %s', (date, moment) => {
  expect(lastSecond(day(date))).toBe(moment);
});

test('a second later it is the next day, on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_500 }), (days) => {
      const date = daysLater(day('2000-01-01'), days);
      const last = new Date(lastSecond(date));
      expect(today(last)).toBe(date);
      expect(today(new Date(last.getTime() + 1000))).toBe(daysLater(date, 1));
    }),
  );
});
