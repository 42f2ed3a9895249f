import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { rowField, shownField } from '#lib/ui/row-field.ts';
import type { Portal } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import { changesOf } from '../lists/store.ts';
import { day } from '#core/calendar/iso-date.ts';
import { HOLDER } from '../permissions/borough.ts';
import type { Role } from '../permissions/roles.ts';
import { subjectOf } from '../permissions/subject.ts';
import { serviceAccess } from './access.ts';
import { openServices, result } from './borough-services.ts';
import { gridOf, saveGrid } from './grid.ts';
import { indicatorResultsList } from './lists.ts';

let portal: Portal;
let close: () => void;

const FIRST = result('bread-1', '10', '11');
const SECOND = result('bread-2', '20', null);

beforeEach(async () => {
  ({ portal, close } = await openServices([FIRST, SECOND, result('boats-1', '5', null)]));
});
afterEach(() => {
  close();
});

const TODAY = day('2025-06-01');

async function accessOf(role: Role) {
  return serviceAccess(portal.read, await subjectOf(portal.read, HOLDER[role], TODAY));
}

/** Rows of a form: the record as it was shown, and what stands in the inputs that differ from it. */
function form(...rows: readonly { shown: Cells; typed?: Readonly<Record<string, string>> }[]): FormData {
  const data = new FormData();
  for (const { shown, typed = {} } of rows) {
    const id = shown.indicatorId!;
    data.set(shownField(id), JSON.stringify(shown));
    for (const column of ['standard', 'changedStandard', 'value', 'note'])
      data.set(rowField(column, id), typed[column] ?? (shown[column] ?? '').replace('.', ','));
  }
  return data;
}

async function save(role: Role, data: FormData) {
  return saveGrid(portal, HOLDER[role], 2025, await accessOf(role), data, 'it');
}

const kept = (indicatorId: string) => indicatorResultsList.source.one(portal.read, 2025, { indicatorId });
const said = (id: string) => changesOf(portal.read, 'indicatorResults', 2025, `["${id}"]`);

describe('what is saved of a grid', () => {
  test('are the rows that were changed, and no others', async () => {
    const typed = { value: '1.234,50', note: 'prima riga\r\nseconda' };
    const saved = await save('technicalStructure', form({ shown: FIRST }, { shown: SECOND, typed }));
    expect(saved).toEqual({ ok: true, written: 1 });
    expect(await kept('bread-2')).toEqual({ ...SECOND, value: '1234.5', note: 'prima riga\nseconda' });
    expect(await said('bread-2')).toHaveLength(1);
    expect(await said('bread-1')).toEqual([]);
  });

  test('is nothing if a number is only written otherwise, or lines end otherwise', async () => {
    const typed = { standard: '10,00', value: ' 11 ' };
    expect(await save('technicalStructure', form({ shown: FIRST, typed }))).toEqual({ ok: true, written: 0 });
    expect(await said('bread-1')).toEqual([]);
  });

  test('is a first record where there was none, but not an empty one', async () => {
    const data = new FormData();
    for (const id of ['cakes-1', 'cakes-2']) data.set(shownField(id), 'null');
    data.set(rowField('value', 'cakes-1'), '3');
    expect(await save('technicalStructure', data)).toEqual({ ok: true, written: 1 });
    expect(await kept('cakes-1')).toEqual(result('cakes-1', null, '3'));
    expect(await kept('cakes-2')).toBeNull();
  });

  test('keeps a row that was emptied: the indicator is not assessable, and still one of all', async () => {
    const typed = { standard: '', value: '' };
    expect(await save('technicalStructure', form({ shown: FIRST, typed }))).toEqual({ ok: true, written: 1 });
    expect(await kept('bread-1')).toEqual(result('bread-1', null, null));
  });
});

describe('nothing is saved', () => {
  test('if a cell is wrong: it is told at the cell, and what was typed is given back', async () => {
    const data = form({ shown: FIRST, typed: { value: '12' } }, { shown: SECOND, typed: { value: 'tanti' } });
    const saved = await save('technicalStructure', data);
    expect(saved).toMatchObject({
      ok: false,
      faults: [{ field: 'value.bread-2', row: 'bread-2', column: 'value' }],
      typed: { 'value.bread-1': '12', 'value.bread-2': 'tanti' },
    });
    expect(await kept('bread-1')).toEqual(FIRST);
  });

  test('if somebody else changed a row meanwhile: it is told and not written over', async () => {
    await save('technicalStructure', form({ shown: SECOND, typed: { value: '30' } }));
    const data = form({ shown: FIRST, typed: { value: '12' } }, { shown: SECOND, typed: { value: '31' } });
    const saved = await save('technicalStructure', data);
    expect(saved).toMatchObject({
      ok: false,
      changedMeanwhile: ['bread-2'],
      faults: [{ row: 'bread-2', column: null }],
      typed: { 'value.bread-1': '12', 'value.bread-2': '31' },
    });
    expect(await kept('bread-2')).toEqual({ ...SECOND, value: '30' });
    expect(await kept('bread-1')).toEqual(FIRST);
  });

  test('if somebody else wrote a first record meanwhile', async () => {
    const data = new FormData();
    data.set(shownField('cakes-1'), 'null');
    data.set(rowField('value', 'cakes-1'), '3');
    await save('technicalStructure', data);
    data.set(rowField('value', 'cakes-1'), '4');
    expect(await save('technicalStructure', data)).toMatchObject({ changedMeanwhile: ['cakes-1'] });
  });

  test('of a row that nobody touched, though somebody else changed it', async () => {
    await save('technicalStructure', form({ shown: SECOND, typed: { value: '30' } }));
    const data = form({ shown: FIRST, typed: { value: '12' } }, { shown: SECOND });
    expect(await save('technicalStructure', data)).toEqual({ ok: true, written: 1 });
    expect(await kept('bread-2')).toEqual({ ...SECOND, value: '30' });
  });
});

describe('who reports', () => {
  test.each(['executive', 'eqHolder'] as const)('%s: writes values and notes, no standards', async (role) => {
    const typed = { standard: '1', changedStandard: '2', value: '30', note: 'ok' };
    expect(await save(role, form({ shown: SECOND, typed }))).toEqual({ ok: true, written: 1 });
    expect(await kept('bread-2')).toEqual({ ...SECOND, value: '30', note: 'ok' });
  });

  test('writes nothing out of reach: an executive in another direction, an EQ in another service', async () => {
    const boats = form({ shown: result('boats-1', '5', null), typed: { value: '9' } });
    expect(await save('executive', boats)).toEqual({ ok: true, written: 0 });
    expect(await kept('boats-1')).toEqual(result('boats-1', '5', null));
    const cakes = new FormData();
    cakes.set(shownField('cakes-1'), 'null');
    cakes.set(rowField('value', 'cakes-1'), '3');
    expect(await save('eqHolder', cakes)).toEqual({ ok: true, written: 0 });
    expect(await save('executive', cakes)).toEqual({ ok: true, written: 1 });
  });

  test('who only reads writes nothing', async () => {
    const data = form({ shown: SECOND, typed: { value: '30' } });
    expect(await save('evaluationBoard', data)).toEqual({ ok: true, written: 0 });
    expect(await kept('bread-2')).toEqual(SECOND);
  });
});

describe('the grid that is shown', () => {
  const grid = async (role: Role, choice: object = {}) =>
    gridOf(
      portal.read,
      2025,
      CREMONA_2025,
      await accessOf(role),
      { direction: null, service: null, page: 1, ...choice },
      'it',
    );

  test('has the directions within reach, and what may be written of each row', async () => {
    const ofExecutive = await grid('executive', { direction: 'docks' });
    expect(ofExecutive.directions.map(({ id }) => id)).toEqual(['mills']);
    expect(ofExecutive.groups.map(({ id }) => id)).toEqual(['bread', 'cakes']);
    expect(ofExecutive.groups[0]!.rows[0]).toMatchObject({ writes: ['value', 'note'], outcome: 'improved' });
    const ofStructure = await grid('technicalStructure', { direction: 'docks' });
    expect(ofStructure.groups.flatMap(({ rows }) => rows)).toMatchObject([
      { id: 'boats-1', writes: ['standard', 'changedStandard', 'value', 'note'] },
      { id: 'boats-2', shown: 'null', outcome: 'notAssessable' },
    ]);
    expect((await grid('eqHolder')).groups.map(({ id }) => id)).toEqual(['bread']);
  });

  test('can be narrowed to a service of the direction', async () => {
    expect((await grid('executive', { service: 'cakes' })).groups.map(({ id }) => id)).toEqual(['cakes']);
    expect((await grid('executive', { service: 'boats' })).service).toBeNull();
  });
});
