import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aFullCycle, aRegulation, outcomeOf } from '../../tests/domain/cycle-builder.ts';
import { changedAt, pathOf } from '../../tests/domain/document-paths.ts';

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
/** The valid text with one piece of it written differently. */
function written(piece: string, instead: string): string {
  expect(valid.split(piece)).toHaveLength(2);
  return valid.replace(piece, () => instead);
}

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

  test.concurrent.each<[string, string]>([
    ['with a byte order mark', `\ufeff${valid}`],
    ['with white space around', `\r\n\t ${valid} \n`],
    ['with an id of half a surrogate', valid.replaceAll('"d1"', '"\\ud800"')],
    ['with an id __proto__', valid.replaceAll('"d1"', '"__proto__"').replaceAll('"e1"', '"__proto__"')],
    ['with an id of a thousand lines', valid.replaceAll('"d1"', JSON.stringify('a\n'.repeat(1000)))],
    ['with a weight of ten thousand digits as a JSON number', written('"weight":"1.5"', `"weight":1.${'5'.repeat(10_000)}`)], // prettier-ignore
    ['with the month as 12.0', valid.replaceAll('"months":12', '"months":12.0')],
    ['under a regulation written into it', JSON.stringify({ ...aFullCycle(), regulation: aRegulation() })],
  ])('takes a document %s', async (_, text) => {
    const { code, stdout, stderr } = await accordo(['compute', file(text)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toHaveProperty('funds.employees.heads', 2);
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

  test.concurrent.each(['nobody', '__proto__', ''])('refuses %j, which nobody is called', async (id) => {
    const lines = expectRefused(await accordo(['compute', file(valid), '--explain', id]));
    expect(lines).toEqual([`--explain: ${JSON.stringify(id)} non è l'id di nessuna persona o direzione`]);
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

describe('a call that makes no sense is refused', () => {
  test.concurrent.each([
    [[]],
    [['calculate']],
    [['__proto__']],
    [['compute']],
    [['compute', '-', '-']],
    [['compute', '-', '--colour']],
    [['compute', '-', '--explain']],
    [['compute', '-', '--json']],
    [['compute', '-', '--lang', 'en']],
    [['compute', '-', '--explain', 'e1', '--lang', 'fr']],
  ])('accordo %j', async (args) => {
    const { code, stdout, stderr } = await accordo(args, valid);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^(comando|compute): \S/);
    expect(stderr).not.toContain('    at ');
  });
});

describe('a document that is refused', () => {
  const noJson = /^documento: non è JSON valido/;
  const noText = /^documento: non è un testo in UTF-8$/;
  const tooDeep = /^documento: è annidato troppo in profondità$/;
  const noObject = /^documento: deve essere un oggetto$/;
  const noQuantity = (path: string) =>
    new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}: deve essere un numero in notazione decimale semplice`);
  const deep = '['.repeat(1_000_000);
  const random = new Uint8Array(10_000).map((_, at) => Math.imul(at + 1, 2654435761) >>> 13);

  test.concurrent.each<[string, string | Uint8Array, RegExp[]]>([
    ['an empty file', '', [noJson]],
    ['white space', ' \n\t', [noJson]],
    ['random bytes', random, [noText]],
    [
      'invalid UTF-8 in a name',
      Buffer.concat([Buffer.from('{"a'), Buffer.from([0xff]), Buffer.from('":1}')]),
      [noText],
    ],
    ['UTF-16', Buffer.from(`\ufeff${valid}`, 'utf16le'), [noText]],
    ['zeros', new Uint8Array(1000), [noJson]],
    ['a byte order mark alone', '\ufeff', [noJson]],
    ['null', 'null', [noObject]],
    ['a list', `[${valid}]`, [noObject]],
    ['a text', JSON.stringify(valid), [noObject]],
    ['a number', '1e999', [noObject]],
    ['half a document', valid.slice(0, valid.length / 2), [noJson]],
    ['two documents', valid + valid, [noJson]],
    ['a comment', `// dati\n${valid}`, [noJson]],
    ['a comma too many', valid.replace(/\}$/, ',}'), [noJson]],
    ['NaN', valid.replace('"latePayments":false', '"latePayments":NaN'), [noJson]],
    ['a million brackets', deep, [tooDeep]],
    ['a million lists in each other', `${deep}${']'.repeat(1_000_000)}`, [tooDeep]],
    ['300,000 objects in each other', `${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`, [tooDeep]],
    [
      'a million lists in a field',
      written('"year":2025', `"year":${deep}${']'.repeat(1_000_000)}`),
      [tooDeep],
    ],
    [
      'a field twice',
      written('"year":2025', '"year":2025,"year":2025'),
      [/^year: compare più di una volta$/],
    ],
    [
      'a field twice, once in disguise',
      written('"year":2025', '"year":2025,"\\u0079ear":2025'),
      [/^year: compare più di una volta$/],
    ],
    [
      'a field twice, deep inside',
      valid.replace('"hours":"41.5"', '"hours":"41.5","hours":"41.5"'),
      [/^directions\[0\]\.training\.staff\[0\]\.hours: compare più di una volta$/],
    ],
    [
      'a field __proto__',
      written('"year":2025', '"year":2025,"__proto__":{"year":2025}'),
      [/^__proto__: campo non previsto$/],
    ],
    [
      'a field constructor',
      written('"year":2025', '"year":2025,"constructor":1'),
      [/^constructor: campo non previsto$/],
    ],
    ['an exponent', written('"year":2025', '"year":2.025e3'), [noQuantity('year')]],
    ['minus zero', written('"planned":"0"', '"planned":-0'), [noQuantity('projects[1].planned')]],
    ['an infinite number', written('"planned":"0"', '"planned":1e400'), [noQuantity('projects[1].planned')]],
    [
      'thousandths of a euro',
      written('"planned":"0"', '"planned":10.000'),
      [/^projects\[1\]\.planned: può avere al massimo 2 decimali$/],
    ],
    [
      'a thousandth digit too many',
      written('"achievement":"95"', `"achievement":100.${'0'.repeat(1000)}1`),
      [/^objectives\[0\]\.achievement: deve essere tra 0 e 100$/],
    ],
    [
      'a name with a line break',
      written('"year":2025', '"year":2025,"a\\nb: c":1'),
      [/^\["a\\nb: c"\]: campo non previsto$/],
    ],
  ])('%s', async (_, content, faults) => {
    const lines = expectRefused(await accordo(['compute', '-'], content));
    expect(lines).toHaveLength(faults.length);
    faults.forEach((fault, at) => {
      expect(lines[at]).toMatch(fault);
    });
  });

  test.concurrent('for many reasons is told all of them', async () => {
    let cycle: unknown = aFullCycle();
    for (const [path, value] of [
      ['year', 1999],
      ['employees[0].months', 13],
      ['employees[1].direction', 'nowhere'],
      ['projects[1].reported', '10.01'],
      ['colour', 'red'],
      ['funds.eqHolders', undefined],
    ] as const)
      cycle = changedAt(cycle, pathOf(path), value);
    const text = JSON.stringify(cycle).replace('"regulation"', '"regulation":"cremona-2025","regulation"');
    const lines = expectRefused(await accordo(['compute', file(text)]));
    expect(lines.map((line) => line.slice(0, line.indexOf(': '))).toSorted()).toEqual([
      ...[
        'colour',
        'employees[0].months',
        'employees[1].direction',
        'funds.eqHolders',
        'projects[1].beneficiaries',
      ],
      ...['regulation', 'year'],
    ]);
  });

  test.concurrent('for two hundred thousand reasons is told all of them', async () => {
    const text = JSON.stringify({ ...aFullCycle(), objectives: Array<number>(200_000).fill(5) });
    expect(expectRefused(await accordo(['compute', file(text)]))).toHaveLength(200_000);
  });

  test.concurrent('because a direction __proto__ has invited minus five people', async () => {
    const cycle = aFullCycle();
    cycle.survey = { invited: { d2: -5 }, responses: [] };
    const text = JSON.stringify(cycle).replaceAll('"d2"', '"__proto__"');
    expect(expectRefused(await accordo(['compute', '-'], text))).toHaveLength(1);
  });

  test.concurrent('because its regulation has an unknown field of two lines', async () => {
    const text = JSON.stringify({ ...aFullCycle(), regulation: { ...aRegulation(), 'a\nb': 1 } });
    expect(expectRefused(await accordo(['compute', '-'], text))).toHaveLength(1);
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
