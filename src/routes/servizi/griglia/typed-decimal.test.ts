import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalDecimal } from '#lib/server/lists/parse-cell.ts';
import { italianDecimal } from '#lib/server/spreadsheets/italian/decimal.ts';
import { typedDecimal } from './typed-decimal.ts';

describe('a number while it is typed', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['12', '12'],
    ['1.234,5', '1234.5'],
    ['-3,25', '-3.25'],
    ['0.5', '0.5'],
    ['1.234', '1234'],
    ['dodici', 'unclear'],
    ['1,2,3', 'unclear'],
    ['0.125', 'unclear'],
  ])('%j is %j', (text, expected) => {
    expect(typedDecimal(text)).toBe(expected);
  });

  test('is never read otherwise than the server reads it', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,-− €%'.split('')), maxLength: 9 });
    fc.assert(
      fc.property(typed, (text) => {
        const here = typedDecimal(text);
        if (here === null || here === 'unclear') return;
        const there = italianDecimal({ kind: 'text', text });
        expect(there.ok && canonicalDecimal(there.value)).toBe(canonicalDecimal(String(here)));
      }),
      { numRuns: 3000 },
    );
  });
});
