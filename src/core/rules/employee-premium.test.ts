import { describe, expect, test } from 'vitest';
import {
  aCycleOf,
  anEmployee,
  outcomeOf,
  type CycleDocument,
  type EmployeeDocument,
} from '../../../tests/domain/cycle-builder.ts';

/** Two employees of one direction with full marks share 200.00; the one is changed. */
function pair(change: Partial<EmployeeDocument>): CycleDocument {
  return aCycleOf([{ ...anEmployee('e1'), ...change }, anEmployee('e2')], '200.00');
}

function bases(cycle: CycleDocument): string[] {
  return outcomeOf(cycle).employees.map(({ base }) => base);
}

describe('SAN-1: what a sanction takes goes to the rest of the direction', () => {
  const long = 'suspension-over-1-month';
  test.each([
    [[], '100.00', '100.00', false],
    [['written-reprimand'], '94.74', '105.26', false],
    [['fine'], '91.89', '108.11', false],
    [['suspension-to-10-days'], '88.89', '111.11', false],
    [['suspension-to-1-month'], '85.71', '114.29', false],
    [[long], '82.35', '117.65', false],
    [['written-reprimand', 'fine'], '85.71', '114.29', true],
    [['fine', 'fine'], '82.35', '117.65', true],
    [[long, long, long], '18.18', '181.82', true],
    [[long, long, long, 'written-reprimand'], '0.00', '200.00', true],
    [[long, long, long, long], '0.00', '200.00', true],
  ])('%j leave %s, the other gets %s', (sanctions, own, other, reading) => {
    const cycle = pair({ sanctions });
    expect(bases(cycle)).toEqual([own, other]);
    expect(outcomeOf(cycle).readings.includes('SAN-1')).toBe(reading);
  });
});

describe('BAL-1: incentives of law', () => {
  test.each([
    ['0', '100.00', '100.00', false],
    ['1749.99', '100.00', '100.00', false],
    ['1750', '66.67', '133.33', false],
    ['1750.00', '66.67', '133.33', false],
    ['2499.00', '66.67', '133.33', false],
    ['2499.01', '66.67', '133.33', true],
    ['2499.50', '66.67', '133.33', true],
    ['2499.99', '66.67', '133.33', true],
    ['2500', '0.00', '200.00', false],
    ['2500.00', '0.00', '200.00', false],
    ['9999999.99', '0.00', '200.00', false],
  ])(
    'with %s the premium is %s, the other gets %s; a reading: %s',
    (otherIncentives, own, other, reading) => {
      const cycle = pair({ otherIncentives });
      expect(bases(cycle)).toEqual([own, other]);
      expect(outcomeOf(cycle).readings.includes('BAL-1')).toBe(reading);
    },
  );

  test('the uplift is paid in full even to who gets no premium', () => {
    const employees = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((at) => anEmployee(`e${at}`, 50 - at / 10));
    employees[0]!.otherIncentives = '2500';
    const [first, second] = outcomeOf(aCycleOf(employees, '1000')).employees;
    expect(first).toMatchObject({ base: '0.00', uplift: '33.00', pay: '33.00' });
    expect(second).toMatchObject({ uplift: '0.00' });
  });
});

describe('PAY-M: in proportion to total × months/12', () => {
  test.each([
    [{ months: 6 }, '66.67', '133.33'],
    [{ months: 11 }, '95.65', '104.35'],
    [{ months: 5 }, '0.00', '200.00'],
    [{ ...anEmployee('e1', 30) }, '75.00', '125.00'],
    [{ ...anEmployee('e1', 29.99) }, '0.00', '200.00'],
    [{ months: 6, sanctions: ['suspension-to-10-days'], otherIncentives: '2000' }, '33.33', '166.67'],
  ])('%j', (change, own, other) => {
    const cycle = pair(change);
    // Who is no head leaves the pot whole for the other.
    expect(bases(cycle)).toEqual([own, other]);
  });

  test('no cent is lost: 200.00 over three equals', () => {
    const cycle = pair({});
    cycle.employees.push(anEmployee('e0'));
    expect(bases(cycle)).toEqual(['66.67', '66.66', '66.67']);
  });
});
