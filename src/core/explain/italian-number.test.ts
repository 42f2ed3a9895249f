import { expect, test } from 'vitest';
import { rational } from '../quantity/rational.ts';
import { italianNumber } from './italian-number.ts';

test.each([
  [632909, 100, 2, 2, '6.329,09'],
  [60023800, 100, 2, 2, '600.238,00'],
  [1000, 1, 0, 0, '1.000'],
  [999, 1, 0, 0, '999'],
  [123456789, 1, 0, 0, '123.456.789'],
  [-123456, 100, 2, 2, '-1.234,56'],
  [-123, 1, 0, 0, '-123'],
  [5, 2, 0, 4, '2,5'],
  [5, 2, 2, 4, '2,50'],
  [1, 3, 2, 4, '0,3333'],
  [100, 1, 0, 6, '100'],
  [100000, 1, 2, 4, '100.000,00'],
  [1, 200_000, 2, 4, '0,00'],
])('%d/%d with %d to %d decimals is read %s', (numerator, denominator, least, most, text) => {
  expect(italianNumber(rational(numerator, denominator), least, most)).toBe(text);
});
