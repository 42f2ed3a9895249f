import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, daysLater } from '../../src/core/calendar/iso-date.ts';
import { cleanText, type Cell, type Row } from '../../src/lib/server/spreadsheets/cell.ts';
import { decimalOf } from '../../src/lib/server/spreadsheets/decimal-notation.ts';
import { writeCsv } from '../../src/lib/server/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../src/lib/server/spreadsheets/write-xlsx.ts';
import { sheetsOf } from './files.ts';
import { odsOf } from './ods-maker.ts';

const RUNS = { seed: 20261125, numRuns: 60 };

const characters = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('ab=+-@\'";, \n\t_x0041_àè€<>&')) }),
);
/** What XML cannot hold is no part of the promise. */
const text = characters
  .map((written): Cell => ({ kind: 'text', text: cleanText(written).replace(/[\ufffd-\uffff\ufeff]/g, '') }))
  .filter((cell) => cell.kind === 'text' && cell.text !== '');
const number = fc
  .tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 20 }))
  .map(([digits, scale]): Cell => ({ kind: 'number', decimal: decimalOf(`${digits}e-${scale}`)! }));
const percentage = fc.integer({ min: -1000, max: 1000 }).map((thousandths): Cell => {
  return { kind: 'number', decimal: decimalOf(String(thousandths / 1000))!, percent: true };
});
const date = fc.integer({ min: 0, max: 2_958_465 - 61 }).map((days): Cell => {
  return { kind: 'date', date: daysLater(day('1900-03-01'), days) };
});
const boolean = fc.boolean().map((value): Cell => ({ kind: 'boolean', value }));
const empty = fc.constant<Cell>({ kind: 'empty' });

const rowsOf = (...cells: fc.Arbitrary<Cell>[]): fc.Arbitrary<Cell[][]> =>
  fc.array(fc.array(fc.oneof(empty, ...cells), { maxLength: 8 }), { minLength: 1, maxLength: 12 });

/** The rows as a reading gives them: no blank ones, nothing empty at the end. */
function asRead(rows: readonly (readonly Cell[])[], first: number): Row[] {
  return rows
    .map((cells, index) => {
      const last = cells.findLastIndex(({ kind }) => kind !== 'empty');
      return { number: first + index, cells: cells.slice(0, last + 1) };
    })
    .filter(({ cells }) => cells.length > 0);
}

test('what is written as XLSX is read the same', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf(text, number, percentage, date, boolean), async (rows) => {
      const columns = [{ title: 'Titolo', kind: 'text' as const }];
      const [sheet] = await sheetsOf(await writeXlsx([{ name: 'Foglio', columns, rows }]));
      expect(sheet!.rows.slice(1)).toEqual(asRead(rows, 2));
    }),
    RUNS,
  );
}, 30_000);

test('what an ODS file holds is read the same', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf(text, number, percentage, date, boolean), async (rows) => {
      fc.pre(asRead(rows, 1).length > 0);
      const [sheet] = await sheetsOf(odsOf([{ name: 'Foglio', rows }]));
      expect(sheet!.rows).toEqual(asRead(rows, 1));
    }),
    RUNS,
  );
}, 30_000);

test('texts that are written as CSV are read the same', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf(text), async (rows) => {
      const [sheet] = await sheetsOf(writeCsv(['Titolo', 'Altro'], rows));
      expect(sheet!.rows.slice(1)).toEqual(asRead(rows, 2));
    }),
    RUNS,
  );
}, 30_000);
