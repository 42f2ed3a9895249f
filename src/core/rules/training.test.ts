import { describe, expect, test } from 'vitest';
import {
  aCycle,
  aRegulation,
  outcomeOf,
  type CycleDocument,
  type TraineeDocument,
} from '../../../tests/domain/cycle-builder.ts';
import { decimalText } from '../quantity/decimal-text.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { hasReachedHours, hoursDue, type Trainee } from './training.ts';

function trained(year: number, ...staff: TraineeDocument[]): CycleDocument {
  const cycle = aCycle();
  cycle.year = year;
  cycle.directions[0]!.training.staff = staff;
  return cycle;
}

function points(cycle: CycleDocument): string {
  return outcomeOf(cycle).directions[0]!.items['SET-D1'];
}

describe('SET-D1: who reached the hours', () => {
  test.each([
    [2025, 365, '40', '3.00'],
    [2025, 365, '39.99', '0.00'],
    [2025, 365, '39.999999999999999999999', '0.00'],
    [2025, 366, '40', '3.00'],
    [2025, 366, '39.99', '0.00'],
    [2025, 73, '8', '3.00'],
    [2025, 73, '7.99', '0.00'],
    [2025, 1, '0.11', '3.00'],
    [2025, 1, '0.1', '0.00'],
    [2025, 0, '0', '3.00'],
    [2024, 366, '40', '3.00'],
    [2024, 366, '39.99', '0.00'],
    [2024, 365, '39.9', '3.00'],
    [2024, 365, '39.89', '0.00'],
    [2024, 183, '20', '3.00'],
    [2024, 183, '19.99', '0.00'],
    [2000, 365, '39.9', '3.00'],
    [2100, 365, '39.9', '0.00'],
  ])('in %d, %d days in service and %s hours: %s points', (year, days, hours, expected) => {
    expect(points(trained(year, { hours, days }))).toBe(expected);
  });

  const enough = { hours: 40, days: 365 };
  const tooFew = { hours: '39', days: 365 };

  test('one person short takes all the points', () => {
    expect(points(trained(2025, enough, enough, tooFew))).toBe('0.00');
    expect(points(trained(2025, enough, enough, enough))).toBe('3.00');
  });

  test('who is exempt does not count', () => {
    expect(points(trained(2025, enough, { ...tooFew, exempt: true }))).toBe('3.00');
    expect(points(trained(2025, enough, { ...tooFew, exempt: false }))).toBe('0.00');
  });

  test('with nobody left to count, all points and no reading', () => {
    for (const cycle of [trained(2025), trained(2025, { ...tooFew, exempt: true })]) {
      expect(points(cycle)).toBe('3.00');
      expect(outcomeOf(cycle).readings).not.toContain('SET-D1');
    }
    expect(outcomeOf(trained(2025, enough)).readings).toContain('SET-D1');
  });

  test('proportional, by regulation: two of three who reached the hours are 2 points', () => {
    const regulation = aRegulation();
    regulation.rules['SET-D1'].parameters.method.value = 'proportional';
    const proportional = (...staff: TraineeDocument[]) => points({ ...trained(2025, ...staff), regulation });
    expect(proportional(enough, enough, tooFew)).toBe('2.00');
    expect(proportional(enough, tooFew, tooFew, tooFew, tooFew, tooFew, tooFew)).toBe('0.43');
    expect(proportional(tooFew)).toBe('0.00');
    expect(proportional()).toBe('3.00');
  });
});

test.each([
  ['0', '0.00'],
  ['0.5', '1.00'],
  ['0.3333', '0.67'],
  ['0.0025', '0.01'],
  ['1', '2.00'],
])('SET-D2: training delivered directly to a degree of %s gives %s', (internalDelivery, expected) => {
  const cycle = aCycle();
  cycle.directions[0]!.training.internalDelivery = internalDelivery;
  expect(outcomeOf(cycle).directions[0]!.items['SET-D2']).toBe(expected);
});

describe('the hours that are due', () => {
  const trainee = (hours: string, days: number) => ({ hours, days }) as unknown as Trainee;

  test.each([
    [2025, 365, '40.00'],
    [2025, 366, '40.00'],
    [2025, 73, '8.00'],
    [2024, 183, '20.00'],
    [2025, 0, '0.00'],
  ])('in %d, with %d days in service: %s', (year, days, due) => {
    expect(decimalText(hoursDue(trainee('0', days).days, year, CREMONA_2025))).toBe(due);
  });

  test('are reached to the minute', () => {
    expect(hasReachedHours(trainee('8', 73), 2025, CREMONA_2025)).toBe(true);
    expect(hasReachedHours(trainee('7.99', 73), 2025, CREMONA_2025)).toBe(false);
  });
});
