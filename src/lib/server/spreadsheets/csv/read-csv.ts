import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse, type Options } from 'csv-parse';
import type { Sheet } from '../cell.ts';
import { Refusal, damaged } from '../fault.ts';
import { SheetRows, type Usage } from '../sheet-rows.ts';
import { delimiterOf } from './delimiter.ts';
import { encodingOf, type Encoding } from './encoding.ts';
import { looksLikeFormula, textBehindApostrophe } from './formula.ts';

const CHUNK = 32 * 1024;
/** Characters that are parsed before others get their turn: a row that is not as long as the first takes the parser 25 µs. */
const PIECE = 2048;
const DELIMITER_SAMPLE = 64 * 1024;
/** Bytes of a row; a quotation mark that is never closed would swallow the file. */
const ROW_BYTES = 1024 * 1024;

/**
 * The one sheet of a text file (RFC 4180, with delimiter and encoding found out). Every cell that is not empty is a text; an
 * apostrophe before what would be a formula is taken off. Throws `Refusal`.
 */
export async function readCsv(file: string, usage: Usage): Promise<Sheet> {
  const encoding = await encodingOf(bytesOf(file));
  const rows = new SheetRows(usage, '');
  let read = 0;
  let number = 0;
  try {
    for await (const { cells, blankBefore } of await recordsOf(file, encoding)) {
      read += 1;
      // Rows of delimiters only count too: they cost as much as others.
      if (read > usage.limits.rows) throw new Refusal({ code: 'tooManyRows', limit: usage.limits.rows });
      number = read + blankBefore;
      rows.begin(number);
      cells.forEach((written, index) => {
        const text = textBehindApostrophe(written) ?? written;
        if (text === written && looksLikeFormula(text)) {
          throw new Refusal({ code: 'formula', sheet: '', row: number, column: index + 1 });
        }
        rows.checkLength(index + 1, text.length);
        rows.put(index + 1, usage.text(text));
      });
      rows.end();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw damaged(null, number + 1);
  }
  return { name: '', hidden: false, rows: rows.rows };
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** How many lines before it have nothing in them. */
  readonly blankBefore: number;
}

async function recordsOf(file: string, encoding: Encoding): Promise<AsyncIterable<CsvRecord>> {
  const options: Options<CsvRecord, string[]> = {
    delimiter: delimiterOf(await beginningOf(textOf(file, encoding))),
    max_record_size: ROW_BYTES,
    on_record: (cells, { empty_lines }) => ({ cells, blankBefore: empty_lines }),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  };
  // An error on the way comes out where the records are read.
  // The types of the parser know of records that are made into something else only together with named columns.
  return pipeline(piecesOf(textOf(file, encoding)), parse(options as unknown as Options), () => undefined);
}

async function* piecesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of text) {
    for (let start = 0; start < chunk.length; start += PIECE) {
      await setImmediate();
      yield chunk.slice(start, start + PIECE);
    }
  }
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
}

async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of bytesOf(file)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = '';
  for await (const piece of text) {
    beginning += piece;
    if (beginning.length >= DELIMITER_SAMPLE) break;
  }
  return beginning;
}
