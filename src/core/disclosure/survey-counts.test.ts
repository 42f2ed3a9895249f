import { expect, test } from 'vitest';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { countSurvey } from './survey-counts.ts';

const directions = [
  { id: 'b', invited: 2 },
  { id: 'a', invited: 3 },
];
const all = (answer: number) => Array<number>(8).fill(answer);

test('counts who gave each answer, and forgets who gave two of them together', () => {
  const responses = [
    { direction: 'b', answers: [1, ...all(5).slice(1)] },
    { direction: 'b', answers: all(5) },
  ];
  const { directions: counted } = countSurvey(directions, responses, CREMONA_2025);
  expect(counted.map(({ id, responses }) => [id, responses])).toEqual([
    ['a', 0],
    ['b', 2],
  ]);
  expect(counted[1]!.questions.slice(0, 2)).toEqual([
    [1, 0, 0, 0, 1],
    [0, 0, 0, 0, 2],
  ]);
});

test.each([
  ['of no direction', [{ direction: 'c', answers: all(3) }]],
  ['that is not complete', [{ direction: 'a', answers: all(3).slice(1) }]],
  ['off the scale', [{ direction: 'a', answers: all(6) }]],
  ['more than there are people', Array(3).fill({ direction: 'b', answers: all(3) })],
])('refuses a response %s', (_what, responses: { direction: string; answers: number[] }[]) => {
  expect(() => countSurvey(directions, responses, CREMONA_2025)).toThrow(RangeError);
});
