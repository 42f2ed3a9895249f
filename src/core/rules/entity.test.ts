import { describe, expect, test } from 'vitest';
import { aCycle, aCycleOf, anEmployee, anEqHolder, outcomeOf } from '../../../tests/domain/cycle-builder.ts';

describe('ENT-A, quality of life', () => {
  test.each([
    ['1st', '5.00', [1]],
    ['30th', '5.00', [30]],
    ['31st', '0.00', [31]],
    ['14th and 39th, as in 2025', '5.00', [14, 39]],
    ['31st and 30th', '5.00', [31, 30]],
    ['31st and 107th', '0.00', [31, 107]],
    ['in no ranking', '0.00', []],
  ])('%s: %s points', (_, points, positions) => {
    const cycle = aCycle();
    cycle.entity.qualityOfLife = positions.map((position) => ({ source: 'classifica', position, of: 107 }));
    expect(outcomeOf(cycle).entity.qualityOfLife).toBe(points);
  });
});

describe('ENT-B, collection of residuals', () => {
  test.each([
    ['exactly 42 %', [['42', '100']], '42.00', '5.00'],
    ['a cent of ten million below 42 %', [['4199999.99', '10000000']], '42.00', '0.00'],
    ['a cent below 42 %', [['41.99', '100']], '41.99', '0.00'],
    ['2025', [['10158779.02', '17428127.81'], ['7691951.81', '15676671.30']], '53.92', '5.00'], // prettier-ignore
    ['the ratio of the sums, not the mean of the ratios (45 %)', [['90', '100'], ['0', '1000']], '8.18', '0.00'], // prettier-ignore
    ['42 % of the sums of two titles', [['0', '58'], ['42', '42']], '42.00', '5.00'], // prettier-ignore
    ['more collected than assessed', [['110', '100']], '110.00', '5.00'],
    ['nothing assessed', [['10', '0']], '0.00', '0.00'],
    ['no titles', [], '0.00', '0.00'],
  ])('%s', (_, rows, rate, points) => {
    const cycle = aCycle();
    cycle.entity.residualCollection = rows.map(([collected, assessed], at) => ({
      title: String(at),
      collected: collected!,
      assessed: assessed!,
    }));
    const { residualCollectionRate, residualCollection } = outcomeOf(cycle).entity;
    expect(residualCollectionRate).toBe(rate);
    expect(residualCollection).toBe(points);
  });
});

test('the entity total is the sum of both, and the item ENT of every sheet', () => {
  const cycle = aCycle();
  cycle.entity.qualityOfLife = [];
  const { entity, directions } = outcomeOf(cycle);
  expect(entity.total).toBe('5.00');
  expect(directions[0]!.items.ENT).toBe('5.00');
});

describe('GATE-1, budget balance', () => {
  test.each([
    [true, false, true],
    [true, true, true],
    [false, true, true],
    [false, false, false],
  ])('achieved %s, waiver %s: the gate is open %s', (achieved, waiver, gate) => {
    const cycle = aCycle();
    cycle.entity.budgetBalance = { achieved, waiver };
    const outcome = outcomeOf(cycle);
    expect(outcome.entity.gate).toBe(gate);
    expect(outcome.executives[0]!.access).toBe(gate);
    expect(outcome.readings.includes('GATE-1')).toBe(!gate);
  });

  test('closed, it stops executives and EQ holders, extras included, but not employees nor the sheets', () => {
    const cycle = aCycleOf([anEmployee('e1')], '1000');
    cycle.eqHolders = [anEqHolder('q1')];
    cycle.executives[0]!.extras = [{ label: 'vicesegretario', amount: '4000.00' }];
    cycle.entity.budgetBalance.achieved = false;
    const { executives, eqHolders, employees, funds, openDecisions } = outcomeOf(cycle);
    expect(executives[0]).toEqual({
      id: 'x1',
      direction: 'd1',
      total: '95.00',
      access: false,
      band: 'none',
      resultPay: '0.00',
      uplift: '0.00',
      extras: '0.00',
      pay: '0.00',
    });
    expect(eqHolders[0]).toMatchObject({ total: '97.50', access: false, pay: '0.00' });
    expect(employees[0]!.pay).toBe('1000.00');
    expect(funds.executives).toEqual({
      available: '100000.00',
      firstBandAmount: '7911.36',
      paid: '0.00',
      economies: '100000.00',
    });
    expect(funds.eqHolders).toEqual({
      available: '74551.30',
      coefficient: '0.0000',
      paid: '0.00',
      economies: '74551.30',
    });
    expect(openDecisions).toEqual([]);
  });
});
