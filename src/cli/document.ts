import { readFile } from 'node:fs/promises';
import type { Fault } from '#core/cycle/fault.ts';
import { parseJson } from './json.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads a JSON document from a file, or from standard input for `-`. Numbers keep the decimal that is written, see
 * {@link parseJson}. Throws a {@link Refusal} if there is no file or what is in it is not JSON in UTF-8.
 */
export async function readDocument(file: string): Promise<{ document: unknown; faults: readonly Fault[] }> {
  const bytes = await read(file);
  return parseJson(decode(bytes));
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await readAll(process.stdin) : await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Refusal([`${file}: ${READ_FAULTS[code] ?? 'non si riesce a leggere il file'}`]);
  }
}

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'il file non esiste',
  EISDIR: 'è una cartella, non un file',
  EACCES: 'manca il permesso di leggere il file',
  ERR_FS_FILE_TOO_LARGE: 'il file è troppo grande',
};

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_STRING_TOO_LONG';
    throw new Refusal([tooLong ? 'documento: è troppo grande' : 'documento: non è un testo in UTF-8']);
  }
}
