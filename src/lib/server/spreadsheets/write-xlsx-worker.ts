import { parentPort, workerData } from 'node:worker_threads';
import { writeXlsx, type SheetToWrite } from './write-xlsx.ts';

const written = new Uint8Array(await writeXlsx(workerData as readonly SheetToWrite[]));
parentPort!.postMessage(written, [written.buffer]);
