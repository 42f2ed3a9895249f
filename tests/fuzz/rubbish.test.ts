/** Files of 100 MB that mean nothing: refused by the real command line like any other, in time and without a trace. */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SIZE = 100_000_000;
const PATIENCE = 180_000;

const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-rubbish-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Rubbish {
  readonly start?: string;
  /** The piece that stands at a place, over and over until the size is reached. */
  readonly piece: (at: number) => string;
  readonly end?: string;
}

const noise = Buffer.from(
  Uint8Array.from({ length: 1_000_003 }, (_, at) => Math.imul(at + 7, 2654435761) >>> 11),
);

const kinds: Readonly<Record<string, Rubbish>> = {
  'a long text': { start: '"', piece: () => 'x'.repeat(1000), end: '"' },
  'a long text that never ends': { start: '"', piece: () => 'x'.repeat(1000) },
  'opening brackets': { piece: () => '['.repeat(1000) },
  'lists in each other, closed': { start: '['.repeat(SIZE / 2), piece: () => ']'.repeat(1000) },
  'objects in each other': { piece: () => '{"a":'.repeat(200) },
  'an object with millions of unknown fields': {
    start: '{"x":1',
    piece: (at) => `,"campo ${at}":${at}`,
    end: '}',
  },
  'the same field millions of times': { start: '{"x":1', piece: () => ',"x":1'.repeat(100), end: '}' },
  'a list of numbers': { start: '{"employees":[0', piece: () => ',1.0'.repeat(100), end: ']}' },
  'a list of employees that are none': {
    start: '{"employees":[{}',
    piece: () => ',{}'.repeat(100),
    end: ']}',
  },
  'a number of digits': { start: '{"year":1', piece: () => '7'.repeat(1000), end: '}' },
  'an amount of digits, as a text': { start: '{"year":"1', piece: () => '7'.repeat(1000), end: '"}' },
  spaces: { piece: () => ' '.repeat(1000) },
  zeros: { piece: () => '\0'.repeat(1000) },
  'backslashes in a text': { start: '"', piece: () => '\\'.repeat(1000), end: '"' },
  'random bytes': { piece: () => '' },
};

test.each(Object.entries(kinds))(
  '%s',
  async (kind, rubbish) => {
    const file = join(folder, 'rubbish.json');
    write(file, rubbish);
    const { code, stdout, stderr, tooLong } = await compute(file);
    expect([kind, tooLong]).toEqual([kind, false]);
    expect(stderr.slice(0, 1000)).toMatch(/^\S[^\n]*: \S/);
    expect(stderr).not.toContain('    at ');
    expect([code, stdout]).toEqual([2, '']);
  },
  2 * PATIENCE,
);

function write(file: string, { start = '', piece, end = '' }: Rubbish): void {
  const out = openSync(file, 'w');
  let written = writeSync(out, start);
  for (let at = 0; written < SIZE; at++) {
    let block = '';
    while (block.length < 1_000_000 && written + block.length < SIZE) {
      const next = piece(at++);
      if (next === '') break;
      block += next;
    }
    written += block === '' ? writeSync(out, noise) : writeSync(out, block);
  }
  writeSync(out, end);
  closeSync(out);
}

function compute(file: string) {
  return new Promise<{ code: number | null; stdout: string; stderr: string; tooLong: boolean }>((resolve) => {
    const node = join(root, 'node_modules/.bin/node');
    const child = spawn(node, [join(root, 'src/launch/accordo.mjs'), 'compute', file], { cwd: root });
    let tooLong = false;
    const patience = setTimeout(() => {
      tooLong = true;
      child.kill('SIGKILL');
    }, PATIENCE);
    // Of millions of lines the first and any trace are enough.
    const [stdout, stderr] = [new Excerpt(), new Excerpt()];
    child.stdout.on('data', (piece: Buffer) => {
      stdout.add(piece);
    });
    child.stderr.on('data', (piece: Buffer) => {
      stderr.add(piece);
    });
    child.on('close', (code) => {
      clearTimeout(patience);
      resolve({ code, stdout: stdout.text, stderr: stderr.text, tooLong });
    });
  });
}

/** The beginning of what a process says, and whatever in it looks like a trace. */
class Excerpt {
  text = '';

  add(piece: Buffer): void {
    if (this.text.length < 100_000 || piece.includes('    at '))
      this.text += piece.toString().slice(0, 100_000);
  }
}
