import { expect, test } from 'vitest';
import { aCycle, aDirection, outcomeOf, type CycleDocument } from '../../../tests/domain/cycle-builder.ts';

function withSilos(...achievements: string[]): CycleDocument {
  const cycle = aCycle();
  cycle.objectives = [];
  cycle.silos = achievements.map((achievement, at) => ({ id: `s${at}`, name: `silo ${at}`, achievement }));
  return cycle;
}

test.each([
  [['89.4', '92.1', '95.9'], '23.12'],
  [['100'], '25.00'],
  [['0', '0'], '0.00'],
  [['50', '100'], '18.75'],
  [[], '0.00'],
])('SET-B2 of silos at %j is %s', (achievements, points) => {
  expect(outcomeOf(withSilos(...achievements)).directions[0]!.items['SET-B2']).toBe(points);
});

test('the achievement of a silo is not rounded on the way: 99.979 is shown as 99.98 and gives 24.99, not 25.00', () => {
  const { silos, directions } = outcomeOf(withSilos('99.979'));
  expect(silos).toEqual([{ id: 's0', achievement: '99.98' }]);
  expect(directions[0]!.items['SET-B2']).toBe('24.99');
});

test('a silo is the weighted mean over its objectives, principal and derived, of whatever direction', () => {
  const cycle = aCycle();
  cycle.directions.push(aDirection('d2'));
  cycle.silos = [{ id: 's', name: 'Curo' }];
  cycle.objectives = [
    { id: 'o1', direction: 'd1', silo: 's', kind: 'principal', achievement: '100' },
    { id: 'o2', direction: 'd2', silo: 's', kind: 'derived', achievement: '40', weight: 3 },
    { id: 'o3', direction: 'd2', kind: 'principal', achievement: '0', weight: 9 },
  ];
  const { silos, directions } = outcomeOf(cycle);
  expect(silos).toEqual([{ id: 's', achievement: '55.00' }]);
  expect(directions.map(({ items }) => items['SET-B2'])).toEqual(['13.75', '13.75']);
});

test('a given achievement counts, whatever the objectives of the silo say', () => {
  const cycle = aCycle();
  cycle.silos[0]!.achievement = '80';
  expect(outcomeOf(cycle).silos).toEqual([{ id: 'cresco', achievement: '80.00' }]);
});

test('a silo without achievement and objectives counts 0, with a warning', () => {
  const cycle = withSilos('100');
  cycle.silos.push({ id: 'vuoto', name: 'Vuoto' });
  const { silos, directions, warnings } = outcomeOf(cycle);
  expect(silos[1]).toEqual({ id: 'vuoto', achievement: '0.00' });
  expect(directions[0]!.items['SET-B2']).toBe('12.50');
  expect(warnings).toContainEqual({ code: 'no-objectives', id: 'vuoto' });
});
