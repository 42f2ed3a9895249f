import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readSpreadsheet, type SpreadsheetReading } from '../../src/lib/server/spreadsheets/read.ts';
import type { Limits } from '../../src/lib/server/spreadsheets/limits.ts';
import type { Sheet } from '../../src/lib/server/spreadsheets/cell.ts';

/** Reads bytes as a file on disk, as the portal would. */
export async function readBytes(
  bytes: Uint8Array | string,
  limits?: Limits,
  onProgress?: (rows: number) => void,
): Promise<SpreadsheetReading> {
  const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
  try {
    const file = join(folder, 'file');
    writeFileSync(file, bytes);
    return await readSpreadsheet(file, limits, onProgress);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The sheets of a file that is known to be good. */
export async function sheetsOf(bytes: Uint8Array | string, limits?: Limits): Promise<readonly Sheet[]> {
  const reading = await readBytes(bytes, limits);
  if (!reading.ok) throw new Error(`refused: ${JSON.stringify(reading.fault)}`);
  return reading.sheets;
}

/** Why a file is refused. */
export async function faultOf(bytes: Uint8Array | string, limits?: Limits): Promise<unknown> {
  const reading = await readBytes(bytes, limits);
  return reading.ok ? null : reading.fault;
}

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zipOf(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = [typeof content === 'string' ? strToU8(content) : content, { level, mtime: '2026-01-01' }];
  }
  return zipSync(files);
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
