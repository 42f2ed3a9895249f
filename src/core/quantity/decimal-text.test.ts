import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, hundredthsText } from './decimal-text.ts';
import type { Cents } from './money.ts';
import { rational } from './rational.ts';

test.each([
  [0, 1, 2, '0.00'],
  [1, 100, 2, '0.01'],
  [-1, 100, 2, '-0.01'],
  [-1, 1000, 2, '0.00'],
  [123456, 100, 2, '1234.56'],
  [5, 1, 0, '5'],
  [-12, 1, 0, '-12'],
  [239_212, 10_000, 4, '23.9212'],
  [1, 1, 4, '1.0000'],
])('%d/%d with %d decimals is written %s', (numerator, denominator, decimals, text) => {
  expect(decimalText(rational(numerator, denominator), decimals)).toBe(text);
});

test.each([
  [0n, '0.00'],
  [5n, '0.05'],
  [48n, '0.48'],
  [4819n, '48.19'],
  [60023800n, '600238.00'],
  [12345678901234567890n, '123456789012345678.90'],
])('%d cents are written %s', (cents, text) => {
  expect(hundredthsText(cents as Cents)).toBe(text);
});

test('an amount in cents reads the same as a fraction and as cents', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (cents) => {
      expect(decimalText(rational(cents, 100))).toBe(hundredthsText(cents as Cents));
    }),
  );
});
