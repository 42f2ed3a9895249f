import { describe, expect, test } from 'vitest';
import { aCycle, outcomeOf } from '../../../tests/domain/cycle-builder.ts';

test('the sheet of an executive is at most 100: 10 of the entity, 80 of the direction, 10 of managing', () => {
  const cycle = aCycle();
  cycle.directions[0]!.managerial = { planning: 1, timeliness: 3, eqObjectives: 1 };
  expect(outcomeOf(cycle).directions[0]).toEqual({
    id: 'd1',
    items: {
      ENT: '10.00',
      'SET-A': '10.00',
      'SET-B1': '25.00',
      'SET-B2': '25.00',
      'SET-C': '15.00',
      'SET-D1': '3.00',
      'SET-D2': '2.00',
      'MAN-1': '1.00',
      'MAN-2': '3.00',
      'MAN-3': '1.00',
      'MAN-4': '5.00',
    },
    penalties: { 'PEN-T': '0.00', 'PEN-D': '0.00' },
    assessableStaff: 0,
    bandsUsed: 0,
    total: '100.00',
  });
});

describe('SET-A, the guidelines of the Administration', () => {
  test.each([
    [['2.5', '2', '2.25', '2.5'], '9.25'],
    [['0', '0', '0', '0'], '0.00'],
    // The sum is rounded, not each factor: four times 1.004 are 4.02, not 4.00.
    [['1.004', '1.004', '1.004', '1.004'], '4.02'],
    [[0.1, 0.2, '0.3', 0], '0.60'],
  ])('factors %j add up to %s', (policyAlignment, points) => {
    const cycle = aCycle();
    cycle.directions[0]!.policyAlignment = policyAlignment;
    expect(outcomeOf(cycle).directions[0]!.items['SET-A']).toBe(points);
  });
});

test('MAN-1, MAN-2 and MAN-3 are awarded as given, rounded half-up', () => {
  const cycle = aCycle();
  cycle.directions[0]!.managerial = { planning: '0.73', timeliness: '2.275', eqObjectives: 0.005 };
  expect(outcomeOf(cycle).directions[0]).toMatchObject({
    items: { 'MAN-1': '0.73', 'MAN-2': '2.28', 'MAN-3': '0.01' },
    total: '98.02',
  });
});

test('a total is the sum of the rounded items, so that the printed sheet adds up', () => {
  const cycle = aCycle();
  // 0.005 three times: 0.03 in items, though the exact sum would round to 0.02.
  cycle.directions[0]!.managerial = { planning: '0.005', timeliness: '0.005', eqObjectives: '0.005' };
  expect(outcomeOf(cycle).directions[0]!.total).toBe('95.03');
});
