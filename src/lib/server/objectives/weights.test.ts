import { expect, test } from 'vitest';
import { weightsHold, weightsTotal } from './weights.ts';

test.each([
  [[], true],
  [[null, null], true],
  [['60', '40'], true],
  [['0.6', '0.4'], true],
  [['33.33', '33.33', '33.34'], true],
  [['5', '5', '5'], true],
  [['5'], true],
  [['1', null], true],
  [['60', '30'], false],
  [['60', '40', null], false],
  [['33.33', '33.33', '33.33', '0.02'], false],
])('weights %j hold: %j', (weights, holds) => {
  expect(weightsHold(weights)).toBe(holds);
});

test('their total is written as people would', () => {
  expect([
    weightsTotal(['60', '30']),
    weightsTotal(['0.5', '0.25']),
    weightsTotal([null]),
    weightsTotal(['100']),
  ]).toEqual(['90', '0.75', null, '100']);
});
