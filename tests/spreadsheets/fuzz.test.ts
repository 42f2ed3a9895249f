import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../src/lib/server/spreadsheets/write-xlsx.ts';
import { day } from '../../src/core/calendar/iso-date.ts';
import type { Cell } from '../../src/lib/server/spreadsheets/cell.ts';
import { readBytes, zipOf, type Parts } from './files.ts';
import { odsOf, odsParts } from './ods-maker.ts';
import { stylesOf, xlsxParts } from './xlsx-maker.ts';

const SEED = 20261125;
const MOST_MEMORY = 200 * 1024 * 1024;

const ROWS: Cell[][] = Array.from({ length: 20 }, (_, index) => [
  { kind: 'text', text: `Città ${index}` },
  { kind: 'number', decimal: `${index}.5` },
  { kind: 'date', date: day('2025-12-31') },
  { kind: 'boolean', value: index % 2 === 0 },
]);
const FILES = [
  Buffer.from(await writeXlsx([{ name: 'A', columns: [{ title: 'T', kind: 'text' }], rows: ROWS }])),
  Buffer.from(odsOf([{ name: 'A', rows: ROWS }])),
  Buffer.from('nome;numero\r\n"Città ""x""";1,5\r\ny;\r\n'.repeat(20)),
  Buffer.from('\ufeffnome;città', 'utf16le'),
];
const XLSX = xlsxParts({
  sheets: [
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46022</v></c><c r="C1" t="b"><v>1</v></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c><c r="B3"><f>A1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
  ],
  strings: '<si><r><t>uno</t></r><rPh><t>due</t></rPh></si>',
  styles: stylesOf('General', 'dd/mm/yyyy'),
});
const ODS = odsParts(
  '<table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><office:annotation><text:p>c</text:p></office:annotation><text:p>a<text:s text:c="2"/></text:p></table:table-cell>' +
    '<table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>',
);

/** Whatever comes in, an answer comes out: nothing is thrown, and nothing grows. */
async function answers(bytes: Uint8Array): Promise<void> {
  const reading = await readBytes(bytes);
  expect(reading.ok ? reading.sheets.length > 0 : reading.fault.code.length > 0).toBe(true);
  expect(process.memoryUsage().rss - atStart).toBeLessThan(MOST_MEMORY);
}
const atStart = process.memoryUsage().rss;

const original = fc.constantFrom(...FILES);
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

test('random bytes, with and without the beginning of a known file', async () => {
  const heads = ['', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\xef\xbb\xbf', '\xff\xfe', 'a;b\n'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 3000 }), async (head, tail) => {
      await answers(Buffer.concat([Buffer.from(head, 'latin1'), tail]));
    }),
    { seed: SEED, numRuns: 200 },
  );
}, 30_000);

test('bytes changed, cut out, doubled, cut off', async () => {
  const change = fc.record({ place, value: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      ...([
        original,
        fc.array(change, { maxLength: 6 }),
        place,
        place,
        fc.constantFrom('keep', 'cut', 'double', 'end'),
      ] as const),
      async (file, changes, one, other, way) => {
        let bytes = Buffer.from(file);
        for (const { place, value } of changes) bytes[Math.floor(place * bytes.length)] = value;
        const [from, to] = [one, other].map((at) => Math.floor(at * bytes.length)).sort((a, b) => a - b) as [
          number,
          number,
        ];
        if (way === 'cut') bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
        if (way === 'double') bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
        if (way === 'end') bytes = bytes.subarray(0, to);
        await answers(bytes);
      },
    ),
    { seed: SEED, numRuns: 350 },
  );
}, 30_000);

test('the table of contents of an archive changed', async () => {
  const numbers = fc.constantFrom(0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES.slice(0, 2)),
      place,
      fc.integer({ min: 4, max: 45 }),
      numbers,
      async (file, at, field, value) => {
        const bytes = Buffer.from(file);
        const entries: number[] = [];
        for (
          let index = bytes.indexOf('PK\x01\x02');
          index >= 0;
          index = bytes.indexOf('PK\x01\x02', index + 1)
        )
          entries.push(index);
        entries.push(bytes.indexOf('PK\x05\x06') - 4);
        const position = Math.min(entries[Math.floor(at * entries.length)]! + field, bytes.length - 4);
        bytes.writeUInt32LE(value, position);
        await answers(bytes);
      },
    ),
    { seed: SEED, numRuns: 200 },
  );
}, 30_000);

test('the XML of the parts changed, in an archive that is sound', async () => {
  const pieces = [
    '<',
    '>',
    '"',
    '&',
    '&amp;',
    '&#0;',
    '&#x1F4A9;',
    '/>',
    '</row>',
    '<row>',
    '<c>',
    '<v>',
    '</v>',
    '<f>',
    '<is>',
    '<!--',
    ']]>',
  ];
  const more = [
    '<![CDATA[',
    '<?x?>',
    '<!DOCTYPE a>',
    '-1',
    '1e999',
    'NaN',
    '99999999999',
    ' __proto__="1"',
    ' r="ZZZZ9"',
    ' t="s"',
    '\ufffe',
  ];
  const surgery = fc.record({
    place,
    length: fc.integer({ min: 0, max: 30 }),
    piece: fc.constantFrom('', ...pieces, ...more),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Parts>(XLSX, ODS),
      place,
      fc.array(surgery, { minLength: 1, maxLength: 4 }),
      async (parts, which, cuts) => {
        const names = Object.keys(parts);
        const name = names[Math.floor(which * names.length)]!;
        let xml = parts[name] as string;
        for (const { place, length, piece } of cuts) {
          const at = Math.floor(place * xml.length);
          xml = xml.slice(0, at) + piece + xml.slice(at + length);
        }
        await answers(zipOf({ ...parts, [name]: xml }, 0));
      },
    ),
    { seed: SEED, numRuns: 250 },
  );
}, 30_000);

test('a part left out or in the place of another', async () => {
  const names = [...new Set([...Object.keys(XLSX), ...Object.keys(ODS)])];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.option(fc.constantFrom(...names)),
      fc.boolean(),
      async (name, other, both) => {
        const parts: Record<string, string | Uint8Array> = both
          ? { ...ODS, ...XLSX }
          : { ...(name in XLSX ? XLSX : ODS) };
        const replacement = other === null ? undefined : (XLSX[other] ?? ODS[other]);
        if (replacement === undefined) Reflect.deleteProperty(parts, name);
        else parts[name] = replacement;
        await answers(zipOf(parts));
      },
    ),
    { seed: SEED, numRuns: 120 },
  );
}, 30_000);
