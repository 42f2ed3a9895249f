import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { rowField, shownField } from '#lib/ui/row-field.ts';
import type { Portal } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { person, unit } from '../organisation/small-town.ts';
import { setRemits } from '../organisation/remits/remits.ts';
import { HOLDER, openBorough } from '../permissions/borough.ts';
import { subjectOf } from '../permissions/subject.ts';
import { openYear } from '../years/years.ts';
import { givenPage, missingOf, readingReach, remitPage, saveRemit } from './guidelines-page.ts';
import { guidelineTasks } from './tasks.ts';

let portal: Portal;
let close: () => void;

const CARLA = HOLDER.councillor;
const OTHER = person('zeno');

beforeEach(async () => {
  ({ portal, close } = await openBorough());
  expect(await openYear(portal, 'accordo', 2025, 'cremona-2025')).toBeNull();
  await remit(CARLA, ['mills', 'parks']);
});
afterEach(() => {
  close();
});

const remit = (giver: PersonId, units: readonly string[], from = '2024-07-01') =>
  portal.transaction((write) => setRemits(write, giver, units.map(unit), day(from)));

/** What is typed of a direction: four factors. */
function form(directions: Readonly<Record<string, readonly string[]>>, shown = 'null'): FormData {
  const data = new FormData();
  for (const [id, points] of Object.entries(directions)) {
    data.set(shownField(id), shown);
    ['objectives', 'participation', 'interaction', 'innovation'].forEach((factor, at) => {
      data.set(rowField(factor, id), points[at] ?? '');
    });
  }
  return data;
}

const give = (data: FormData, giver = CARLA) => saveRemit(portal, giver, 2025, data, 'it');
const given = async (id: string) =>
  (await remitPage(portal.read, 2025, CARLA, 'it')).find((direction) => direction.id === (id as UnitId));

test('the directions of the remit are written together, each when it is ready', async () => {
  expect(await missingOf(portal.read, 2025, CARLA)).toBe(2);
  const full = ['2,5', '2', '1,75', '0'];
  expect(await give(form({ mills: full, parks: ['', '', '', ''] }))).toEqual({ ok: true, written: 1 });
  expect(await given('mills')).toMatchObject({
    isGiven: true,
    cells: { objectives: '2,5', interaction: '1,75', innovation: '0' },
  });
  expect((await given('mills'))!.told).toHaveLength(1);
  expect(await missingOf(portal.read, 2025, CARLA)).toBe(1);
});

test('a factor over the limit of the regulation is refused, at its field, and nothing is written', async () => {
  const saved = await give(form({ mills: ['2,51', '2', '2', '2'], parks: ['1', '1', '1', '1'] }));
  expect(saved).toMatchObject({ ok: false, faults: [{ field: 'objectives.mills' }] });
  expect(await missingOf(portal.read, 2025, CARLA)).toBe(2);
  expect(await give(form({ mills: ['-1', '2', '2', '2'] }))).toMatchObject({ ok: false });
});

test('a factor that is left out is asked for', async () => {
  const saved = await give(form({ mills: ['2', '2', '2', ''] }));
  expect(saved).toMatchObject({ ok: false, faults: [{ field: 'innovation.mills' }] });
});

test('what lies outside of the remit is not written, whatever the form holds', async () => {
  expect(await give(form({ docks: ['2', '2', '2', '2'] }))).toEqual({ ok: true, written: 0 });
  expect(await give(form({ mills: ['2', '2', '2', '2'] }), OTHER)).toEqual({ ok: true, written: 0 });
});

test('a remit that ended before the year is none; one of a part of the year is one', async () => {
  await remit(CARLA, ['mills'], '2024-12-31');
  expect((await remitPage(portal.read, 2025, CARLA, 'it')).map(({ id }) => id)).toEqual(['mills']);
  await remit(CARLA, ['docks'], '2025-12-01');
  expect((await remitPage(portal.read, 2025, CARLA, 'it')).map(({ id }) => id)).toEqual(['docks', 'mills']);
});

test('who reads everything sees what each gave and the mean that counts', async () => {
  await remit(OTHER, ['mills']);
  await give(form({ mills: ['2', '2', '2', '2'] }));
  await give(form({ mills: ['1', '2', '2,25', '2'] }), OTHER);
  const [, mills] = await givenPage(portal.read, 2025, CREMONA_2025, 'all', 'it');
  expect(mills).toMatchObject({ id: 'mills', givers: [{ factors: expect.any(Array) as [] }, {}] });
  expect(mills!.means.map((mean) => mean?.value)).toEqual(['1.5000', '2.0000', '2.1300', '2.0000']);
  expect(mills!.means[0]).toMatchObject({ rule: 'SET-A' });
});

test('how far somebody reads follows from the role: a councillor only the own', async () => {
  const reach = async (role: keyof typeof HOLDER) =>
    readingReach(portal.read, await subjectOf(portal.read, HOLDER[role], day('2025-06-01')));
  expect(await reach('evaluationBoard')).toBe('all');
  expect(await reach('executive')).toMatchObject({ units: ['mills', 'flour', 'grain'] });
  expect(await reach('councillor')).toBeNull();
});

test('the task is there while something of the remit is missing', async () => {
  const tasks = async () =>
    guidelineTasks(portal.read, await subjectOf(portal.read, CARLA, day('2025-06-01')));
  expect(await tasks()).toMatchObject([{ href: '/indirizzi' }]);
  const full = ['2', '2', '2', '2'];
  await give(form({ mills: full, parks: full }));
  expect(await tasks()).toEqual([]);
});
