import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInput } from '#core/cycle/check.ts';
import { aFullCycle, aRegulation } from '../../tests/domain/cycle-builder.ts';
import { changedAt, pathOf } from '../../tests/domain/document-paths.ts';
import { computeCommand } from './compute-command.ts';
import { readDocument } from './document.ts';
import { Refusal } from './refusal.ts';

// In this process, because each process takes a second; src/cli/accordo.test.ts shows the command as a person runs it.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
function file(content: string | Uint8Array): string {
  const name = join(folder, `${++files}.json`);
  writeFileSync(name, content);
  return name;
}

/** The lines that a call is refused with. */
async function refusalOf(args: readonly string[]): Promise<string[]> {
  const refusal = await computeCommand(args).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refusal);
  const lines = [...(refusal as Refusal).lines];
  expect(lines).not.toEqual([]);
  for (const line of lines) expect(line).toMatch(/^\S[^\n]*: \S[^\n]*$/);
  return lines;
}

const valid = JSON.stringify(aFullCycle());
/** The valid text with one piece of it written differently. */
function written(piece: string, instead: string): string {
  expect(valid.split(piece)).toHaveLength(2);
  return valid.replace(piece, () => instead);
}

test.each<[string, string]>([
  ['with a byte order mark', `\ufeff${valid}`],
  ['with white space around', `\r\n\t ${valid} \n`],
  ['with an id of half a surrogate', valid.replaceAll('"d1"', '"\\ud800"')],
  ['with an id __proto__', valid.replaceAll('"d1"', '"__proto__"').replaceAll('"e1"', '"__proto__"')],
  ['with an id of a thousand lines', valid.replaceAll('"d1"', JSON.stringify('a\n'.repeat(1000)))],
  ['with a weight of ten thousand digits as a JSON number', written('"weight":"1.5"', `"weight":1.${'5'.repeat(10_000)}`)], // prettier-ignore
  ['with the month as 12.0', valid.replaceAll('"months":12', '"months":12.0')],
  ['under a regulation written into it', JSON.stringify({ ...aFullCycle(), regulation: aRegulation() })],
])('a document %s is taken', async (_, text) => {
  const { document, faults } = await readDocument(file(text));
  expect(faults).toEqual([]);
  expect(checkInput(document)).toMatchObject({ ok: true });
});

test.each([
  [[]],
  [['-', '-']],
  [['-', '--colour']],
  [['-', '--explain']],
  [['-', '--json']],
  [['-', '--lang', 'en']],
  [['-', '--explain', 'e1', '--lang', 'fr']],
])('a call that makes no sense is refused: compute %j', async (args) => {
  expect(await refusalOf(args)).toEqual([expect.stringMatching(/^compute: \S/)]);
});

test.each(['nobody', '__proto__', ''])('%j, which nobody is called, is refused', async (id) => {
  expect(await refusalOf([file(valid), '--explain', id])).toEqual([
    `--explain: ${JSON.stringify(id)} non è l'id di nessuna persona o direzione`,
  ]);
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

  test.each<[string, string | Uint8Array, RegExp[]]>([
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
    const lines = await refusalOf([file(content)]);
    expect(lines).toHaveLength(faults.length);
    faults.forEach((fault, at) => {
      expect(lines[at]).toMatch(fault);
    });
  });

  test('for many reasons is told all of them', async () => {
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
    const lines = await refusalOf([file(text)]);
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

  test('because a direction __proto__ has invited minus five people', async () => {
    const cycle = aFullCycle();
    cycle.survey = { invited: { d2: -5 }, responses: [] };
    const text = JSON.stringify(cycle).replaceAll('"d2"', '"__proto__"');
    expect(await refusalOf([file(text)])).toHaveLength(1);
  });

  test('because its regulation has an unknown field of two lines', async () => {
    const text = JSON.stringify({ ...aFullCycle(), regulation: { ...aRegulation(), 'a\nb': 1 } });
    expect(await refusalOf([file(text)])).toHaveLength(1);
  });
});
