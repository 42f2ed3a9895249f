import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('rows are told apart by lines, cells by semicolons', () => {
  expect(
    csv([
      ['Nome', 'Direzione'],
      ['Giga Cleo', 'Cultura'],
    ]),
  ).toBe('\ufeffNome;Direzione\r\nGiga Cleo;Cultura\r\n');
});

test.each([
  ['a;b', '"a;b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['a, b', 'a, b'],
  ['', ''],
])('the cell %j stays one cell', (text, written) => {
  expect(csv([[text]])).toBe(`\ufeff${written}\r\n`);
});

test.each(['=1+1', '+39 0372', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is a text, not a formula', (text) => {
  expect(csv([[text]])).toMatch(/^\ufeff"?'/);
});
