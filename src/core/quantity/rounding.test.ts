import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from './decimal-text.ts';
import { rational, type Rational } from './rational.ts';
import { floor, roundHalfUp } from './rounding.ts';

describe('half-up, away from zero', () => {
  test.each([
    [5, 1000, '0.01'],
    [4999, 1_000_000, '0.00'],
    [15, 1000, '0.02'],
    [25, 1000, '0.03'],
    [1005, 1000, '1.01'],
    [2675, 1000, '2.68'],
    [-5, 1000, '-0.01'],
    [-25, 1000, '-0.03'],
    [-4999, 1_000_000, '0.00'],
    [1, 3, '0.33'],
    [2, 3, '0.67'],
    [99995, 1000, '100.00'],
    [99994, 1000, '99.99'],
  ])('%d/%d is %s at two decimals', (numerator, denominator, text) => {
    expect(decimalText(rational(numerator, denominator))).toBe(text);
    expect(decimalText(rational(BigInt(numerator), BigInt(denominator)))).toBe(text);
    // The same value, not reduced and beyond 2^53.
    const far = 10n ** 20n;
    expect(decimalText(rational(BigInt(numerator) * far, BigInt(denominator) * far))).toBe(text);
  });

  test.each([
    [0, 1, 2, '1'],
    [0, 3, 2, '2'],
    [0, 5, 2, '3'],
    [0, -1, 2, '-1'],
    [4, 1, 20000, '0.0001'],
    [4, 1, 20001, '0.0000'],
  ])('to %d decimals, %d/%d is %s', (decimals, numerator, denominator, text) => {
    expect(decimalText(rational(numerator, denominator), decimals)).toBe(text);
  });

  test('as two bigints round, whatever the size', () => {
    const size = fc.oneof(
      fc.bigInt({ min: -10_000n, max: 10_000n }),
      fc.bigInt({ min: -(2n ** 56n), max: 2n ** 56n }),
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    );
    const divisor = fc.oneof(fc.bigInt({ min: 1n, max: 2000n }), fc.bigInt({ min: 1n, max: 2n ** 60n }));
    fc.assert(
      fc.property(size, divisor, fc.integer({ min: 0, max: 6 }), (n, d, decimals) => {
        const scaled = (n < 0n ? -n : n) * 10n ** BigInt(decimals);
        const rounded = (2n * scaled + d) / (2n * d);
        expect(hundredths(roundHalfUp(mixed(n, d), decimals), decimals)).toBe(n < 0n ? -rounded : rounded);

        const signed = n * 10n ** BigInt(decimals);
        const down = signed / d - (signed < 0n && signed % d !== 0n ? 1n : 0n);
        expect(hundredths(floor(mixed(n, d), decimals), decimals)).toBe(down);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  [999, 1000, '0.99'],
  [-1, 1000, '-0.01'],
  [-100, 100, '-1.00'],
  [356_254, 1000, '356.25'],
])('rounded down, %d/%d is %s', (numerator, denominator, text) => {
  expect(decimalText(floor(rational(numerator, denominator), 2))).toBe(text);
});

function mixed(n: bigint, d: bigint): Rational {
  const safe = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : value);
  return rational(safe(n), safe(d));
}

function hundredths({ numerator, denominator }: Rational, decimals: number): bigint {
  expect(BigInt(denominator)).toBe(10n ** BigInt(decimals));
  return BigInt(numerator);
}
