import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rational } from '../quantity/rational.ts';
import { numberText } from './number-text.ts';

test.each([
  [632909, 100, 2, 2, '6.329,09', '6,329.09'],
  [60023800, 100, 2, 2, '600.238,00', '600,238.00'],
  [1000, 1, 0, 0, '1.000', '1,000'],
  [999, 1, 0, 0, '999', '999'],
  [123456789, 1, 0, 0, '123.456.789', '123,456,789'],
  [-123456, 100, 2, 2, '-1.234,56', '-1,234.56'],
  [-123, 1, 0, 0, '-123', '-123'],
  [5, 2, 0, 4, '2,5', '2.5'],
  [5, 2, 2, 4, '2,50', '2.50'],
  [1, 3, 2, 4, '0,3333', '0.3333'],
  [100, 1, 0, 6, '100', '100'],
  [100000, 1, 2, 4, '100.000,00', '100,000.00'],
  [1, 200_000, 2, 4, '0,00', '0.00'],
])(
  '%d/%d with %d to %d decimals is read %s in Italian and %s in English',
  (numerator, denominator, least, most, italian, english) => {
    const value = rational(numerator, denominator);
    expect(numberText(value, 'it', least, most)).toBe(italian);
    expect(numberText(value, 'en', least, most)).toBe(english);
  },
);

test('an amount of any size keeps its last cent', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (cents) => {
      const digits = (text: string) => text.replace(/[.,]/g, '');
      for (const language of ['it', 'en'] as const)
        expect(BigInt(digits(numberText(rational(cents, 100n), language, 2)))).toBe(cents);
    }),
  );
});
