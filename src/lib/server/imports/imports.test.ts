import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Portal } from '../database/database.ts';
import { listOf } from '../lists/catalogue.ts';
import type { ListDefinition } from '../lists/definition.ts';
import { saveRecord } from '../lists/editing.ts';
import type { CellFault } from '../lists/fault.ts';
import type { ListId } from '../lists/list-ids.ts';
import { person, portalWith, TOWN } from '../organisation/small-town.ts';
import type { Cell } from '../spreadsheets/cell.ts';
import { writeXlsx } from '../spreadsheets/write-xlsx.ts';
import { openYear } from '../years/years.ts';
import { parsedCounts } from './counts.ts';
import { asCsv, asXlsx, template } from './export.ts';
import { fileOf } from './file.ts';
import { apply, bring, drop, match, parsedMapping, runOf, undo, type Run } from './imports.ts';
import { waitFor } from './progress.ts';
import * as store from './store.ts';

const YEAR = 2025;
const BY = person('ada');

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith(TOWN));
  expect(await openYear(portal, 'accordo', YEAR, 'cremona-2025')).toBeNull();
});
afterEach(() => {
  close();
});

const list = (id: ListId): ListDefinition => listOf(id)!;

/** A file whose cells are what is written, the first row being the titles. */
async function sheet(rows: readonly (readonly (string | number)[])[], name = 'Foglio'): Promise<Uint8Array> {
  const [titles = [], ...others] = rows;
  const cell = (value: string | number): Cell =>
    value === ''
      ? { kind: 'empty' }
      : typeof value === 'number'
        ? { kind: 'number', decimal: String(value) }
        : { kind: 'text', text: value };
  return writeXlsx([
    {
      name,
      columns: titles.map((title) => ({ title: String(title), kind: 'text' })),
      rows: others.map((row) => row.map(cell)),
    },
  ]);
}

const csv = (text: string) => new TextEncoder().encode(text);

async function brought(id: ListId, bytes: Uint8Array, removesMissing = false): Promise<Run> {
  const run = await bring(portal, BY, list(id), YEAR, { name: 'file.xlsx', bytes, removesMissing });
  return settled(run);
}

async function settled(id: string): Promise<Run> {
  await waitFor(id, 60_000);
  return (await runOf(portal, id))!;
}

async function applied(run: Run): Promise<Run> {
  await apply(portal, BY, run, list(run.list), YEAR);
  return settled(run.id);
}

const records = (id: ListId) => list(id).source.all(portal.read, YEAR);

async function faultsOf(run: Run) {
  const faults = await store.faults(portal.read, run.id, 100);
  return faults.map(({ sheet: name, row, column, columnTitle, fault }) => ({
    ...{ sheet: name, row, column, columnTitle },
    code: (JSON.parse(fault) as CellFault).code,
  }));
}

const RANKINGS = [
  ['Classifica', 'Posizione', 'Su quanti', 'Fonte'],
  ['Il Sole 24 Ore', 14, 107, ''],
  ['ItaliaOggi', 39, 107, 'settembre'],
] as const;

describe('a file', () => {
  test('says what it would change, and changes nothing before somebody applies it', async () => {
    const run = await brought('rankings', await sheet(RANKINGS));
    expect(run).toMatchObject({ state: 'ready', year: YEAR, by: BY });
    expect(parsedCounts(run.counts)).toEqual({ new: 2, changed: 0, gone: 0, same: 0, faults: 0 });
    expect(await records('rankings')).toEqual([]);
    expect(await applied(run)).toMatchObject({ state: 'applied', settledBy: BY });
    expect(await records('rankings')).toEqual([
      { name: 'Il Sole 24 Ore', position: '14', of: '107', source: null },
      { name: 'ItaliaOggi', position: '39', of: '107', source: 'settembre' },
    ]);
    expect(existsSync(fileOf(portal, run.id))).toBe(false);
  });

  test('brought again changes nothing; changed, it changes what is changed', async () => {
    await applied(await brought('rankings', await sheet(RANKINGS)));
    const again = await brought('rankings', await sheet(RANKINGS));
    expect(parsedCounts(again.counts)).toEqual({ new: 0, changed: 0, gone: 0, same: 2, faults: 0 });
    const other = [RANKINGS[0], ['ItaliaOggi', 12, 107, 'settembre'], ['Eurispes', 3, 20, '']];
    const run = await brought('rankings', await sheet(other));
    expect(parsedCounts(run.counts)).toEqual({ new: 1, changed: 1, gone: 0, same: 0, faults: 0 });
    const removing = await brought('rankings', await sheet(other), true);
    expect(parsedCounts(removing.counts)).toEqual({ new: 1, changed: 1, gone: 1, same: 0, faults: 0 });
    await applied(removing);
    expect((await records('rankings')).map(({ name }) => name)).toEqual(['Eurispes', 'ItaliaOggi']);
  });

  test('leaves alone what it has no column for', async () => {
    await applied(await brought('rankings', await sheet(RANKINGS)));
    const narrow = await sheet([
      ['Su quanti', 'Posizione', 'Classifica'],
      [107, 40, 'ItaliaOggi'],
    ]);
    await applied(await brought('rankings', narrow));
    expect((await records('rankings'))[1]).toEqual({
      name: 'ItaliaOggi',
      position: '40',
      of: '107',
      source: 'settembre',
    });
  });

  test('is taken with Italian numbers, days and yes and no, in whatever format', async () => {
    const text = 'Titolo;Riscosso;Accertato\n1;10.158.779,02;"€ 17.428.127,81"\n3;7691951,81;15676671,3\n';
    await applied(await brought('residuals', csv(text)));
    expect(await records('residuals')).toEqual([
      { title: '1', collected: '10158779.02', assessed: '17428127.81', source: null },
      { title: '3', collected: '7691951.81', assessed: '15676671.3', source: null },
    ]);
  });

  test('may refer to what it brings itself, in any order', async () => {
    const units = [
      ['Codice', 'Tipo', 'Nome', 'Fa parte di', 'Dal', 'Al'],
      ['s9', 'Servizio', 'Nuovo servizio', 'd9', '01/01/2025', ''],
      ['d9', 'Direzione', 'Nuova direzione', '', '1/1/2025', ''],
    ];
    const run = await brought('units', await sheet(units));
    expect(await faultsOf(run)).toEqual([]);
    await applied(run);
    expect((await records('units')).find(({ unitId }) => unitId === 's9')).toMatchObject({ parentId: 'd9' });
  });
});

describe('everything that is wrong', () => {
  test('is told at once with sheet, row, column and reason, and nothing is written', async () => {
    const rows = [
      ['Classifica', 'Posizione', 'Su quanti'],
      ['A', 'quattordici', 107],
      ['', 3, 107],
      ['B', 0, 107.5],
      ['C', 1, 107],
      ['C', 2, 107],
    ];
    const run = await brought('rankings', await sheet(rows, 'Classifiche'));
    expect(run.state).toBe('refused');
    expect(existsSync(fileOf(portal, run.id))).toBe(false);
    const at = (row: number, column: string | null, columnTitle: string | null, code: string) => ({
      ...{ sheet: 'Classifiche', row, column, columnTitle, code },
    });
    expect(await faultsOf(run)).toEqual([
      at(2, 'B', 'Posizione', 'notANumber'),
      at(3, 'A', 'Classifica', 'missing'),
      at(4, 'B', 'Posizione', 'tooSmall'),
      at(4, 'C', 'Su quanti', 'notWhole'),
      at(6, null, null, 'twice'),
    ]);
    expect(await records('rankings')).toEqual([]);
  });

  test('is found before anybody decides, also where only the list knows it', async () => {
    const run = await brought('rankings', await sheet([RANKINGS[0], ['A', 108, 107, '']]));
    expect(run.state).toBe('refused');
    expect(await faultsOf(run)).toEqual([
      { sheet: 'Foglio', row: 2, column: null, columnTitle: 'position', code: 'domain' },
    ]);
  });

  test('names who is unknown', async () => {
    const run = await brought('presence', csv('Persona;Gennaio\nnessuno;20\n'));
    expect(run.state).toBe('mapping');
    const months = [
      'Persona',
      'Gennaio',
      'Febbraio',
      'Marzo',
      'Aprile',
      'Maggio',
      'Giugno',
      'Luglio',
      'Agosto',
    ];
    const titles = [...months, 'Settembre', 'Ottobre', 'Novembre', 'Dicembre'];
    const days = Array<number>(12).fill(20);
    const unknown = await brought('presence', await sheet([titles, ['nessuno', ...days]]));
    expect(await faultsOf(unknown)).toMatchObject([{ row: 2, column: 'A', code: 'unknown' }]);
  });

  test.each<[string, Uint8Array, string]>([
    ['nothing at all', new Uint8Array(), 'empty'],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0),
      'notASpreadsheet',
    ],
    ['titles without rows', csv('Classifica;Posizione;Su quanti\n'), 'noRows'],
    ['a formula', csv('Classifica;Posizione;Su quanti\n=HYPERLINK("x");1;2\n'), 'formula'],
  ])('%s is refused in a word', async (_what, bytes, code) => {
    const run = await brought('rankings', bytes);
    expect(run.state).toBe('refused');
    expect(JSON.parse(run.refusal!)).toMatchObject({ code });
  });
});

describe('columns with other titles', () => {
  const odd = [
    ['Chi', 'Posto', 'Di'],
    ['ItaliaOggi', 39, 107],
  ];

  test('are matched by somebody, and known the next time', async () => {
    const run = await brought('rankings', await sheet(odd));
    expect(run.state).toBe('mapping');
    const mapping = { ...parsedMapping(run.mapping)!, columns: ['name', 'position', 'of'] };
    await match(portal, run, list('rankings'), YEAR, mapping);
    expect((await settled(run.id)).state).toBe('ready');
    expect((await brought('rankings', await sheet(odd))).state).toBe('ready');
  });
});

describe('undoing', () => {
  test('puts back what was there before', async () => {
    await applied(await brought('rankings', await sheet(RANKINGS)));
    const before = await records('rankings');
    const other = [RANKINGS[0], ['ItaliaOggi', 12, 107, ''], ['Eurispes', 3, 20, '']];
    const run = await applied(await brought('rankings', await sheet(other), true));
    expect(await records('rankings')).not.toEqual(before);
    expect(await undo(portal, BY, run, list('rankings'), YEAR)).toEqual([]);
    expect(await records('rankings')).toEqual(before);
    expect((await runOf(portal, run.id))?.state).toBe('undone');
  });

  test('is refused once somebody has changed one of the records', async () => {
    const run = await applied(await brought('rankings', await sheet(RANKINGS)));
    const [first] = await records('rankings');
    const change = { before: first!, after: { ...first!, position: '15' } };
    expect(await saveRecord(portal, BY, list('rankings'), YEAR, change, 'all')).toEqual([]);
    expect(await undo(portal, BY, run, list('rankings'), YEAR)).toMatchObject([
      { fault: { code: 'changedMeanwhile' } },
    ]);
    expect(await records('rankings')).toHaveLength(2);
  });

  test('is refused while something refers to a record', async () => {
    const project = ['Codice', 'Progetto', 'Finanziamento', 'Previsto', 'Rendicontato'];
    const run = await applied(
      await brought('projects', await sheet([project, ['p1', 'Ponte', 'Risorse proprie', 100, 90]])),
    );
    const beneficiaries = await sheet([
      ['Progetto', 'Persona', 'Quota'],
      ['p1', 'bea', 1],
    ]);
    await applied(await brought('projectBeneficiaries', beneficiaries));
    expect(await undo(portal, BY, run, list('projects'), YEAR)).toMatchObject([
      { fault: { code: 'stillUsed' } },
    ]);
    expect(await records('projects')).toHaveLength(1);
  });
});

test('what somebody has changed since the preview is not overwritten: it is looked at anew', async () => {
  await applied(await brought('rankings', await sheet(RANKINGS)));
  const run = await brought('rankings', await sheet([RANKINGS[0], ['ItaliaOggi', 1, 107, 'x']]));
  const second = (await records('rankings'))[1]!;
  const change = { before: second, after: { ...second, position: '50' } };
  expect(await saveRecord(portal, BY, list('rankings'), YEAR, change, 'all')).toEqual([]);
  expect((await applied(run)).state).toBe('ready');
  expect((await records('rankings'))[1]).toMatchObject({ position: '50' });
  await applied((await runOf(portal, run.id))!);
  expect((await records('rankings'))[1]).toMatchObject({ position: '1' });
});

test('what is dropped is gone, file and all', async () => {
  const run = await brought('rankings', await sheet(RANKINGS));
  await drop(portal, BY, run);
  expect(await store.allChanges(portal.read, run.id)).toEqual([]);
  expect(existsSync(fileOf(portal, run.id))).toBe(false);
});

test('work that ended with the program is told to have ended, and what was all ready can be applied', async () => {
  const run = await brought('rankings', await sheet(RANKINGS));
  await portal.transaction((write) => store.update(write, run.id, { state: 'applying' }));
  expect((await runOf(portal, run.id))?.state).toBe('ready');
  await portal.transaction((write) => store.update(write, run.id, { state: 'checking' }));
  expect(await runOf(portal, run.id)).toMatchObject({ state: 'refused', refusal: '{"code":"interrupted"}' });
});

test('a template is filled in and brought as it is; its instructions are no list', async () => {
  const bytes = await template(list('rankings'), 'it');
  const run = await brought('rankings', bytes);
  expect(JSON.parse(run.refusal!)).toEqual({ code: 'noRows' });
});

test.each(['xlsx', 'csv'])(
  'a list that was exported as %s and is brought back changes nothing',
  async (format) => {
    for (const id of ['units', 'people', 'assignments'] as const) {
      const kept = await records(id);
      expect(kept.length, id).toBeGreaterThan(0);
      const bytes =
        format === 'csv'
          ? csv(await asCsv(portal.read, list(id), kept))
          : await asXlsx(portal.read, list(id), kept);
      const run = await brought(id, bytes, true);
      expect(await faultsOf(run), id).toEqual([]);
      expect(parsedCounts(run.counts), id).toEqual({
        ...{ new: 0, changed: 0, gone: 0, same: kept.length, faults: 0 },
      });
    }
  },
);
