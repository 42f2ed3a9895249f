import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { columnName } from '../../src/lib/server/spreadsheets/cell.ts';
import { DEFAULT_LIMITS, type Limits } from '../../src/lib/server/spreadsheets/limits.ts';
import { readSpreadsheet } from '../../src/lib/server/spreadsheets/read.ts';
import { faultOf, readBytes, zipOf } from './files.ts';
import { ods, odsParts } from './ods-maker.ts';
import { xlsx, xlsxParts } from './xlsx-maker.ts';

const SHEET =
  '<sheetData><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row><row r="5"><c r="A5"><v>1</v></c></row></sheetData>';
const TABLE =
  '<table:table><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>';

/** A container of old office programs with a directory of these names. */
function compoundFile(...names: string[]): Buffer {
  const bytes = Buffer.alloc(512 + 128 * names.length);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  names.forEach((name, index) => bytes.write(name, 512 + 128 * index, 'utf16le'));
  return bytes;
}

test.each([
  ['nothing', '', { code: 'empty' }],
  ['blank rows only', ';;\n\n;', { code: 'empty' }],
  ['a workbook without cells', xlsx({ sheets: ['<sheetData/>'] }), { code: 'empty' }],
  ['PDF', '%PDF-1.7\n', { code: 'notASpreadsheet', found: 'pdf' }],
  ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), { code: 'notASpreadsheet', found: 'image' }],
  ['a program', 'MZ\x90\0', { code: 'notASpreadsheet', found: 'program' }],
  ['gzip', gzipSync(new Uint8Array(9)), { code: 'notASpreadsheet', found: 'archive' }],
  ['a page of a web site called .xls', '<html><table>', { code: 'notASpreadsheet', found: 'markup' }],
  ['DOCX', zipOf({ 'word/document.xml': '<a/>' }), { code: 'notASpreadsheet', found: 'wordProcessor' }],
  ['PPTX', zipOf({ 'ppt/presentation.xml': '<a/>' }), { code: 'notASpreadsheet', found: 'presentation' }],
  ['XLSB', zipOf({ 'xl/workbook.bin': 'x' }), { code: 'notASpreadsheet', found: 'binarySpreadsheet' }],
  ['an archive', zipOf({ 'a.csv': 'a;b' }), { code: 'notASpreadsheet', found: 'archive' }],
  ['XLS', compoundFile('Root Entry', 'Workbook'), { code: 'oldExcel' }],
  ['DOC', compoundFile('Root Entry', 'WordDocument'), { code: 'notASpreadsheet', found: 'wordProcessor' }],
  [
    'XLSX with a password',
    compoundFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    { code: 'encrypted' },
  ],
])('%s', async (_, bytes, fault) => {
  expect(await faultOf(bytes)).toEqual(fault);
});

test('a part that is encrypted, and an ODS with a password', async () => {
  const zip = zipOf(xlsxParts({ sheets: [SHEET] }));
  const directory = Buffer.from(zip).indexOf('PK\x01\x02', 'latin1');
  zip[directory + 8]! |= 1;
  expect(await faultOf(zip)).toEqual({ code: 'encrypted' });
  const manifest = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
  expect(await faultOf(zipOf({ ...odsParts(TABLE), 'META-INF/manifest.xml': manifest }))).toEqual({
    code: 'encrypted',
  });
});

test.each([
  [{ ...xlsxParts({ sheets: [SHEET] }), 'xl/vbaProject.bin': 'x' }],
  [{ ...xlsxParts({ sheets: [SHEET] }), 'xl/macrosheets/sheet1.xml': '<a/>' }],
  [
    {
      ...xlsxParts({ sheets: [SHEET] }),
      '[Content_Types].xml':
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    },
  ],
  [{ ...odsParts(TABLE), 'Basic/Standard/Module1.xml': '<a/>' }],
  [{ ...odsParts(TABLE), 'Scripts/python/a.py': 'x' }],
])('macros are refused: %#', async (parts) => {
  expect(await faultOf(zipOf(parts))).toEqual({ code: 'macros' });
});

test('the empty libraries of old office programs are no macros', async () => {
  const parts = { ...odsParts(TABLE), 'Basic/script-lc.xml': '<a/>', 'Basic/Standard/script-lb.xml': '<a/>' };
  expect(await faultOf(zipOf(parts))).toBeNull();
});

const FORMATS: [string, Uint8Array | string, string][] = [
  ['xlsx', xlsx({ sheets: [SHEET, SHEET] }), 'S1'],
  [
    'ods',
    ods(
      [1, 2]
        .map(
          (sheet) =>
            `<table:table table:name="S${sheet}"><table:table-row table:number-rows-repeated="2"/><table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>abc</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>abc</text:p></table:table-cell></table:table-row></table:table>`,
        )
        .join(''),
    ),
    'S1',
  ],
  ['csv', '\n\nabc;abc\nabc\nabc\nabc', ''],
];
test.each(FORMATS)('%s: what is beyond the limits is named', async (format, bytes, sheet) => {
  const refused = (limits: Partial<Limits>): Promise<unknown> =>
    faultOf(bytes, { ...DEFAULT_LIMITS, ...limits });
  expect(await refused({ fileBytes: 5 })).toEqual({ code: 'tooLarge', limit: 5 });
  expect(await refused({ rows: 3 })).toEqual({ code: 'tooManyRows', limit: 3 });
  expect(await refused({ cells: 2 })).toEqual({ code: 'tooManyCells', limit: 2 });
  const place = { sheet, row: 3, column: 2 };
  expect(await refused({ columns: 1 })).toEqual(
    format === 'ods'
      ? { code: 'bomb', reason: 'repeatedCells' }
      : { code: 'tooManyColumns', limit: 1, ...place },
  );
  if (format !== 'csv') expect(await refused({ sheets: 1 })).toEqual({ code: 'tooManySheets', limit: 1 });
  if (format !== 'xlsx') {
    expect(await refused({ cellCharacters: 2 })).toEqual({
      code: 'cellTooLong',
      limit: 2,
      ...place,
      column: 1,
    });
    expect(await refused({ characters: 2 })).toEqual({ code: 'bomb', reason: 'characters' });
  }
});

test('a shared string that is too long is found where it stands', async () => {
  const sheets = ['<sheetData><row r="3"><c r="B3" t="s"><v>0</v></c></row></sheetData>'];
  expect(await faultOf(xlsx({ sheets, strings: `<si><t>${'x'.repeat(32_768)}</t></si>` }))).toEqual({
    ...{ code: 'cellTooLong', limit: 32_767, sheet: 'S1', row: 3, column: 2 },
  });
});

test('two parts of one name, a name that leaves the archive, a checksum that is wrong: damaged', async () => {
  const parts = xlsxParts({ sheets: [SHEET] });
  expect(await faultOf(zipOf({ ...parts, 'XL/workbook.xml': '<a/>' }))).toMatchObject({ code: 'damaged' });
  expect(await faultOf(zipOf({ ...parts, '../../etc/passwd': 'x' }))).toMatchObject({ code: 'damaged' });
  const stored = zipOf(parts, 0);
  const digit = Buffer.from(stored).indexOf('<v>1</v>') + 3;
  stored[digit] = '7'.charCodeAt(0);
  expect(await faultOf(stored)).toMatchObject({ code: 'damaged', part: 'xl/worksheets/sheet1.xml' });
});

test('what the operating system refuses is no fault of the file', async () => {
  await expect(readSpreadsheet('/nowhere/file.xlsx')).rejects.toThrow('ENOENT');
});

test('progress is told every thousand rows and at the end', async () => {
  const heard: number[] = [];
  await readBytes('a;b\n'.repeat(2500), undefined, (rows) => heard.push(rows));
  expect(heard).toEqual([1000, 2000, 2500]);
});

test('columns are named as spreadsheets name them', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual([
    ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'],
  ]);
});
