import { describe, expect, test } from 'vitest';
import {
  aCycleOf,
  anEmployee,
  outcomeOf,
  type EmployeeDocument,
} from '../../../tests/domain/cycle-builder.ts';

function result(change: Partial<EmployeeDocument>) {
  return outcomeOf(aCycleOf([{ ...anEmployee('e1'), ...change }], '1000')).employees[0]!;
}

test('the sheet of an employee: 100 % of 15, 96.5 % of 25 and 9.75 of 10 are 48.88', () => {
  const employee = result({
    individualObjectives: [{ achievement: '100' }],
    groupObjectives: [{ achievement: '96.5', weight: 1 }],
    behaviours: ['2.5', '2.25', '2.5', '2.5'],
  });
  expect(employee).toMatchObject({
    items: { 'EMP-1': '15.00', 'EMP-2': '24.13', 'EMP-3': '9.75' },
    total: '48.88',
    band: 'first',
  });
});

test('two objectives count by their weights', () => {
  const objectives = [
    { achievement: 100, weight: '0.25' },
    { achievement: '60', weight: '0.75' },
  ];
  expect(result({ individualObjectives: objectives, groupObjectives: objectives }).items).toMatchObject({
    'EMP-1': '10.50',
    'EMP-2': '17.50',
  });
});

test('behaviours are rounded together, not one by one', () => {
  expect(result({ behaviours: ['1.004', '1.004', '1.004', '1.004'] }).items['EMP-3']).toBe('4.02');
});

test.each([
  ['individualObjectives', { 'EMP-1': '0.00', 'EMP-2': '25.00' }],
  ['groupObjectives', { 'EMP-1': '15.00', 'EMP-2': '0.00' }],
] as const)('without %s the item is 0, with a warning', (list, items) => {
  const { employees, warnings } = outcomeOf(aCycleOf([{ ...anEmployee('e1'), [list]: [] }], '1000'));
  expect(employees[0]!.items).toMatchObject(items);
  expect(warnings.filter(({ id }) => id === 'e1')).toEqual([{ code: 'no-objectives', id: 'e1' }]);
});

test('without both, one warning names the person', () => {
  const employee = { ...anEmployee('e1'), individualObjectives: [], groupObjectives: [] };
  expect(outcomeOf(aCycleOf([employee], '1000')).warnings.filter(({ id }) => id === 'e1')).toHaveLength(1);
});

describe('months of service', () => {
  test.each([
    [5, false],
    [6, true],
    [12, true],
    [0, false],
  ])('%d months: entitled %s', (months, entitled) => {
    expect(result({ months })).toMatchObject({ months, entitled, pay: entitled ? '1000.00' : '0.00' });
  });

  const present = (...days: (number | string)[]) => {
    const { months: _, ...employee } = anEmployee('e1');
    const [outcome] = outcomeOf(aCycleOf([{ ...employee, presenceDays: days }], '1000')).employees;
    return { months: outcome!.months, entitled: outcome!.entitled };
  };

  test('a month with 12 days of presence counts, one with 11 does not', () => {
    expect(present(12, 12, 12, 12, 12, 12, 11, 11, 11, 11, 11, 11)).toEqual({ months: 6, entitled: true });
    expect(present(12, 12, 12, 12, 12, 11, 11, 11, 11, 11, 11, 11)).toEqual({ months: 5, entitled: false });
    expect(present(31, 28, '31', '12.0', 0, 0, 0, 0, 0, 0, 0, 0)).toEqual({ months: 4, entitled: false });
    expect(present(...Array<number>(12).fill(20))).toEqual({ months: 12, entitled: true });
  });
});

test.each([
  [29.99, false, '0.00'],
  [30, true, '1000.00'],
])('%d points: positive %s', (points, positive, pay) => {
  const { employees, funds } = outcomeOf(aCycleOf([anEmployee('e1', points)], '1000'));
  expect(employees[0]).toMatchObject({ positive, pay });
  expect(funds.employees.positive).toBe(positive ? 1 : 0);
});

test('the positive of the fund are those entitled as well', () => {
  const { employees, funds } = outcomeOf(aCycleOf([{ ...anEmployee('e1'), months: 5 }], '1000'));
  expect(employees[0]).toMatchObject({ entitled: false, positive: true, pay: '0.00' });
  expect(funds.employees).toMatchObject({ heads: 0, positive: 0, paid: '0.00', economies: '1000.00' });
});
