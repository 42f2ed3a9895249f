import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Portal } from '../database/database.ts';
import { listOf } from '../lists/catalogue.ts';
import type { ListId } from '../lists/list-ids.ts';
import { person, portalWith, TOWN } from '../organisation/small-town.ts';
import type { Cell } from '../spreadsheets/cell.ts';
import { writeXlsx } from '../spreadsheets/write-xlsx.ts';
import { openYear } from '../years/years.ts';
import { bring, drop, runOf } from './imports.ts';
import { waitFor } from './progress.ts';

const YEAR = 2025;
const BY = person('ada');

let portal: Portal;
let close: () => void;

beforeAll(async () => {
  ({ portal, close } = await portalWith(TOWN));
  await openYear(portal, 'accordo', YEAR, 'cremona-2025');
});
afterAll(() => {
  close();
});

/** What people, and programs, put into cells: names that exist, numbers in every form, days, errors, and rubbish. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>({ kind: 'empty' }),
  fc
    .constantFrom(
      'ada',
      'bea',
      'north',
      'mills',
      'sì',
      'no',
      'Direzione',
      '1.234,5',
      '-3',
      '31/02/2025',
      '1e9',
    )
    .map((text): Cell => ({ kind: 'text', text })),
  fc.string({ maxLength: 30, unit: 'binary' }).map((text): Cell => ({ kind: 'text', text })),
  fc
    .constantFrom('__proto__', 'constructor', '=1+1', "'; drop table person; --")
    .map((text): Cell => ({ kind: 'text', text })),
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((value): Cell => ({
    kind: 'number',
    decimal: value.toFixed(4),
  })),
  fc.constant<Cell>({ kind: 'date', date: '2025-04-01' as IsoDate }),
  fc.boolean().map((value): Cell => ({ kind: 'boolean', value })),
);

const LISTS: readonly ListId[] = ['units', 'people', 'assignments', 'objectives', 'trainingHours', 'funds'];

test.each(LISTS)(
  '%s: whatever stands in the cells, the file is refused or ready, and nothing is written',
  async (id) => {
    const definition = listOf(id)!;
    const titles = definition.columns.map(({ title }) => title.it);
    const before = await definition.source.all(portal.read, YEAR);
    const row = fc.array(cell, { minLength: titles.length, maxLength: titles.length + 2 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (rows, removesMissing) => {
          const columns = [...titles, 'Altro', 'Altro'].map((title) => ({ title, kind: 'text' as const }));
          const bytes = await writeXlsx([{ name: 'Foglio', columns, rows }]);
          const run = await bring(portal, BY, definition, YEAR, { name: 'x.xlsx', bytes, removesMissing });
          await waitFor(run, 60_000);
          const settled = (await runOf(portal, run))!;
          expect(['refused', 'ready']).toContain(settled.state);
          expect(settled.refusal ?? '').not.toContain('interrupted');
          expect(await definition.source.all(portal.read, YEAR)).toEqual(before);
          await drop(portal, BY, settled);
        },
      ),
      { numRuns: 25, seed: 2025 },
    );
  },
);
