import { stat } from 'node:fs/promises';
import { Archive } from './archive.ts';
import type { Sheet } from './cell.ts';
import { readCsv } from './csv/read-csv.ts';
import { Refusal, type OtherFile, type SpreadsheetFault } from './fault.ts';
import { fileKind } from './file-kind.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { isOds, readOds } from './ods/read-ods.ts';
import { Usage } from './sheet-rows.ts';
import { WORKBOOK, readXlsx } from './xlsx/read-xlsx.ts';

export type SpreadsheetReading =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly fault: SpreadsheetFault };

/**
 * Reads an XLSX, ODS or CSV file from disk, told by its content. Formulas are never computed: a cell has the result that the
 * file holds. Links to other files are left alone.
 *
 * `onProgress` hears how many rows are read, every thousand and at the end. A file that cannot be taken is an answer, not an
 * exception; what the operating system refuses (no such file, no right to read) is thrown.
 */
export async function readSpreadsheet(
  file: string,
  limits: Limits = DEFAULT_LIMITS,
  onProgress: (rowsRead: number) => void = () => undefined,
): Promise<SpreadsheetReading> {
  const usage = new Usage(limits, onProgress);
  try {
    const sheets = await sheetsOf(file, usage);
    if (usage.rows === 0) throw new Refusal({ code: 'empty' });
    onProgress(usage.rows);
    return { ok: true, sheets };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    throw error;
  }
}

async function sheetsOf(file: string, usage: Usage): Promise<Sheet[]> {
  const { size } = await stat(file);
  if (size === 0) throw new Refusal({ code: 'empty' });
  if (size > usage.limits.fileBytes) throw new Refusal({ code: 'tooLarge', limit: usage.limits.fileBytes });
  const kind = await fileKind(file);
  if (kind.kind === 'other') throw new Refusal({ code: 'notASpreadsheet', found: kind.found });
  if (kind.kind === 'text') return [await readCsv(file, usage)];
  if (kind.kind === 'zip') return await sheetsOfArchive(file, usage);
  throw new Refusal({ code: kind.kind });
}

async function sheetsOfArchive(file: string, usage: Usage): Promise<Sheet[]> {
  const archive = await Archive.open(file, usage.limits);
  try {
    if (archive.has(WORKBOOK)) return await readXlsx(archive, usage);
    if (await isOds(archive)) return await readOds(archive, usage);
    throw new Refusal({ code: 'notASpreadsheet', found: otherArchive(archive) });
  } finally {
    archive.close();
  }
}

function otherArchive(archive: Archive): OtherFile {
  if (archive.has('xl/workbook.bin')) return 'binarySpreadsheet';
  if (archive.has('word/document.xml')) return 'wordProcessor';
  if (archive.has('ppt/presentation.xml')) return 'presentation';
  return 'archive';
}
