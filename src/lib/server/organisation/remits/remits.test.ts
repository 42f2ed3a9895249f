import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal } from '../../database/database.ts';
import type { UnitId } from '../model.ts';
import { person, portalWith, TOWN, unit } from '../small-town.ts';
import { endUnit } from '../units/changes.ts';
import { answeringFor, remitsOf, setRemits } from './remits.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith({ ...TOWN, assignments: [] }));
});

afterEach(() => {
  close();
});

const councillor = person('ezio');
const set = (units: readonly UnitId[], from: string) =>
  portal.transaction((write) => setRemits(write, councillor, units, day(from)));
const on = async (date: string) =>
  (await remitsOf(portal.read, councillor, day(date))).map((remit) => remit.unit);

test('a councillor answers for the directions set, until others are', async () => {
  await set([unit('north')], '2024-07-01');
  await set([unit('south'), unit('north'), unit('south')], '2025-04-01');
  expect(await on('2024-06-30')).toEqual([]);
  expect(await on('2025-03-31')).toEqual(['north']);
  expect(await on('2025-04-01')).toEqual(['north', 'south']);
  await set([], '2025-05-01');
  expect(await on('2025-04-30')).toEqual(['north', 'south']);
  expect(await on('2025-05-01')).toEqual([]);
  expect(await answeringFor(portal.read, unit('south'), day('2025-04-30'))).toMatchObject([
    { person: councillor },
  ]);
});

test('setting them again from an earlier day corrects what was set', async () => {
  await set([unit('north')], '2025-06-01');
  const outcome = await set([unit('south')], '2025-04-01');
  expect(await remitsOf(portal.read, councillor)).toMatchObject([
    { unit: 'south', from: '2025-04-01', to: null },
  ]);
  expect(outcome).toMatchObject({ change: { action: 'remit.set', before: [{ unit: 'north' }] } });
});

test('is refused for what is no direction, or none any more', async () => {
  expect(await set([unit('mills')], '2025-04-01')).toMatchObject({
    fault: { code: 'remitOutsideDirections' },
  });
  expect(await set([unit('nowhere')], '2025-04-01')).toMatchObject({ fault: { code: 'unknownUnit' } });
  await portal.transaction(async (write) => {
    for (const id of ['mills', 'north']) await endUnit(write, unit(id), day('2025-12-31'));
  });
  expect(await set([unit('north')], '2025-04-01')).toMatchObject({ fault: { code: 'unitNotThen' } });
  expect(await remitsOf(portal.read, councillor)).toEqual([]);
});
