import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf } from './change.ts';

const earlier = { mean: 350, responses: 40, invited: 60, counts: null };

test('a change is the difference of the means, with an interval around it', () => {
  // 10 of each answer: variance 102/49 ≈ 2.04; 50 of 100 and 40 of 60 answered.
  const { change, plusMinus } = changeOf({ counts: [10, 10, 10, 10, 10], invited: 100 }, earlier, 300);
  expect(change).toBe(-50);
  const expected = 196 * Math.sqrt((100 / 49) * ((1 / 50) * 0.5 + (1 / 40) * (20 / 60)));
  expect(plusMinus).toBe(Math.ceil(expected));
});

test('where everybody answered in both years nothing is uncertain', () => {
  const all = { mean: 350, responses: 50, invited: 50, counts: [5, 5, 20, 10, 10] };
  expect(changeOf({ counts: [10, 10, 10, 10, 10], invited: 50 }, all, 300).plusMinus).toBe(0);
});

test('of fewer than two answers nothing can be told', () => {
  expect(changeOf({ counts: [0, 0, 1, 0, 0], invited: 9 }, earlier, 300).plusMinus).toBeNull();
  const one = { ...earlier, responses: 1 };
  expect(changeOf({ counts: [0, 5, 5, 0, 0], invited: 20 }, one, 250).plusMinus).toBeNull();
});

test('the interval agrees with the formula in floating point, and grows as more stay silent', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 200 }), (now, silent) => {
      const n = now.reduce((sum, count) => sum + count, 0);
      fc.pre(n >= 2);
      const mean = now.reduce((sum, count, at) => sum + count * (at + 1), 0) / n;
      const variance = now.reduce((sum, count, at) => sum + count * (at + 1 - mean) ** 2, 0) / (n - 1);
      const share = (all: number, part: number) => (all - part) / all / part;
      const exact = 196 * Math.sqrt(variance * (share(n + silent, n) + share(60, 40)));
      const { plusMinus } = changeOf({ counts: now, invited: n + silent }, earlier, 300);
      expect(Math.abs(plusMinus! - exact)).toBeLessThanOrEqual(1.001);
      const more = changeOf({ counts: now, invited: n + silent + 50 }, earlier, 300);
      expect(more.plusMinus!).toBeGreaterThanOrEqual(plusMinus!);
    }),
  );
});
