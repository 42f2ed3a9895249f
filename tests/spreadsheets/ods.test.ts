import { expect, test } from 'vitest';
import { faultOf, sheetsOf } from './files.ts';
import { ods, odsOfCells } from './ods-maker.ts';

const ONE = '<table:table-cell office:value-type="float" office:value="1"/>';

async function cellOf(cell: string): Promise<unknown> {
  return (await sheetsOf(odsOfCells(`${ONE}${cell}`)))[0]!.rows[0]!.cells[1];
}

test.each([
  ['office:value-type="float" office:value="1234.50"', '', { kind: 'number', decimal: '1234.5' }],
  [
    'office:value-type="percentage" office:value="0.125"',
    '',
    { kind: 'number', decimal: '0.125', percent: true },
  ],
  ['office:value-type="currency" office:value="3"', '<text:p>€ 3</text:p>', { kind: 'number', decimal: '3' }],
  [
    'office:value-type="date" office:date-value="2025-12-31T10:00:00"',
    '',
    { kind: 'date', date: '2025-12-31' },
  ],
  ['office:value-type="date" office:date-value="12025-12-31"', '', { kind: 'error', text: '12025-12-31' }],
  ['office:value-type="boolean" office:boolean-value="true"', '', { kind: 'boolean', value: true }],
  [
    'office:value-type="time" office:time-value="PT9H"',
    '<text:p>09:00</text:p>',
    { kind: 'text', text: '09:00' },
  ],
  [
    'office:value-type="string"',
    '<text:p>uno</text:p><text:p>due</text:p>',
    { kind: 'text', text: 'uno\ndue' },
  ],
  [
    'office:value-type="string"',
    '<text:p>\n a <text:span>b</text:span><text:s text:c="3"/>c<text:tab/><text:a>d</text:a><text:line-break/>e</text:p>',
    { kind: 'text', text: 'a b   c\td\ne' },
  ],
  [
    'office:value-type="string"',
    '<office:annotation><text:p>commento</text:p></office:annotation><draw:frame><text:p>no</text:p></draw:frame><text:p>a</text:p>',
    { kind: 'text', text: 'a' },
  ],
  ['office:value-type="string" office:string-value="x"', '', { kind: 'text', text: 'x' }],
  [
    'office:value-type="string" calcext:value-type="error"',
    '<text:p>#N/D</text:p>',
    { kind: 'error', text: '#N/D' },
  ],
  [
    'table:formula="of:=SUM([.A1])" office:value-type="float" office:value="1"',
    '',
    { kind: 'number', decimal: '1' },
  ],
  ['table:formula="of:=SUM([.A1])"', '', { kind: 'error', text: '=SUM([.A1])' }],
])('%s %s', async (attributes, content, expected) => {
  expect(await cellOf(`<table:table-cell ${attributes}>${content}</table:table-cell>`)).toEqual(expected);
});

test('covered cells are empty, repeated ones are there as often', async () => {
  const [sheet] = await sheetsOf(
    odsOfCells(
      `${ONE}<table:covered-table-cell office:value-type="float" office:value="9"/>` +
        '<table:table-cell office:value-type="float" office:value="2" table:number-columns-repeated="2"/>',
    ),
  );
  expect(sheet!.rows[0]!.cells.map((cell) => (cell.kind === 'number' ? cell.decimal : ''))).toEqual([
    '1',
    '',
    '2',
    '2',
  ]);
});

test('rows keep their number, however many blank ones are before them', async () => {
  const blank =
    '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const [sheet] = await sheetsOf(
    ods(
      `<table:table table:name="A"><table:table-header-rows><table:table-row>${ONE}</table:table-row></table:table-header-rows>${blank}` +
        `<table:table-row table:number-rows-repeated="2">${ONE}</table:table-row></table:table>`,
    ),
  );
  expect(sheet!.rows.map(({ number }) => number)).toEqual([1, 1_048_575, 1_048_576]);
});

test('hidden sheets are read and called so', async () => {
  const table = (name: string, style: string): string =>
    `<table:table table:name="${name}" table:style-name="${style}"><table:table-row>${ONE}</table:table-row></table:table>`;
  const sheets = await sheetsOf(
    ods(
      table('A', 'ta1') + table('B', 'ta2'),
      '<style:style style:name="ta1"/><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    ),
  );
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['A', false],
    ['B', true],
  ]);
});

test.each(['0', '-1', '1.5', '99999999999', 'x'])('%s is no number of repetitions', async (times) => {
  const cell = `<table:table-cell table:number-columns-repeated="${times}"/>`;
  expect(await faultOf(odsOfCells(ONE + cell))).toEqual({ code: 'damaged', part: 'content.xml', row: null });
});
