import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, daysFrom, daysLater, isoDate } from './iso-date.ts';

const anyDay = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => day(new Date(Date.UTC(1900, 0, 1 + days)).toISOString().slice(0, 10)));

describe('a day', () => {
  test.each(['2025-04-01', '2024-02-29', '2000-02-29', '1999-12-31'])('%s is in the calendar', (text) => {
    expect(isoDate(text)).toBe(text);
    expect(day(text)).toBe(text);
  });

  test.each(['2025-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00'])(
    '%s is not in the calendar',
    (text) => {
      expect(isoDate(text)).toBeNull();
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  test.each(['', '2025-4-1', '1.4.2025', '2025-04-01T00:00', ' 2025-04-01', '2025-04-01\n', '+12025-04-01'])(
    '%j is not written as a day',
    (text) => {
      expect(isoDate(text)).toBeNull();
    },
  );
});

test('the day after the last of a month, of a February and of a year', () => {
  expect(daysLater(day('2025-03-31'), 1)).toBe('2025-04-01');
  expect(daysLater(day('2024-02-28'), 1)).toBe('2024-02-29');
  expect(daysLater(day('2025-12-31'), 1)).toBe('2026-01-01');
  expect(daysLater(day('2025-01-01'), -1)).toBe('2024-12-31');
});

test('the clock going forward or back makes no day longer', () => {
  expect(daysFrom(day('2025-03-29'), day('2025-03-31'))).toBe(2);
  expect(daysFrom(day('2025-10-25'), day('2025-10-27'))).toBe(2);
});

test('days later and days from are each other’s reverse, and days compare as texts', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
      const to = daysLater(from, days);
      expect(isoDate(to)).toBe(to);
      expect(daysFrom(from, to)).toBe(days);
      expect(from < to).toBe(days > 0);
    }),
  );
});
