import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from './code-point-order.ts';

test('ids are in the order of their code points', () => {
  const ids = ['😀', '\uffff', '\ufffd', 'è', 'b', 'a10', 'a1', 'a', 'A', '9', '10', ''];
  expect(ids.sort(compareCodePoints)).toEqual([
    '',
    '10',
    '9',
    'A',
    'a',
    'a1',
    'a10',
    'b',
    'è',
    '\ufffd',
    '\uffff',
    '😀',
  ]);
});

test('as comparing the lists of code points says', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 });
  const close = fc.string({
    unit: fc.constantFrom('a', '\ue000', '\ufffd', '😀', '😁', '\u{10ffff}'),
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.oneof(fc.tuple(text, text), fc.tuple(close, close)), ([a, b]) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(byPoints(Array.from(a), Array.from(b)));
    }),
    { numRuns: 1000 },
  );
});

function byPoints(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = a[at]!.codePointAt(0)! - b[at]!.codePointAt(0)!;
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}
