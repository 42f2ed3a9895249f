import { expect, test } from 'vitest';
import {
  aCycle,
  aDirection,
  outcomeOf,
  type EntityObjectiveDocument,
  type ObjectiveDocument,
} from '../../../tests/domain/cycle-builder.ts';

function principal(id: string, objective: ObjectiveDocument, direction = 'd1'): EntityObjectiveDocument {
  return { id, direction, kind: 'principal', ...objective };
}

test.each([
  ['one at 95', [{ achievement: '95' }], '23.75'],
  ['100 and 50, equal weights', [{ achievement: '100' }, { achievement: 50 }], '18.75'],
  [
    '100, and 50 with weight 3: 15.625 rounds up',
    [{ achievement: 100 }, { achievement: '50', weight: 3 }],
    '15.63',
  ],
  [
    'weights in any unit',
    [
      { achievement: 100, weight: '0.2' },
      { achievement: 50, weight: '0.6' },
    ],
    '15.63',
  ],
  ['three thirds', [{ achievement: '33.33' }, { achievement: '33.33' }, { achievement: '33.34' }], '8.33'],
  ['nothing reached', [{ achievement: '0', weight: '0.0000000001' }], '0.00'],
])('SET-B1, %s', (_, objectives, points) => {
  const cycle = aCycle();
  cycle.objectives = objectives.map((objective, at) => principal(`o${at}`, objective));
  expect(outcomeOf(cycle).directions[0]!.items['SET-B1']).toBe(points);
});

test('only the own principal objectives of a direction count', () => {
  const cycle = aCycle();
  cycle.directions.push(aDirection('d2'));
  cycle.objectives = [
    principal('o1', { achievement: '80' }),
    { id: 'o2', direction: 'd1', kind: 'derived', achievement: '0', weight: 100 },
    principal('o3', { achievement: '40' }, 'd2'),
  ];
  expect(outcomeOf(cycle).directions.map(({ items }) => items['SET-B1'])).toEqual(['20.00', '10.00']);
});

test('a direction without principal objectives has 0 and a warning', () => {
  const cycle = aCycle();
  cycle.objectives[0]!.kind = 'derived';
  const { directions, warnings } = outcomeOf(cycle);
  expect(directions[0]!.items['SET-B1']).toBe('0.00');
  expect(warnings).toContainEqual({ code: 'no-objectives', id: 'd1' });
});
