import { describe, expect, test } from 'vitest';
import { aCycle, anEqHolder, outcomeOf, type CycleDocument } from '../../../tests/domain/cycle-builder.ts';

function withHolder(change: Partial<ReturnType<typeof anEqHolder>> = {}): CycleDocument {
  return { ...aCycle(), eqHolders: [{ ...anEqHolder('q1'), ...change }] };
}

function items(cycle: CycleDocument) {
  return outcomeOf(cycle).eqHolders[0]!.items;
}

test('the sheet of an EQ holder is at most 100', () => {
  const [holder] = outcomeOf(withHolder({ behaviours: [5, 5, 5, 5, 5, 5] })).eqHolders;
  expect(holder).toMatchObject({
    items: { 'EQ-1A': '5.00', 'EQ-1B': '5.00', 'EQ-2A': '50.00', 'EQ-2B': '10.00', 'EQ-3': '30.00' },
    total: '100.00',
  });
});

test('EQ-1A: half the total of the entity', () => {
  const cycle = withHolder();
  cycle.entity.qualityOfLife = [];
  expect(items(cycle)['EQ-1A']).toBe('2.50');
});

describe('EQ-1B', () => {
  test('5 in proportion to SET-B1, SET-B2 and SET-C over 65: 23.75 + 23.12 + 13.44 give 4.64', () => {
    const cycle = withHolder();
    cycle.objectives[0]!.achievement = '95';
    cycle.silos = ['89.4', '92.1', '95.9'].map((achievement, at) => ({
      id: `s${at}`,
      name: '',
      achievement,
    }));
    delete cycle.objectives[0]!.silo;
    cycle.directions[0]!.indicators = { improved: 40, unchanged: 3, worsened: 5, notAssessable: 1 };
    const outcome = outcomeOf(cycle);
    expect(outcome.directions[0]!.items).toMatchObject({
      'SET-B1': '23.75',
      'SET-B2': '23.12',
      'SET-C': '13.44',
    });
    expect(outcome.eqHolders[0]!.items['EQ-1B']).toBe('4.64');
    expect(outcome.readings).toContain('EQ-1B');
  });

  test('takes the items as they are printed: 0.064 and 0.004 count 0.06, which is less than half a hundredth', () => {
    const cycle = withHolder();
    cycle.objectives = [{ id: 'o1', direction: 'd1', kind: 'principal', achievement: '0.256' }];
    cycle.silos = [{ id: 's1', name: 'Curo', achievement: '0.016' }];
    cycle.directions[0]!.indicators = { improved: 0, unchanged: 0, worsened: 1, notAssessable: 0 };
    expect(items(cycle)['EQ-1B']).toBe('0.00');
    cycle.silos[0]!.achievement = '0.04';
    expect(items(cycle)['EQ-1B']).toBe('0.01');
  });

  test('penalties and the other items of the direction do not count', () => {
    const cycle = withHolder();
    cycle.directions[0]!.transparency.reported = false;
    cycle.directions[0]!.policyAlignment = [0, 0, 0, 0];
    expect(items(cycle)['EQ-1B']).toBe('5.00');
  });
});

describe('EQ-2A', () => {
  test.each([
    ['one objective at 97.99', [{ achievement: '97.99' }], '49.00'],
    ['100 with weight 2 and 70', [{ achievement: 100, weight: 2 }, { achievement: '70' }], '45.00'],
    ['five objectives', [100, 90, 80, 70, 61].map((achievement) => ({ achievement })), '40.10'],
    ['none', [], '0.00'],
  ])('%s', (_, objectives, points) => {
    const { eqHolders, warnings } = outcomeOf(withHolder({ objectives }));
    expect(eqHolders[0]!.items['EQ-2A']).toBe(points);
    const none = objectives.length === 0;
    expect(warnings.some(({ code, id }) => code === 'no-objectives' && id === 'q1')).toBe(none);
  });
});

test.each([
  [[5, 5, 4, 5, 5, 4], '28.00'],
  [[1, 1, 1, 1, 1, 1], '6.00'],
  [['4.3333', '4.3333', '4.3333', '4.3333', '4.3333', '4.3333'], '26.00'],
  [['1.004', '1.004', '1.004', '1.004', '1.004', '1.004'], '6.02'],
])('EQ-3: behaviours %j add up to %s', (behaviours, points) => {
  expect(items(withHolder({ behaviours }))['EQ-3']).toBe(points);
});
