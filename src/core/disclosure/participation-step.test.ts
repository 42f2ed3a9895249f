import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { participationStep } from './participation-step.ts';

const step = (invited: number, responses: number) => participationStep(invited, responses, CREMONA_2025);

test('is told in quarters, of directions with ten people or more', () => {
  expect(step(9, 9)).toBeNull();
  expect([0, 24, 25, 49, 50, 74, 75].map((responses) => step(100, responses))).toEqual([
    0, 0, 25, 25, 50, 50, 75,
  ]);
});

test('never says that everybody responded, nor less after more responses', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 300 }), (invited) => {
      const steps = Array.from({ length: invited + 1 }, (_, responses) => step(invited, responses)!);
      expect(Math.max(...steps)).toBeLessThan(100);
      expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    }),
  );
});

test('depends on five responses at once: one more or less of four tells nothing', () => {
  expect(step(20, 4)).toBe(step(20, 0));
  expect(step(20, 5)).toBe(25);
});
