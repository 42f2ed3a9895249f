import { expect, test } from 'vitest';
import { writeXlsx } from '../../src/lib/server/spreadsheets/write-xlsx.ts';
import { faultOf, sheetsOf, zipOf } from './files.ts';
import { stylesOf, xlsx, xlsxOfCells, xlsxParts, type XlsxParts } from './xlsx-maker.ts';

async function cellOf(cell: string, more: Omit<XlsxParts, 'sheets'> = {}): Promise<unknown> {
  const [sheet] = await sheetsOf(xlsxOfCells(`<c r="A1"><v>1</v></c>${cell}`, more));
  return sheet!.rows[0]!.cells[1];
}

test.each([
  ['<c r="B1"><v>1234.5</v></c>', { kind: 'number', decimal: '1234.5' }],
  ['<c r="B1"><v>0.30000000000000004</v></c>', { kind: 'number', decimal: '0.3' }],
  ['<c r="B1"><v>1.5E-7</v></c>', { kind: 'number', decimal: '0.00000015' }],
  ['<c r="B1"><v>1E21</v></c>', { kind: 'number', decimal: '1000000000000000000000' }],
  ['<c r="B1"><v>-0</v></c>', { kind: 'number', decimal: '0' }],
  ['<c r="B1" t="b"><v>1</v></c>', { kind: 'boolean', value: true }],
  ['<c r="B1" t="b"><v>0</v></c>', { kind: 'boolean', value: false }],
  ['<c r="B1" t="e"><v>#REF!</v></c>', { kind: 'error', text: '#REF!' }],
  ['<c r="B1" t="d"><v>2025-12-31T10:00:00</v></c>', { kind: 'date', date: '2025-12-31' }],
  ['<c r="B1"><v>molto</v></c>', { kind: 'error', text: 'molto' }],
  ['<c r="B1" t="str"><f>A1&amp;"x"</f><v>1x</v></c>', { kind: 'text', text: '1x' }],
  ['<c r="B1" t="str"><f>""</f><v></v></c>', undefined],
  ['<c r="B1"><f>SUM(A1)</f><v>1</v></c>', { kind: 'number', decimal: '1' }],
  ['<c r="B1"><f>SUM(A1)</f></c>', { kind: 'error', text: '=SUM(A1)' }],
  ['<c r="B1" t="inlineStr"><is><t>a</t></is></c>', { kind: 'text', text: 'a' }],
  ['<c r="B1" t="inlineStr"><is><t>=1+1</t></is></c>', { kind: 'text', text: '=1+1' }],
  ['<c r="B1" t="inlineStr"><is><t><![CDATA[<a> &]]>&#xe8;</t></is></c>', { kind: 'text', text: '<a> &è' }],
  ['<x:c xmlns:x="y" r="B1"><x:v>7</x:v></x:c>', { kind: 'number', decimal: '7' }],
  ['<c><v>7</v></c>', { kind: 'number', decimal: '7' }],
])('%s', async (cell, expected) => {
  expect(await cellOf(cell)).toEqual(expected);
});

test('shared strings: runs joined, phonetic ones left out, escaped characters', async () => {
  const strings =
    '<si><t>zero</t></si><si><r><rPr><b/></rPr><t>uno </t></r><r><t>due</t></r><rPh><t>kana</t></rPh></si>' +
    '<si><t>a_x000D_\nb_x0007__x005F_x0041_</t></si><si/>';
  const shared = (index: number): Promise<unknown> =>
    cellOf(`<c r="B1" t="s"><v>${index}</v></c>`, { strings });
  expect(await shared(0)).toEqual({ kind: 'text', text: 'zero' });
  expect(await shared(1)).toEqual({ kind: 'text', text: 'uno due' });
  expect(await shared(2)).toEqual({ kind: 'text', text: 'a\nb_x0041_' });
  expect(await shared(3)).toBeUndefined();
  await expect(shared(4)).rejects.toThrow('damaged');
});

test.each([
  ['dd/mm/yyyy', '46022', { kind: 'date', date: '2025-12-31' }],
  ['dd/mm/yyyy hh:mm', '46022.99', { kind: 'date', date: '2025-12-31' }],
  ['[$-410]d mmmm yyyy;@', '46022', { kind: 'date', date: '2025-12-31' }],
  ['mmm', '46022', { kind: 'date', date: '2025-12-31' }],
  ['yyyy', '1', { kind: 'date', date: '1900-01-01' }],
  ['yyyy', '59', { kind: 'date', date: '1900-02-28' }],
  ['yyyy', '60', { kind: 'error', text: '60' }],
  ['yyyy', '61', { kind: 'date', date: '1900-03-01' }],
  ['yyyy', '2958465', { kind: 'date', date: '9999-12-31' }],
  ['yyyy', '2958466', { kind: 'error', text: '2958466' }],
  ['yyyy', '-1', { kind: 'error', text: '-1' }],
  ['hh:mm', '0.5', { kind: 'number', decimal: '0.5' }],
  ['[h]:mm', '1.5', { kind: 'number', decimal: '1.5' }],
  ['#,##0.00 "dd"', '5', { kind: 'number', decimal: '5' }],
  ['#,##0\\d', '5', { kind: 'number', decimal: '5' }],
  ['[Red]0.00', '5', { kind: 'number', decimal: '5' }],
  ['General', '5', { kind: 'number', decimal: '5' }],
  ['0.0%', '0.125', { kind: 'number', decimal: '0.125', percent: true }],
])('with the format %s the number %s is %j', async (code, value, expected) => {
  expect(await cellOf(`<c r="B1" s="1"><v>${value}</v></c>`, { styles: stylesOf('General', code) })).toEqual(
    expected,
  );
});

test('the system of 1904 begins four years and a day later', async () => {
  const more = { styles: stylesOf('yyyy'), workbookPr: 'date1904="1"' };
  expect(await cellOf('<c r="B1" s="0"><v>0</v></c>', more)).toEqual({ kind: 'date', date: '1904-01-01' });
  expect(await cellOf('<c r="B1" s="0"><v>44560</v></c>', more)).toEqual({
    kind: 'date',
    date: '2025-12-31',
  });
});

test('rows and columns keep their place, blank rows are left out', async () => {
  const [sheet] = await sheetsOf(
    xlsx({
      sheets: [
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="2"><c r="C2"><v>1</v></c></row><row r="4"><c r="A4" s="0"/></row>' +
          '<row r="1048576" hidden="1"><c r="A1048576"><v>2</v></c><c r="XFD1048576"/></row></sheetData>',
      ],
    }),
  );
  expect(sheet!.rows).toEqual([
    { number: 2, cells: [{ kind: 'empty' }, { kind: 'empty' }, { kind: 'number', decimal: '1' }] },
    { number: 1_048_576, cells: [{ kind: 'number', decimal: '2' }] },
  ]);
});

test('of merged cells the first holds the value', async () => {
  const [sheet] = await sheetsOf(
    xlsx({
      sheets: [
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>' +
          '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row></sheetData>' +
          '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      ],
    }),
  );
  const [one, three] = ['1', '3'].map((decimal) => ({ kind: 'number', decimal }));
  expect(sheet!.rows).toEqual([{ number: 1, cells: [one, { kind: 'empty' }, three] }]);
});

test('hidden sheets are read and called so', async () => {
  const sheets = ['<sheetData><row><c><v>1</v></c></row></sheetData>'];
  const [hidden] = await sheetsOf(xlsx({ sheets, sheetAttributes: 'state="veryHidden"' }));
  expect(hidden).toMatchObject({ name: 'S1', hidden: true, rows: [{ number: 1 }] });
});

test('links to other workbooks are left alone', async () => {
  const parts = xlsxParts({ sheets: ['<sheetData><row><c><f>[1]S!A1</f><v>1</v></c></row></sheetData>'] });
  const linked = zipOf({ ...parts, 'xl/externalLinks/externalLink1.xml': '<externalLink/>' });
  expect((await sheetsOf(linked))[0]!.rows).toHaveLength(1);
});

test.each([
  [
    'rows out of order',
    '<sheetData><row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row></sheetData>',
  ],
  ['cells out of order', '<sheetData><row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData>'],
  ['a row beyond the last', '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>'],
  ['a row of no number', '<sheetData><row r="1e1000"><c><v>1</v></c></row></sheetData>'],
  ['a cell outside a row', '<sheetData><c r="A1"><v>1</v></c></sheetData>'],
  ['tags that do not match', '<sheetData><row></sheetData></row>'],
  ['an unknown entity', '<sheetData><row><c><v>&toString;</v></c></row></sheetData>'],
  ['an attribute that is a method', '<sheetData hasOwnProperty="1" b="2" c="3"/>'],
])('%s: damaged', async (_, sheet) => {
  expect(await faultOf(xlsx({ sheets: [sheet] }))).toMatchObject({
    code: 'damaged',
    part: 'xl/worksheets/sheet1.xml',
  });
});

test('a text as numerous as its digits stays one, a formula as a text too', async () => {
  const bytes = await writeXlsx([
    {
      name: 'Dati',
      columns: [{ title: 'Codice', kind: 'text' }],
      rows: [
        [{ kind: 'number', decimal: '123456789012345.6' }],
        [{ kind: 'text', text: '=1+1' }],
        [{ kind: 'text', text: '_x0041_' }],
      ],
    },
  ]);
  const [sheet] = await sheetsOf(bytes);
  expect(sheet!.rows.map(({ cells }) => cells[0])).toEqual(
    ['Codice', '123456789012345.6', '=1+1', '_x0041_'].map((text) => ({ kind: 'text', text })),
  );
});
