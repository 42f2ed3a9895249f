import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { appoint } from '../appointments/changes.ts';
import { changeAssignment, transfer } from '../assignments/changes.ts';
import { assignmentsOf, staffOf } from '../assignments/assignments.ts';
import type { Portal, Writer } from '../../database/database.ts';
import type { Outcome } from '../fault.ts';
import { setRemits } from '../remits/remits.ts';
import { appointed, period, person, portalWith, TOWN, unit } from '../small-town.ts';
import { changeUnit, endUnit, makeUnit } from './changes.ts';
import { historyOf, unitOn } from './units.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith(TOWN));
});

afterEach(() => {
  close();
});

async function done<Made>(work: (write: Writer) => Promise<Outcome<Made>>) {
  const outcome = await portal.transaction(work);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  return outcome;
}

async function faultOf(work: (write: Writer) => Promise<Outcome>) {
  const before = await historyOf(portal.read, unit('ports'));
  const outcome = await portal.transaction(work);
  expect(await historyOf(portal.read, unit('ports'))).toEqual(before);
  return outcome.ok ? null : outcome.fault;
}

const office = { kind: 'office', name: 'Lights', parent: unit('parks'), ...period('2025-05-01') } as const;

describe('making a unit', () => {
  test('it exists from its first day on, and the trail is told', async () => {
    const { unit: lights, change } = await done((write) => makeUnit(write, office));
    expect(await unitOn(portal.read, lights, day('2025-04-30'))).toBeNull();
    expect(await unitOn(portal.read, lights, day('2025-05-01'))).toEqual({
      id: lights,
      kind: 'office',
      name: 'Lights',
      parent: 'parks',
    });
    expect(change).toMatchObject({
      action: 'unit.make',
      subject: { kind: 'unit', id: lights },
      before: null,
    });
  });

  test.each([
    [{ parent: unit('nowhere') }, { code: 'unknownUnit', unit: 'nowhere' }],
    [{ parent: unit('area') }, { code: 'wrongParent', kind: 'office', parent: 'area' }],
    [{ parent: null }, { code: 'wrongParent', kind: 'office', parent: null }],
    [{ kind: 'service' as const }, { code: 'wrongParent', kind: 'service', parent: 'service' }],
    [{ kind: 'direction' as const }, { code: 'wrongParent', kind: 'direction', parent: 'service' }],
    [{ from: day('2023-12-31') }, { code: 'unitNotThen', unit: 'parks' }],
    [{ name: '  ' }, { code: 'nameMissing' }],
    [{ to: day('2025-04-30') }, { code: 'endBeforeStart' }],
  ])('is refused with %j', async (change, fault) => {
    expect(await faultOf((write) => makeUnit(write, { ...office, ...change }))).toMatchObject(fault);
  });

  test('is refused in a unit that ends earlier', async () => {
    await done((write) => endUnit(write, unit('parks'), day('2025-12-31')));
    expect(await faultOf((write) => makeUnit(write, office))).toMatchObject({ code: 'unitNotThen' });
    await done((write) => makeUnit(write, { ...office, to: day('2025-12-31') }));
  });
});

describe('changing a unit from a day on', () => {
  test('leaves it as it was until the day before', async () => {
    await done((write) => changeUnit(write, unit('mills'), day('2025-08-01'), { name: 'Watermills' }));
    expect((await unitOn(portal.read, unit('mills'), day('2025-07-31')))?.name).toBe('Mills');
    expect((await unitOn(portal.read, unit('mills'), day('2025-08-01')))?.name).toBe('Watermills');
  });

  test('keeps a change that is known for later', async () => {
    await done((write) => changeUnit(write, unit('ports'), day('2025-02-01'), { name: 'Harbours' }));
    expect((await historyOf(portal.read, unit('ports')))?.versions).toEqual([
      { name: 'Ports', parent: 'north', ...period('2024-01-01', '2025-01-31') },
      { name: 'Harbours', parent: 'north', ...period('2025-02-01', '2025-03-31') },
      { name: 'Ports', parent: 'south', ...period('2025-04-01') },
    ]);
  });

  test('corrects what begins on that day', async () => {
    await done((write) => changeUnit(write, unit('ports'), day('2025-04-01'), { name: 'Harbours' }));
    expect((await historyOf(portal.read, unit('ports')))?.versions).toEqual([
      { name: 'Ports', parent: 'north', ...period('2024-01-01', '2025-03-31') },
      { name: 'Harbours', parent: 'south', ...period('2025-04-01') },
    ]);
  });

  test('takes people and offices along without a change of theirs', async () => {
    const before = await assignmentsOf(portal.read, person('bea'));
    await done((write) => changeUnit(write, unit('ports'), day('2025-08-01'), { parent: unit('north') }));
    const north = await staffOf(portal.read, unit('north'), day('2025-08-01'));
    expect(north.map((member) => member.person.id)).toContain('bea');
    expect(await assignmentsOf(portal.read, person('bea'))).toEqual(before);
  });

  test.each([
    [unit('ports'), 'unitNotThen', '2023-12-31', { name: 'Harbours' }],
    [unit('nowhere'), 'unknownUnit', '2025-08-01', { name: 'Harbours' }],
    [unit('ports'), 'nameMissing', '2025-08-01', { name: '' }],
    [unit('north'), 'wrongParent', '2025-08-01', { parent: unit('north') }],
    [unit('north'), 'wrongParent', '2025-08-01', { parent: unit('south') }],
    [unit('north'), 'wrongParent', '2025-08-01', { parent: unit('mills') }],
  ])('of %s is refused: %s', async (id, code, date, change) => {
    expect(await faultOf((write) => changeUnit(write, id, day(date), change))).toMatchObject({ code });
  });

  test('is refused for an office with an EQ that would come to stand in a service', async () => {
    await done((write) => appoint(write, appointed('dino', 'eq', 'press')));
    const move = (write: Writer) =>
      changeUnit(write, unit('press'), day('2025-08-01'), { parent: unit('parks') });
    expect(await faultOf(move)).toEqual({ code: 'peopleInside', people: ['dino'] });
  });
});

describe('ending a unit', () => {
  test('the last day is the last on which it exists', async () => {
    await done((write) => endUnit(write, unit('parks'), day('2025-07-31')));
    expect(await unitOn(portal.read, unit('parks'), day('2025-07-31'))).not.toBeNull();
    expect(await unitOn(portal.read, unit('parks'), day('2025-08-01'))).toBeNull();
  });

  test('makes void what was planned for later', async () => {
    await done((write) => changeUnit(write, unit('parks'), day('2025-09-01'), { name: 'Gardens' }));
    await done((write) => endUnit(write, unit('parks'), day('2025-07-31')));
    expect((await historyOf(portal.read, unit('parks')))?.versions).toHaveLength(1);
  });

  test('is refused while something stands in it later', async () => {
    expect(await faultOf((write) => endUnit(write, unit('north'), day('2025-12-31')))).toEqual({
      code: 'unitsInside',
      units: ['mills'],
    });
    expect(await faultOf((write) => endUnit(write, unit('north'), day('2025-03-30')))).toEqual({
      code: 'unitsInside',
      units: ['mills', 'ports'],
    });
  });

  test('is refused while somebody works in it later, and not once they have gone elsewhere', async () => {
    const end = (write: Writer) => endUnit(write, unit('mills'), day('2025-07-31'));
    expect(await faultOf(end)).toEqual({ code: 'peopleInside', people: ['cleo'] });
    const [inMills] = await assignmentsOf(portal.read, person('cleo'));
    await done((write) =>
      transfer(write, inMills!.id, day('2025-08-01'), { unit: unit('ports'), share: 50 }),
    );
    await done(end);
  });

  test('is allowed on the last day of the people in it, not the day before', async () => {
    const lastDay = day('2025-03-31');
    expect(await faultOf((write) => endUnit(write, unit('press'), day('2025-03-30')))).toEqual({
      code: 'peopleInside',
      people: ['dino'],
    });
    await done((write) => endUnit(write, unit('press'), lastDay));
    const [inPress] = await assignmentsOf(portal.read, person('dino'));
    const longer = (write: Writer) => changeAssignment(write, inPress!.id, { to: null });
    expect(await faultOf(longer)).toMatchObject({ code: 'unitNotThen' });
  });

  test('is refused while somebody heads it or answers for it', async () => {
    await done((write) => appoint(write, appointed('ezio', 'eq', 'parks')));
    expect(await faultOf((write) => endUnit(write, unit('parks'), day('2025-07-31')))).toMatchObject({
      people: ['ezio'],
    });
    const bare = await done((write) =>
      makeUnit(write, { kind: 'direction', name: 'East', parent: null, ...period('2025-01-01') }),
    );
    await done((write) => setRemits(write, person('ezio'), [bare.unit], day('2025-01-01')));
    expect(await faultOf((write) => endUnit(write, bare.unit, day('2025-07-31')))).toMatchObject({
      people: ['ezio'],
    });
  });
});
