import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aFullCycle, outcomeOf } from '../../tests/domain/cycle-builder.ts';

// A process each, several at a time.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line, as a person at a terminal would. */
function accordo(args: readonly string[], input?: string | Uint8Array): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const node = join(root, 'node_modules/.bin/node');
    const child = spawn(node, [join(root, 'src/launch/accordo.mjs'), ...args], { cwd: root });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece: Buffer) => stdout.push(piece));
    child.stderr.on('data', (piece: Buffer) => stderr.push(piece));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    // A command that refuses may close its input before it has read it all.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

let files = 0;
function file(content: string | Uint8Array): string {
  const name = join(folder, `${++files}.json`);
  writeFileSync(name, content);
  return name;
}

function expectRefused({ code, stdout, stderr }: Ending): string[] {
  expect(stderr).not.toContain('    at ');
  expect([code, stdout]).toEqual([2, '']);
  const lines = stderr.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines).not.toEqual([]);
  for (const line of lines) expect(line).toMatch(/^\S.*: \S/);
  return lines;
}

const valid = JSON.stringify(aFullCycle());

describe('accordo compute', () => {
  test.concurrent('prints the result of a file', async () => {
    const { code, stdout, stderr } = await accordo(['compute', file(valid)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(outcomeOf(aFullCycle()))));
  });

  test.concurrent('reads standard input for -', async () => {
    const { code, stdout } = await accordo(['compute', '-'], valid);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(outcomeOf(aFullCycle()))));
  });

  test.concurrent('computes with warnings and open decisions all the same', async () => {
    const cycle = aFullCycle();
    for (const executive of cycle.executives) executive.months = 3;
    cycle.entity.budgetBalance.achieved = false;
    const { code, stdout } = await accordo(['compute', file(JSON.stringify(cycle))]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { warnings: unknown[] }).warnings).not.toEqual([]);
  });
});

describe('accordo compute --explain', () => {
  test.concurrent('prints a tree in text', async () => {
    const { code, stdout, stderr } = await accordo(['compute', file(valid), '--explain', 'e1']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^e1, dipendente\n└─ importo spettante: [\d.]+,\d\d €, somma di\n {3}├─ PAY-M /);
  });

  test.concurrent('prints it as JSON with --json', async () => {
    const { code, stdout } = await accordo(['compute', file(valid), '--explain', 'd1', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'd1', explanations: [{ kind: 'direction', id: 'd1' }] });
  });

  test.concurrent('speaks English when asked to', async () => {
    const text = await accordo(['compute', file(valid), '--explain', 'e1', '--lang', 'en']);
    expect(text.stdout).toMatch(/^e1, employee\n└─ amount due: €[\d,]+\.\d\d, sum of\n {3}├─ PAY-M /);
    const json = await accordo(['compute', file(valid), '--explain', 'e1', '--json', '--lang', 'en']);
    expect(JSON.parse(json.stdout)).toHaveProperty('explanations.0.figures.0.name', 'amount due');
  });
});

test.concurrent('accordo schema prints a JSON Schema of the input', async () => {
  const { code, stdout } = await accordo(['schema']);
  expect(code).toBe(0);
  const schema = JSON.parse(stdout) as {
    required: string[];
    properties: object;
    additionalProperties: boolean;
  };
  const { survey: _, ...required } = aFullCycle();
  expect(schema.required.toSorted()).toEqual(Object.keys(required).toSorted());
  expect(Object.keys(schema.properties)).toContain('survey');
  expect(schema.additionalProperties).toBe(false);
});

test.concurrent.each([[[]], [['__proto__']], [['compute']]])('accordo %j is refused', async (args) => {
  const { code, stdout, stderr } = await accordo(args, valid);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^(comando|compute): \S/);
  expect(stderr).not.toContain('    at ');
});

describe('a document is refused', () => {
  test.concurrent('with a line on standard error and nothing on standard output', async () => {
    expect(expectRefused(await accordo(['compute', '-'], '{'))).toEqual([
      expect.stringMatching(/^documento: non è JSON valido/),
    ]);
  });

  test.concurrent('with a line for each of two hundred thousand reasons', async () => {
    const text = JSON.stringify({ ...aFullCycle(), objectives: Array<number>(200_000).fill(5) });
    expect(expectRefused(await accordo(['compute', file(text)]))).toHaveLength(200_000);
  });
});

describe('what is not a file is refused', () => {
  test.concurrent('a name that nothing has', async () => {
    const name = join(folder, 'nowhere.json');
    expect(expectRefused(await accordo(['compute', name]))).toEqual([`${name}: il file non esiste`]);
  });

  test.concurrent('a folder', async () => {
    const name = join(folder, 'folder');
    mkdirSync(name);
    expect(expectRefused(await accordo(['compute', name]))).toEqual([`${name}: è una cartella, non un file`]);
  });

  test.concurrent('a path through a file', async () => {
    expectRefused(await accordo(['compute', join(file(valid), 'x')]));
  });
});
