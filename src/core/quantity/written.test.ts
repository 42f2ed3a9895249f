import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, rational } from './rational.ts';
import {
  exactly,
  exactMeasure,
  plainDecimal,
  writtenDecimals,
  writtenMeasure,
  type Written,
} from './written.ts';

describe('plain decimal notation', () => {
  test.each([
    ['0', 0n, 1n],
    ['1234.56', 123456n, 100n],
    ['007', 7n, 1n],
    ['0.10', 10n, 100n],
    ['10158779.02', 1015877902n, 100n],
    ['9007199254740993', 9007199254740993n, 1n],
    ['123456789012345', 123456789012345n, 1n],
    ['1234567890123456', 1234567890123456n, 1n],
    ['0.1234567890123456789012345', 1234567890123456789012345n, 10n ** 25n],
    ['99999999999999.9', 999999999999999n, 10n],
  ])('%s is what it says', (text, numerator, denominator) => {
    const value = plainDecimal(text);
    expect(value).not.toBeNull();
    expect(compare(value!, rational(numerator, denominator))).toBe(0);
  });

  test.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '1\n',
    '.5',
    '5.',
    '.',
    '1..2',
    '1.2.3',
    '1,5',
    '1.234,56',
    '1,234.56',
    '1_000',
    "1'000",
    '+1',
    '-1',
    '-0',
    '−1',
    '1e3',
    '1E3',
    '1e',
    '0x10',
    '0b1',
    '1n',
    'NaN',
    'Infinity',
    'uno',
    '０',
    '１２',
    '٣',
    '½',
    '1%',
    '€ 1',
    'null',
    'true',
    '12345678901234567890e1',
    '12345678901234567890.',
    '.12345678901234567890',
    ' 12345678901234567890',
    '-12345678901234567890',
    '1234567890.1234567890.1',
  ])('%j is not', (text) => {
    expect(plainDecimal(text)).toBeNull();
    expect(() => exactly(text)).toThrow(RangeError);
  });

  test('takes digits with at most one point between them, and nothing else', () => {
    const plain = /^[0-9]+(\.[0-9]+)?$/;
    const text = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', 'e', ',', ' ', '+'), maxLength: 24 }),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect(plainDecimal(written) !== null).toBe(plain.test(written));
      }),
      { numRuns: 2000 },
    );
  });

  test('means exactly the digits that are written, however many', () => {
    const digits = (maxLength: number) => fc.string({ unit: fc.nat(9).map(String), minLength: 1, maxLength });
    fc.assert(
      fc.property(digits(30), fc.option(digits(30)), (whole, decimals) => {
        const written = decimals === null ? whole : `${whole}.${decimals}`;
        const exact = rational(BigInt(whole + (decimals ?? '')), 10n ** BigInt(decimals?.length ?? 0));
        expect(compare(exactly(written), exact)).toBe(0);
        expect(writtenDecimals(written)).toBe(decimals?.length ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('ten thousand digits are no more trouble than ten', () => {
    expect(exactly('7'.repeat(10_000)).numerator).toBe(BigInt('7'.repeat(10_000)));
  });
});

describe('a number means its shortest decimal form', () => {
  test.each([
    [0.1, '0.1', 1],
    [89.4, '89.4', 1],
    [10158779.02, '10158779.02', 2],
    [7, '7', 0],
    [1e-7, '0.0000001', 7],
    [1.5e-10, '0.00000000015', 11],
    [1e21, '1000000000000000000000', 0],
    [1.25e22, '12500000000000000000000', 0],
    [5e-324, `0.${'0'.repeat(323)}5`, 324],
  ])('%d is %s', (number, text, decimals) => {
    expect(compare(exactly(number), exactly(text))).toBe(0);
    expect(writtenDecimals(number)).toBe(decimals);
  });

  test.each([NaN, Infinity, -Infinity, -1.5])('%d is no quantity', (number) => {
    expect(() => exactly(number)).toThrow(RangeError);
  });
});

describe('a measured quantity', () => {
  test.each([
    ['-1', -1n, 1n],
    ['-0.50', -50n, 100n],
    ['12.3', 123n, 10n],
    ['-12345678901234567890.1', -123456789012345678901n, 10n],
  ])('%s may be negative', (text, numerator, denominator) => {
    const measure = writtenMeasure(text);
    expect(measure).toBe(text);
    expect(compare(exactMeasure(measure!), rational(numerator, denominator))).toBe(0);
  });

  test.each(['', '-', '--1', '+1', '- 1', '-.5', '1-', '−1', '-1e3'])('%j is none', (text) => {
    expect(writtenMeasure(text)).toBeNull();
  });

  test('may be a number of JSON', () => {
    const exact = (value: number) => exactMeasure(value as Written<'measure'>);
    expect(compare(exact(-1e-7), rational(-1, 10_000_000))).toBe(0);
    expect(compare(exact(2.5), rational(5, 2))).toBe(0);
    expect(() => exact(Number.NaN)).toThrow(RangeError);
  });
});
