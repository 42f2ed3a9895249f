import { expect, test } from 'vitest';
import { aCycleOf, aCycleScoring, anEmployee, outcomeOf } from '../../../tests/domain/cycle-builder.ts';

test.each([
  [40, 'none', '0.00'],
  [59.99, 'none', '0.00'],
  [60, 'none', '0.00'],
  [60.01, 'fifth', '5537.95'],
  [70, 'fifth', '5537.95'],
  [70.01, 'fourth', '5933.52'],
  [80, 'fourth', '5933.52'],
  [80.01, 'third', '6329.09'],
  [90, 'third', '6329.09'],
  [90.01, 'second', '7120.22'],
  [95, 'second', '7120.22'],
  [95.01, 'first', '7911.36'],
  [100, 'first', '7911.36'],
])('BAND-E: an executive with %d points is in band %s and gets %s of 7,911.36', (points, band, resultPay) => {
  const { executives, directions, warnings, readings } = outcomeOf(aCycleScoring(points));
  expect(directions[0]!.total).toBe(points.toFixed(2));
  expect(executives[0]).toMatchObject({ total: points.toFixed(2), access: points > 60, band, resultPay });
  const atTheThreshold = warnings.filter(({ code }) => code === 'exactly-at-access-threshold');
  expect(atTheThreshold).toEqual(points === 60 ? [{ code: 'exactly-at-access-threshold', id: 'x1' }] : []);
  expect(readings.includes('BAND-E')).toBe(points === 60);
});

test('exactly at 60 is told whatever the months and the gate', () => {
  const cycle = aCycleScoring(60);
  cycle.executives[0]!.months = 0;
  cycle.entity.budgetBalance.achieved = false;
  expect(outcomeOf(cycle).warnings).toContainEqual({ code: 'exactly-at-access-threshold', id: 'x1' });
});

test.each([
  [0, 'none'],
  [0.01, 'none'],
  [29.99, 'none'],
  [30, 'none'],
  [30.01, 'fifth'],
  [35, 'fifth'],
  [35.01, 'fourth'],
  [40, 'fourth'],
  [40.01, 'third'],
  [45, 'third'],
  [45.01, 'second'],
  [47.5, 'second'],
  [47.51, 'first'],
  [50, 'first'],
])('an employee with %d of 50 points is in evaluation band %s', (points, band) => {
  const [employee] = outcomeOf(aCycleOf([anEmployee('e1', points)], '1000')).employees;
  expect(employee).toMatchObject({ total: points.toFixed(2), band });
});
