import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { rowField, shownField } from '#lib/ui/row-field.ts';
import type { Portal } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import { unit } from '../organisation/small-town.ts';
import { HOLDER, openBorough } from '../permissions/borough.ts';
import type { Role } from '../permissions/roles.ts';
import { subjectOf } from '../permissions/subject.ts';
import { openYear } from '../years/years.ts';
import { trainingHoursList } from './lists.ts';
import { saveDelivery, saveHours, trainingAccess, trainingPage } from './training-page.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await openBorough());
  expect(await openYear(portal, 'accordo', 2025, 'cremona-2025')).toBeNull();
});
afterEach(() => {
  close();
});

const accessOf = async (role: Role) =>
  trainingAccess(portal.read, await subjectOf(portal.read, HOLDER[role], day('2025-06-01')));

const record = (personId: string, hours: string, more: Cells = {}): Cells => ({
  ...{ personId, hours, days: null, exemption: null },
  ...more,
});
const put = (...records: readonly Cells[]) =>
  portal.transaction((write) => trainingHoursList.source.put(write, 2025, records));

async function page(role: Role, choice: object = {}) {
  return trainingPage(
    portal.read,
    2025,
    CREMONA_2025,
    await accessOf(role),
    { direction: null, words: '', page: 1, ...choice },
    'it',
  );
}

async function save(role: Role, rows: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const form = new FormData();
  for (const [who, typed] of Object.entries(rows)) {
    form.set(shownField(who), 'null');
    for (const [column, text] of Object.entries(typed)) form.set(rowField(column, who), text);
  }
  return saveHours(portal, HOLDER[role], 2025, CREMONA_2025, await accessOf(role), form, 'it');
}

const kept = (personId: string) => trainingHoursList.source.one(portal.read, 2025, { personId });

describe('the training of a direction', () => {
  test('holds each of the staff against the threshold of the days in service', async () => {
    await put(
      record('emma', '40'),
      record('emilio', '39.99'),
      record('flavia', '8', { days: '73' }),
      record('quinto', '0', { exemption: 'Congedo' }),
    );
    const { rows, direction } = await page('executive');
    expect(direction?.id).toBe('mills');
    expect(rows.map(({ person, state, due }) => [person, state, due])).toEqual([
      ['emilio', 'missed', '40,00'],
      ['emma', 'reached', '40,00'],
      ['flavia', 'reached', '8,00'],
      ['quinto', 'exempt', '40,00'],
    ]);
  });

  test('says what the core makes of it: all reached, or not', async () => {
    await put(...['emma', 'emilio', 'flavia'].map((who) => record(who, '40')));
    expect((await page('executive')).standing?.points).toMatchObject({ rule: 'SET-D1', shown: '0,00 punti' });
    await put(record('quinto', '0', { exemption: 'Congedo' }));
    expect((await page('executive')).standing?.points.shown).toBe('3,00 punti');
  });
});

test('an employee reads the own hours and nothing else, who looks after all reads all', async () => {
  const own = await page('employee');
  expect(own.rows.map(({ person, mayChange }) => [person, mayChange])).toEqual([['emma', false]]);
  expect(own.standing).toBeNull();
  expect((await page('humanResources')).total).toBeGreaterThan(5);
  expect((await page('humanResources', { direction: 'docks' })).rows.map(({ person }) => person)).toEqual([
    'piero',
    'quirina',
  ]);
});

test('hours are written within reach only', async () => {
  const saved = await save('executive', { emma: { hours: '41,5' }, piero: { hours: '3' } });
  expect(saved).toEqual({ ok: true, written: 1 });
  expect(await kept('emma')).toEqual(record('emma', '41.5'));
  expect(await kept('piero')).toBeNull();
  expect(await save('employee', { emma: { hours: '99' } })).toEqual({ ok: true, written: 0 });
  expect(await save('humanResources', { piero: { hours: '3' } })).toEqual({ ok: true, written: 1 });
});

test('hours are asked for where a reason or days are written', async () => {
  const saved = await save('executive', { emma: { exemption: 'Congedo' } });
  expect(saved).toMatchObject({ ok: false, faults: [{ field: 'hours.emma' }] });
});

test('how far a direction delivered training itself is written by who directs it', async () => {
  const form = new FormData();
  for (const id of ['mills', 'docks']) {
    form.set(shownField(id), 'null');
    form.set(rowField('degree', id), '0,5');
  }
  const deliver = async (id: string) =>
    saveDelivery(portal, HOLDER.executive, 2025, await accessOf('executive'), unit(id), id, form, 'it');
  expect(await deliver('mills')).toEqual({ ok: true, written: 1 });
  expect(await deliver('docks')).toEqual({ ok: true, written: 0 });
  expect((await page('executive')).standing?.delivery.degree).toBe('0,5');
});
