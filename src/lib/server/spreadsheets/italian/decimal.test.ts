import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../cell.ts';
import { italianDecimal } from './decimal.ts';

const read = (text: string): unknown => {
  const parsed = italianDecimal({ kind: 'text', text });
  return parsed.ok ? parsed.value : parsed.code;
};

test.each([
  ['1234', '1234'],
  ['1234,56', '1234.56'],
  ['1.234,56', '1234.56'],
  ['1.234.567,80', '1234567.8'],
  ['1.234', '1234'],
  ['1.5', '1.5'],
  ['1234.56', '1234.56'],
  ['0.1250', '0.125'],
  ['€ 1.234,56', '1234.56'],
  ['1.234,56 €', '1234.56'],
  ['EUR 3', '3'],
  ['- € 3,50', '-3.5'],
  ['€ -3,50', '-3.5'],
  ['12,5 %', '12.5'],
  ['12,5%', '12.5'],
  ['3,50-', '-3.5'],
  ['3,50- €', '-3.5'],
  ['3,50 €-', '-3.5'],
  ['−3', '-3'],
  ['+3', '3'],
  ['\u00a01\u00a0234,5 ', '1234.5'],
  ["1'234.50", '1234.5'],
  ['1’234,50', '1234.5'],
  ['007', '7'],
  ['-0,00', '0'],
])('%j is %s', (text, decimal) => {
  expect(read(text)).toBe(decimal);
});

test.each(['0.125', '1234.567'])('%j may mean two things', (text) => {
  expect(read(text)).toBe('ambiguous');
});

test.each([
  ...[
    'abc',
    '1,2,3',
    '1.23.456',
    '12.34,5',
    '1,234.56',
    '--1',
    '-1-',
    '1 2',
    ',5',
    '.5',
    '1.',
    '1,',
    '1e3',
    '€',
  ],
  ...['3 m', '1/2', '0.123.456', '12 €€', '1\n2', '٣', '=1'],
])('%j is no number', (text) => {
  expect(read(text)).toBe('notANumber');
});

test.each(['', '  ', '\u00a0'])('%j is nothing', (text) => {
  expect(read(text)).toBe('empty');
});

test('a number is what it is, a percentage what is shown', () => {
  const value = (cell: Cell): unknown => italianDecimal(cell);
  expect(value({ kind: 'number', decimal: '-1.25' })).toEqual({ ok: true, value: '-1.25' });
  expect(value({ kind: 'number', decimal: '0.125', percent: true })).toEqual({ ok: true, value: '12.5' });
  expect(value({ kind: 'number', decimal: '-1', percent: true })).toEqual({ ok: true, value: '-100' });
  expect(value({ kind: 'number', decimal: '0.001', percent: true })).toEqual({ ok: true, value: '0.1' });
  expect(value({ kind: 'boolean', value: true })).toEqual({ ok: false, code: 'notANumber' });
  expect(value({ kind: 'empty' })).toEqual({ ok: false, code: 'empty' });
});

test('what Italians write of a number is that number', () => {
  const written = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 6, useGrouping: 'always' });
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(1, 10, 100, 1000), (whole, scale) => {
      const number = whole / scale;
      expect(Number(read(written.format(number)))).toBeCloseTo(number, 6);
    }),
  );
});

test('whatever is written, the answer is plain decimal notation or a fault', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,-+ €%'’ eE\u00a0")) }),
      (text) => {
        const parsed = italianDecimal({ kind: 'text', text });
        if (parsed.ok) expect(parsed.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      },
    ),
    { numRuns: 1000 },
  );
});
