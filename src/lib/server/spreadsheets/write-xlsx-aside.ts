import { resolve as path } from 'node:path';
import { Worker } from 'node:worker_threads';
import { writeXlsx, type SheetToWrite } from './write-xlsx.ts';

/** From how many rows on writing would keep everybody else waiting: the library writes 50,000 in several seconds. */
const MANY_ROWS = 300;

const WORKER = 'src/lib/server/spreadsheets/write-xlsx-worker.ts';

/** As `writeXlsx`; a long workbook is written in a thread of its own, so that nobody waits for it but who asked. */
export async function writeXlsxAside(sheets: readonly SheetToWrite[]): Promise<Uint8Array<ArrayBuffer>> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows < MANY_ROWS) return new Uint8Array(await writeXlsx(sheets));
  return new Promise((resolve, reject) => {
    // Run from its source, as the command line is: the build makes one bundle and knows no threads.
    const worker = new Worker(path(process.env.ACCORDO_ROOT ?? '.', WORKER), {
      workerData: sheets,
      execArgv: [],
    });
    worker.once('message', (written: Uint8Array<ArrayBuffer>) => {
      resolve(written);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the thread that writes a workbook ended with ${code}`));
    });
  });
}
