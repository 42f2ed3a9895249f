import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, daysLater, type IsoDate } from './iso-date.ts';
import { daysCoveredIn, includes, monthsCovered, overlap, type Period } from './period.ts';

const period = (from: string, to: string | null): Period => ({
  from: day(from),
  to: to === null ? null : day(to),
});

/** A period that begins in or around 2024, a leap year, and may never end. */
const anyPeriod = fc
  .tuple(fc.integer({ min: -60, max: 430 }), fc.option(fc.integer({ min: 0, max: 500 })))
  .map(([start, length]): Period => {
    const from = daysLater(day('2024-01-01'), start);
    return { from, to: length === null ? null : daysLater(from, length) };
  });

const daysOf = (year: number): IsoDate[] => {
  const days: IsoDate[] = [];
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = daysLater(date, 1))
    days.push(date);
  return days;
};

describe('a period', () => {
  const april = period('2025-04-01', '2025-04-30');

  test('includes its first and its last day, not the day before and the day after', () => {
    expect(includes(april, day('2025-03-31'))).toBe(false);
    expect(includes(april, day('2025-04-01'))).toBe(true);
    expect(includes(april, day('2025-04-30'))).toBe(true);
    expect(includes(april, day('2025-05-01'))).toBe(false);
  });

  test('until further notice has no last day', () => {
    expect(includes(period('2025-04-01', null), day('9999-12-31'))).toBe(true);
    expect(overlap(period('2025-04-01', null), period('2090-01-01', null))).toBe(true);
  });

  test('shares a day with one that begins on its last day, and none with one that begins the day after', () => {
    expect(overlap(april, period('2025-04-30', null))).toBe(true);
    expect(overlap(april, period('2025-05-01', null))).toBe(false);
    expect(overlap(april, period('2025-03-01', '2025-04-01'))).toBe(true);
    expect(overlap(april, period('2025-03-01', '2025-03-31'))).toBe(false);
  });

  test('shares a day with another exactly if some day lies in both', () => {
    const days = [2023, 2024, 2025, 2026].flatMap(daysOf);
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((date) => includes(a, date) && includes(b, date)));
      }),
    );
  });
});

describe('months covered', () => {
  test.each([
    ['2025-03-20', '2025-04-30', 2],
    ['2025-03-21', '2025-04-30', 1],
    ['2025-03-31', '2025-04-12', 1],
    ['2025-03-31', '2025-04-11', 0],
  ])('from %s to %s with at least 12 days a month: %i', (from, to, months) => {
    expect(monthsCovered([period(from, to)], 2025, 12)).toBe(months);
  });

  test('a month in two pieces counts when the pieces together have the days, and a day counts once', () => {
    const early = period('2025-06-01', '2025-06-06');
    expect(monthsCovered([early, period('2025-06-20', '2025-06-25')], 2025, 12)).toBe(1);
    expect(monthsCovered([early, period('2025-06-06', '2025-06-11')], 2025, 12)).toBe(0);
  });

  test('a year from beginning to end, and one before or after the period', () => {
    expect(monthsCovered([period('2024-05-01', null)], 2025, 12)).toBe(12);
    expect(monthsCovered([period('2026-01-01', null)], 2025, 12)).toBe(0);
    expect(monthsCovered([], 2025, 12)).toBe(0);
  });

  test('agree with a count day by day, as do the days of a year', () => {
    const days = daysOf(2024);
    fc.assert(
      fc.property(
        fc.array(anyPeriod, { maxLength: 5 }),
        fc.integer({ min: 1, max: 31 }),
        (periods, leastDays) => {
          const covered = days.filter((date) => periods.some((period) => includes(period, date)));
          const perMonth = Array.from({ length: 12 }, (_, at) => {
            const month = `2024-${String(at + 1).padStart(2, '0')}`;
            return covered.filter((date) => date.startsWith(month)).length;
          });
          expect(daysCoveredIn(periods, 2024)).toBe(covered.length);
          expect(monthsCovered(periods, 2024, leastDays)).toBe(
            perMonth.filter((count) => count >= leastDays).length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
