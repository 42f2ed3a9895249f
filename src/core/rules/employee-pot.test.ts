import { describe, expect, test } from 'vitest';
import {
  aCycle,
  aCycleOf,
  aRegulation,
  anEmployee,
  numbered,
  outcomeOf,
} from '../../../tests/domain/cycle-builder.ts';

/** So many employees of different totals in one direction, everybody entitled. */
function heads(count: number, individual: string) {
  return aCycleOf(
    Array.from({ length: count }, (_, at) => anEmployee(numbered('e', at), 50 - (at % 2000) / 100)),
    individual,
  );
}

test('the pot of 2025: 600,238.00 over 556 heads', () => {
  const { funds, warnings } = outcomeOf(heads(556, '600238.00'));
  expect(funds.employees).toEqual({
    available: '600238.00',
    heads: 556,
    positive: 556,
    meanPerHead: '1079.56',
    upliftValue: '356.00',
    upliftCount: 56,
    upliftPot: '19936.00',
    basePot: '580302.00',
    meanBase: '1043.71',
    meanWithUplift: '1399.71',
    paid: '600238.00',
    economies: '0.00',
  });
  expect(warnings).toContainEqual({ code: 'uplift-over-ten-percent', id: 'entity' });
});

describe('UPL-V: 33 % of the mean, floored to the euro', () => {
  test.each([
    ['1000.00', '33.00'],
    ['999.99', '32.00'],
    ['1030.29', '33.00'],
    ['1030.31', '34.00'],
    ['30.30', '0.00'],
    ['30.31', '1.00'],
    ['0.00', '0.00'],
  ])('ten heads and a pot of %s: %s', (pot, value) => {
    expect(outcomeOf(heads(10, pot)).funds.employees.upliftValue).toBe(value);
  });
});

describe('UPL-K: 10 % of the heads, half-up', () => {
  test.each([
    [0, 0, false],
    [1, 0, false],
    [4, 0, false],
    [5, 1, true],
    [9, 1, true],
    [10, 1, false],
    [14, 1, false],
    [15, 2, true],
    [24, 2, false],
    [25, 3, true],
    [100, 10, false],
  ])('%d heads have %d uplifts; more than a tenth: %s', (count, uplifts, over) => {
    const { funds, warnings } = outcomeOf(heads(count, '100000'));
    expect(funds.employees.upliftCount).toBe(uplifts);
    expect(warnings.some(({ code }) => code === 'uplift-over-ten-percent')).toBe(over);
  });
});

test('who has fewer than 6 months is no head', () => {
  const cycle = heads(10, '1000');
  for (const employee of cycle.employees.slice(0, 6)) employee.months = 5;
  expect(outcomeOf(cycle).funds.employees).toMatchObject({
    heads: 4,
    meanPerHead: '250.00',
    upliftCount: 0,
    upliftValue: '82.00',
    basePot: '1000.00',
  });
});

test('with no heads there is nothing to divide by: everything is 0 and the pot economies', () => {
  expect(outcomeOf(aCycle()).funds.employees).toEqual({
    available: '600238.00',
    heads: 0,
    positive: 0,
    meanPerHead: '0.00',
    upliftValue: '0.00',
    upliftCount: 0,
    upliftPot: '0.00',
    basePot: '600238.00',
    meanBase: '0.00',
    meanWithUplift: '0.00',
    paid: '0.00',
    economies: '600238.00',
  });
});

test('EMP-B: the base pot is what the uplifts leave, even where nobody can be given one', () => {
  const cycle = heads(10, '1000');
  for (const employee of cycle.employees) Object.assign(employee, anEmployee(employee.id, 20));
  expect(outcomeOf(cycle).funds.employees).toMatchObject({
    positive: 0,
    upliftCount: 1,
    upliftPot: '33.00',
    basePot: '967.00',
    meanBase: '96.70',
    meanWithUplift: '129.70',
    paid: '0.00',
    economies: '1000.00',
  });
});

test('by another regulation: 50 % of the mean to the cent, for 20 % of the heads', () => {
  const regulation = aRegulation();
  regulation.rules['UPL-V'].parameters.percentage.value = '50';
  regulation.rules['UPL-V'].parameters.euroDecimals.value = '2';
  regulation.rules['UPL-K'].parameters.percentage.value = '20';
  expect(outcomeOf({ ...heads(10, '999.99'), regulation }).funds.employees).toMatchObject({
    upliftValue: '49.99',
    upliftCount: 2,
    upliftPot: '99.98',
    basePot: '900.01',
    paid: '999.99',
  });
});
