/**
 * How long 50,000 rows of 12 columns take in each format, and how long they keep others waiting. Run by hand:
 * node --expose-gc tests/spreadsheets/speed.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { daysLater, day } from '../../src/core/calendar/iso-date.ts';
import type { Cell } from '../../src/lib/server/spreadsheets/cell.ts';
import { readSpreadsheet } from '../../src/lib/server/spreadsheets/read.ts';
import { writeCsv } from '../../src/lib/server/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../src/lib/server/spreadsheets/write-xlsx.ts';
import { odsOf } from './ods-maker.ts';

const ROWS = 50_000;
const COLUMNS = 12;

const rows = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, column): Cell => {
    if (column % 4 === 0) return { kind: 'text', text: `Persona ${row} di «${column}»` };
    if (column % 4 === 1) return { kind: 'number', decimal: String((row * 37 + column) / 100) };
    if (column % 4 === 2) return { kind: 'date', date: daysLater(day('2020-01-01'), row % 2000) };
    return { kind: 'text', text: `Direzione ${row % 17}` };
  }),
);
const columns = Array.from({ length: COLUMNS }, (_, index) => ({
  title: `C${index}`,
  kind: 'text' as const,
}));
const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-speed-'));
try {
  const written = performance.now();
  const workbook = await writeXlsx([{ name: 'Foglio', columns, rows }]);
  console.log(`written as xlsx: ${((performance.now() - written) / 1000).toFixed(2)} s`);
  for (const [name, bytes] of [
    ['xlsx', workbook],
    ['ods', odsOf([{ name: 'Foglio', rows }])],
    [
      'csv',
      writeCsv(
        columns.map(({ title }) => title),
        rows,
      ),
    ],
  ] as const) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    const reading = await readSpreadsheet(file);
    const taken = performance.now() - start;
    delay.disable();
    const grown = process.memoryUsage().rss - before;
    console.log(
      `${name}: ${(bytes.length / 1e6).toFixed(1)} MB, ${(taken / 1000).toFixed(2)} s,`,
      `longest wait ${(delay.max / 1e6).toFixed(0)} ms (99 %: ${(delay.percentile(99) / 1e6).toFixed(0)}),`,
      `${(grown / 1e6).toFixed(0)} MB more, ${reading.ok ? reading.sheets[0]?.rows.length : JSON.stringify(reading.fault)} rows`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
