import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/lib/server/spreadsheets/limits.ts';
import { faultOf, zipOf } from './files.ts';
import { ods } from './ods-maker.ts';
import { partOf, rawZip, repeatedPart, type RawPart } from './raw-zip.ts';
import { xlsx, xlsxParts } from './xlsx-maker.ts';

const MEGABYTE = 1024 * 1024;
const SHEET = '<sheetData><row><c><v>1</v></c></row></sheetData>';
const PARTS = xlsxParts({ sheets: [SHEET], strings: '' });

/** A workbook in which one part is another than it should be. */
function workbookWith(part: RawPart): Buffer {
  const others = Object.entries(PARTS).filter(([name]) => name !== part.name);
  return rawZip([...others.map(([name, content]) => partOf(name, content as string)), part]);
}

test('an archive of archives of archives (42.zip) is never opened further', async () => {
  let bytes = zipOf({ zeros: new Uint8Array(MEGABYTE) });
  for (let level = 0; level < 5; level += 1) {
    bytes = zipOf(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, bytes])));
  }
  expect(await faultOf(bytes)).toEqual({ code: 'notASpreadsheet', found: 'archive' });
});

test('parts that share their bytes', async () => {
  const kernel = repeatedPart('0', '', '0'.repeat(MEGABYTE), 2, '');
  const parts = Array.from({ length: 100 }, (_, index) => ({ ...kernel, name: String(index) }));
  expect(await faultOf(rawZip(parts))).toEqual({ code: 'bomb', reason: 'overlap' });
});

test('a gigabyte of zeros, told or not', async () => {
  const zeros = repeatedPart(
    'xl/worksheets/sheet1.xml',
    '<worksheet>',
    ' '.repeat(MEGABYTE),
    1024,
    '</worksheet>',
  );
  expect(zeros.compressed.length).toBeLessThan(5 * MEGABYTE);
  expect(await faultOf(workbookWith(zeros))).toEqual({ code: 'bomb', reason: 'inflatedBytes' });
  expect(await faultOf(workbookWith({ ...zeros, size: 1000 }))).toEqual({
    code: 'bomb',
    reason: 'understated',
  });
  expect(await faultOf(workbookWith({ ...zeros, size: 290 * MEGABYTE }))).toEqual({
    ...{ code: 'bomb', reason: 'ratio' },
  });
});

test('what is inflated counts, whatever is told', async () => {
  const spaces = repeatedPart(
    'xl/worksheets/sheet1.xml',
    '<worksheet>',
    ' '.repeat(MEGABYTE),
    3,
    '</worksheet>',
  );
  const limits = { ...DEFAULT_LIMITS, inflatedBytes: MEGABYTE };
  expect(await faultOf(workbookWith({ ...spaces, size: 1000 }), limits)).toMatchObject({ code: 'bomb' });
});

test('too many parts', async () => {
  const parts = Array.from({ length: 2001 }, (_, index) => partOf(`part${index}`, ''));
  expect(await faultOf(rawZip(parts))).toEqual({ code: 'bomb', reason: 'entries' });
});

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('');
test.each([
  [
    'a billion laughs',
    `<!DOCTYPE sst [<!ENTITY l0 "ha">${laughs}]><sst><si><t>&l9;</t></si></sst>`,
    'doctype',
  ],
  [
    'an entity of another file',
    '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst>&x;</sst>',
    'doctype',
  ],
  ['a declaration in the middle', '<sst><!DOCTYPE sst></sst>', 'doctype'],
  ['another declaration in the middle', '<sst><!ELEMENT x ANY></sst>', 'doctype'],
  [
    'a quadratic blow-up',
    `<!DOCTYPE sst [<!ENTITY x "${'x'.repeat(MEGABYTE)}">]><sst>${'&x;'.repeat(1000)}</sst>`,
    'markup',
  ],
  ['elements within elements', '<a>'.repeat(100_000), 'depth'],
  [
    'a tag with attributes without end',
    `<sst ${Array.from({ length: 9999 }, (_, index) => `a${index}=""`).join(' ')}/>`,
    'markup',
  ],
  ['an attribute without end', `<sst a="${'x'.repeat(MEGABYTE)}"/>`, 'markup'],
  ['a comment without end', `<sst><!--${'x'.repeat(MEGABYTE)}--></sst>`, 'markup'],
  ['a name without end', `<${'x'.repeat(MEGABYTE)}/>`, 'markup'],
])('%s', async (_, strings, reason) => {
  // Incompressible, so that it is not the ratio that stops it.
  const bytes = zipOf({ ...PARTS, 'xl/sharedStrings.xml': strings }, 0);
  expect(await faultOf(bytes)).toEqual({ code: 'bomb', reason });
  const utf16 = Buffer.from(`\ufeff${strings}`, 'utf16le');
  expect(await faultOf(zipOf({ ...PARTS, 'xl/sharedStrings.xml': utf16 }, 0))).toEqual({
    code: 'bomb',
    reason,
  });
});

test('a cell that is repeated over a whole sheet', async () => {
  const cell = (times: number): string =>
    `<table:table-cell office:value-type="string" table:number-columns-repeated="${times}"><text:p>x</text:p></table:table-cell>`;
  const row = (times: number, cells: string): string =>
    `<table:table><table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row></table:table>`;
  const bomb = { code: 'bomb', reason: 'repeatedCells' };
  expect(await faultOf(ods(row(1_048_576, cell(16_384))))).toEqual(bomb);
  expect(await faultOf(ods(row(1_048_576, cell(1))))).toEqual(bomb);
  expect(await faultOf(ods(row(190_000, cell(200))))).toEqual({
    code: 'tooManyCells',
    limit: DEFAULT_LIMITS.cells,
  });
  const spaces =
    '<table:table-cell office:value-type="string"><text:p><text:s text:c="999999999"/></text:p></table:table-cell>';
  expect(await faultOf(ods(row(1, spaces)))).toMatchObject({ code: 'cellTooLong' });
});

test('ten million shared strings', async () => {
  const strings = repeatedPart(
    'xl/sharedStrings.xml',
    '<sst>',
    '<si><t>abc</t></si>'.repeat(10_000),
    1000,
    '</sst>',
  );
  expect(await faultOf(workbookWith(strings))).toMatchObject({ code: 'bomb' });
  const limits = { ...DEFAULT_LIMITS, ratio: Infinity, cells: 100_000 };
  expect(await faultOf(workbookWith(strings), limits)).toEqual({ code: 'bomb', reason: 'characters' });
});

test('areas that overlap a hundred thousand times', async () => {
  const rows = Array.from({ length: 1000 }, () => '<row><c><v>1</v></c></row>').join('');
  const areas = '<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000);
  const sheets = [`<sheetData>${rows}</sheetData><mergeCells>${areas}</mergeCells>`];
  expect(await faultOf(xlsx({ sheets }))).toEqual({ code: 'bomb', reason: 'mergedCells' });
});

test('a format of a number that is made to be looked at for long', async () => {
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="${'['.repeat(60_000)}"/></numFmts><cellXfs>${'<xf numFmtId="170"/>'.repeat(1000)}</cellXfs>`;
  expect(await faultOf(xlsx({ sheets: [SHEET], styles }))).toBeNull();
});
