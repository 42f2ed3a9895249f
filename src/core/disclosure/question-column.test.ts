import { expect, test } from 'vitest';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { limitsOf } from './limits.ts';
import { columnOf } from './question-column.ts';

const limits = limitsOf(CREMONA_2025);
const alike = { id: 'alike', answers: [0, 0, 7, 0, 0] };
const mixed = { id: 'mixed', answers: [1, 1, 2, 2, 1] };
const large = { id: 'large', answers: [2, 2, 8, 5, 3] };

function column(...[shown, hidden]: [Parameters<typeof columnOf>[0], Parameters<typeof columnOf>[1]]) {
  const { entity, shown: states } = columnOf(shown, hidden, limits);
  return [entity, ...states.values()];
}

test('directions of many minds are shown exactly', () => {
  expect(column([mixed, large], [])).toEqual(['exact', 'exact', 'exact']);
});

test('one of one mind hides among the hidden ones, if they are more', () => {
  expect(column([alike, mixed, large], [[1, 1, 4, 3, 0]])).toEqual(['exact', 'withheld', 'exact', 'exact']);
});

test('or among those that come before it, and as many after it as are needed', () => {
  const hidden = [[1, 0, 1, 1, 0]];
  expect(column([mixed, alike, large], hidden)).toEqual(['exact', 'withheld', 'withheld', 'exact']);
  expect(column([alike, mixed, large], hidden)).toEqual(['exact', 'withheld', 'withheld', 'exact']);
});

test('if they are too few, the figures of the entity are withheld, and all others stay', () => {
  expect(column([alike, mixed], [])).toEqual(['withheld', 'withheld', 'exact']);
});

test('the figures of the entity are withheld where nearly all of the hidden agree', () => {
  const hidden = (alike: number, others: number) => [
    [0, 0, alike, others, 0],
    [0, 0, 4, 0, 0],
  ];
  expect(column([large], hidden(40, 2))).toEqual(['withheld', 'exact']);
  expect(column([large], hidden(40, 3))).toEqual(['exact', 'exact']);
  // In a mean of 150 answers one of them does not show.
  expect(column([large], hidden(147, 3))).toEqual(['withheld', 'exact']);
  expect(column([large], hidden(147, 4))).toEqual(['exact', 'exact']);
});
