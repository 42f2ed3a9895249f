import { describe, expect, test } from 'vitest';
import {
  aCycle,
  aCycleOf,
  anEmployee,
  anEqHolder,
  numbered,
  outcomeOf,
} from '../../../tests/domain/cycle-builder.ts';

describe('PEN-T, transparency and anti-corruption', () => {
  test.each([
    [0, '0.00', '95.00'],
    [1, '2.00', '93.00'],
    [3, '2.00', '93.00'],
    [4, '4.00', '91.00'],
    [6, '4.00', '91.00'],
    [7, '5.00', '90.00'],
    [9, '5.00', '90.00'],
    [10, '10.00', '85.00'],
    [9007199254740991, '10.00', '85.00'],
  ])('a direction with %d findings loses %s points', (findings, points, total) => {
    const cycle = aCycle();
    cycle.directions[0]!.transparency.findings = findings;
    expect(outcomeOf(cycle).directions[0]).toMatchObject({ penalties: { 'PEN-T': points }, total });
  });

  test('a direction that did not report loses 10 points, whatever its findings', () => {
    for (const findings of [0, 3]) {
      const cycle = aCycle();
      cycle.directions[0]!.transparency = { reported: false, findings };
      expect(outcomeOf(cycle).directions[0]!.penalties['PEN-T']).toBe('10.00');
    }
  });
});

describe('PEN-D, lack of differentiation', () => {
  /** Totals in six different bands, from the first to none. */
  const bandTotals = [50, 46, 42, 38, 33, 20];

  function differentiated(staff: number, bands: number) {
    const employees = Array.from({ length: staff }, (_, at) =>
      anEmployee(numbered('e', at), bandTotals[at % bands]),
    );
    return outcomeOf(aCycleOf(employees, '1000'));
  }

  test.each([
    [0, 1, 0, '0.00'],
    [1, 1, 1, '0.00'],
    [2, 1, 1, '5.00'],
    [2, 2, 2, '2.00'],
    [3, 3, 3, '0.00'],
    [20, 1, 1, '5.00'],
    [20, 2, 2, '2.00'],
    [20, 3, 3, '0.00'],
    [20, 6, 6, '0.00'],
    [21, 1, 1, '5.00'],
    [21, 2, 2, '3.00'],
    [21, 3, 3, '0.00'],
    [40, 1, 1, '5.00'],
    [40, 2, 2, '3.00'],
    [40, 3, 3, '0.00'],
    [41, 1, 1, '5.00'],
    [41, 2, 2, '4.00'],
    [41, 3, 3, '3.00'],
    [41, 4, 4, '0.00'],
    [41, 5, 5, '0.00'],
    [100, 3, 3, '3.00'],
  ])('a direction with %d employees in %d bands (used: %d) loses %s points', (staff, bands, used, points) => {
    const [direction] = differentiated(staff, bands).directions;
    expect(direction).toMatchObject({
      assessableStaff: staff,
      bandsUsed: used,
      penalties: { 'PEN-D': points },
    });
  });

  test('everybody evaluated counts, entitled to the premium or not; the EQ holder and the executive do not', () => {
    const cycle = aCycleOf(
      [anEmployee('e1', 50), { ...anEmployee('e2', 46), months: 0 }, anEmployee('e3', 0)],
      '1000',
    );
    cycle.eqHolders = [anEqHolder('q1')];
    expect(outcomeOf(cycle).directions[0]).toMatchObject({
      assessableStaff: 3,
      bandsUsed: 3,
      penalties: { 'PEN-D': '0.00' },
    });
  });

  test('a total of 0 is a band in use', () => {
    const [direction] = outcomeOf(aCycleOf([anEmployee('e1', 0), anEmployee('e2', 50)], '1000')).directions;
    expect(direction).toMatchObject({ bandsUsed: 2, penalties: { 'PEN-D': '2.00' } });
  });

  test('it is a reading whenever it is looked up', () => {
    expect(differentiated(2, 2).readings).toContain('PEN-D');
  });
});

test('both penalties are taken off the sum of the items, which does not go below 0', () => {
  const cycle = aCycleOf([anEmployee('e1'), anEmployee('e2')], '1000');
  const [direction] = cycle.directions;
  direction!.transparency.reported = false;
  expect(outcomeOf(cycle).directions[0]!.total).toBe('80.00');

  cycle.entity.qualityOfLife = [];
  cycle.entity.residualCollection = [];
  cycle.objectives = [];
  cycle.silos = [];
  delete cycle.survey;
  Object.assign(direction!, {
    policyAlignment: ['0', '0', '0', '1'],
    indicators: { improved: 0, unchanged: 0, worsened: 1, notAssessable: 0 },
    training: { staff: [{ hours: 0, days: 365 }], internalDelivery: 0 },
  });
  expect(outcomeOf(cycle).directions[0]).toMatchObject({
    penalties: { 'PEN-T': '10.00', 'PEN-D': '5.00' },
    total: '0.00',
  });
});
