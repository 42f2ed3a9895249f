import { expect, test } from 'vitest';
import { writeCsv } from '../../src/lib/server/spreadsheets/write-csv.ts';
import { faultOf, sheetsOf } from './files.ts';

/** The texts of the rows, with their numbers. */
async function textsOf(bytes: Uint8Array | string): Promise<unknown> {
  const [sheet] = await sheetsOf(bytes);
  return sheet!.rows.map(({ number, cells }) => [
    number,
    ...cells.map((cell) => (cell.kind === 'text' ? cell.text : null)),
  ]);
}

test.each([
  ['a;b\r\n1,5;2,5\r\n'],
  ['a,b\n"1,5","2,5"\n'],
  ['a\tb\r1,5\t2,5'],
  ['\ufeffa;b\n1,5;2,5'],
  ['a;b\n1,5;"2,5"\n'],
])('%j: the delimiter is found out', async (text) => {
  expect(await textsOf(text)).toEqual([
    [1, 'a', 'b'],
    [2, '1,5', '2,5'],
  ]);
});

test('blank rows count, empty cells are empty, a cell may have several lines and quotation marks', async () => {
  expect(await textsOf('a;b;c\r\n\r\n;;\r\n;"x\r\ny ""z""";Via "Roma"\r\nlast')).toEqual([
    [1, 'a', 'b', 'c'],
    [4, null, 'x\ny "z"', 'Via "Roma"'],
    [5, 'last'],
  ]);
});

test.each([
  ['UTF-16, little end first', Buffer.from('\ufeffcittà;b', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffcittà;b', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('citt\xe0;b', 'latin1')],
  ['UTF-8', Buffer.from('città;b')],
])('%s', async (_, bytes) => {
  expect(await textsOf(bytes)).toEqual([[1, 'città', 'b']]);
});

test('Windows-1252 as Italian offices use it', async () => {
  const bytes = Buffer.from(
    'Qualit\xe0 \x80 5 \x93s\xec\x94 dell\x92anno \x96 n\xb0 1;PERCH\xc9;\xc8 cos\xec\x85',
    'latin1',
  );
  expect(await textsOf(bytes)).toEqual([[1, 'Qualità € 5 “sì” dell’anno – n° 1', 'PERCHÉ', 'È così…']]);
});

test.each([
  ['DOS (CP850)', 'citt\x85 e caff\x8a; \x8a; perch\x82'],
  ['DOS (CP850), a lone verb', 'la casa \x8a grande;b'],
  ['Macintosh', 'perch\x8e;citt\x88'],
  ['Cyrillic (CP1251)', '\xcf\xf0\xe8\xe2\xe5\xf2;b'],
  ['Shift JIS', '\x93\xfa\x96\x7b\x8c\xea;b'],
  ['UTF-8 that was cut', 'citt\xc3\xa0;perch\xc3'],
  ['UTF-16 without its mark', 'c\0i\0t\0t\0;\0b\0'],
])('%s: refused rather than guessed', async (_, text) => {
  expect(await faultOf(Buffer.from(text, 'latin1'))).toEqual({ code: 'encoding' });
});

test.each(['a;b\0;c', 'a;b\x07', '\x01\x02\x03'])('%j is no text', async (text) => {
  expect(await faultOf(text)).toEqual({ code: 'notASpreadsheet', found: 'unknown' });
});

test.each(['=1+1', '@SUM(A1)', '-A1', '+cmd|calc!A0', '-1+cmd|calc!A0', '＝1'])(
  'the formula %j is refused with its place',
  async (formula) => {
    expect(await faultOf(`a;b\n\n1;"${formula}"`)).toEqual({ code: 'formula', sheet: '', row: 3, column: 2 });
  },
);

test.each([
  '-',
  '--',
  '- prima voce',
  '-5',
  '+39 0372 407000',
  '-1.234,56 €',
  '- € 3',
  '+5%',
  'a=b',
  'a@b.it',
])('%j is no formula', async (text) => {
  expect(await textsOf(`a;${text}`)).toEqual([[1, 'a', text]]);
});

test('an apostrophe says that it is a text', async () => {
  expect(await textsOf("a;'=1+1;'-3;'ndrangheta")).toEqual([[1, 'a', '=1+1', '-3', "'ndrangheta"]]);
  expect(await textsOf(writeCsv(["'=a"], []))).toEqual([[1, "'=a"]]);
});

test('a quotation mark that is never closed is damage, with its row', async () => {
  expect(await faultOf('a;b\n1;"2\n3;4')).toEqual({ code: 'damaged', part: null, row: 2 });
});

test('Italian offices get Italian forms', () => {
  expect(
    writeCsv(
      ['A', 'B', 'C'],
      [[{ kind: 'number', decimal: '1.5' }, { kind: 'boolean', value: true }, { kind: 'empty' }]],
    ),
  ).toBe('\ufeffA;B;C\r\n1,5;sì;\r\n');
});
