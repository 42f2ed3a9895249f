import { expect, test } from 'vitest';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { limitsOf } from './limits.ts';
import { meanHundredths, meanStateOf } from './question-mean.ts';

const limits = limitsOf(CREMONA_2025);

test.each([
  ['everybody fully agrees', [0, 0, 0, 0, 20], 'atLeast'],
  ['nobody agrees', [20, 0, 0, 0, 0], 'atMost'],
  ['five points below the best', [0, 0, 0, 5, 15], 'atLeast'],
  ['six points below the best', [0, 0, 0, 6, 14], 'exact'],
  ['all but two gave the same answer', [1, 0, 1, 18, 0], 'withheld'],
  ['all but three did', [1, 1, 1, 17, 0], 'exact'],
])('%s: %j is %s', (_what, answers, state) => {
  expect(meanStateOf(answers, limits)).toBe(state);
});

test('a bound is the same for all that share it', () => {
  expect(meanHundredths([0, 0, 0, 0, 20], 'atLeast', limits)).toBe(475);
  expect(meanHundredths([0, 0, 0, 3, 17], 'atLeast', limits)).toBe(475);
  expect(meanHundredths([18, 2, 0, 0, 0], 'atMost', limits)).toBe(125);
});

test('a mean is rounded half up', () => {
  expect(meanHundredths([0, 4, 1, 3, 0], 'exact', limits)).toBe(288);
});
