import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal, Writer } from '../../database/database.ts';
import type { Outcome } from '../fault.ts';
import { assigned, period, person, portalWith, TOWN, unit } from '../small-town.ts';
import { assignmentsOf, headCounts, scopeOf, staffOf } from './assignments.ts';
import { assign, changeAssignment, transfer } from './changes.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith(TOWN));
});

afterEach(() => {
  close();
});

const staff = async (id: string, date: string) =>
  (await staffOf(portal.read, unit(id), day(date))).map(({ person, assignments }) =>
    [person.id, ...assignments.map(({ share }) => share)].join(' '),
  );

const change = (work: (write: Writer) => Promise<Outcome>) => portal.transaction(work);

async function faultOf(who: string, work: (write: Writer) => Promise<Outcome>) {
  const before = await assignmentsOf(portal.read, person(who));
  const outcome = await change(work);
  expect(await assignmentsOf(portal.read, person(who))).toEqual(before);
  return outcome.ok ? null : outcome.fault;
}

describe('who works in a direction', () => {
  test('changes on the day a service moves to another, without a change of their assignment', async () => {
    expect(await staff('north', '2025-03-31')).toEqual(['cleo 50 50', 'bea 100', 'ada 100']);
    expect(await staff('south', '2025-03-31')).toEqual(['dino 100']);
    expect(await staff('north', '2025-04-01')).toEqual(['cleo 50', 'ada 100']);
    expect(await staff('south', '2025-04-01')).toEqual(['cleo 50', 'bea 100']);
  });

  test('includes the first and the last day of an assignment, not the day before and after', async () => {
    await change((write) =>
      assign(write, assigned('dino', 'parks', 100, period('2025-05-01', '2025-05-31'))),
    );
    expect(await staff('parks', '2025-04-30')).toEqual([]);
    expect(await staff('parks', '2025-05-01')).toEqual(['dino 100']);
    expect(await staff('parks', '2025-05-31')).toEqual(['dino 100']);
    expect(await staff('parks', '2025-06-01')).toEqual([]);
  });

  test('lasts until further notice where no end is known', async () => {
    expect(await staff('mills', '2099-12-31')).toEqual(['cleo 50']);
  });

  test('is told of a service or an office in the same way', async () => {
    expect(await staff('ports', '2025-04-01')).toEqual(['cleo 50', 'bea 100']);
    expect(await staff('piers', '2025-04-01')).toEqual(['bea 100']);
  });

  test('is nobody where the unit does not exist', async () => {
    expect(await staff('north', '2023-12-31')).toEqual([]);
    expect(await staff('nowhere', '2025-04-01')).toEqual([]);
  });
});

test('heads are counted per direction, outside directions, and each once in all', async () => {
  const counts = async (date: string) => {
    const { directions, ...rest } = await headCounts(portal.read, day(date));
    return { ...Object.fromEntries(directions), ...rest };
  };
  expect(await counts('2025-03-31')).toEqual({ north: 3, south: 1, outside: 1, all: 5 });
  // Half of Cleo has gone south with the ports; Dino has left.
  expect(await counts('2025-04-01')).toEqual({ north: 2, south: 2, outside: 1, all: 4 });
});

test.each([
  ['cleo', '2025-03-31', ['mills', 'ports'], ['north']],
  ['cleo', '2025-04-01', ['mills', 'ports'], ['north', 'south']],
  ['bea', '2025-04-01', ['ports'], ['south']],
  ['ada', '2025-04-01', [], ['north']],
  ['dino', '2025-03-31', ['press'], ['south']],
  ['dino', '2025-04-01', [], []],
  ['ezio', '2025-04-01', ['support'], []],
])('%s belongs on %s to services %j and directions %j', async (who, date, services, directions) => {
  expect(await scopeOf(portal.read, person(who), day(date))).toEqual({ services, directions });
});

describe('assigning', () => {
  test.each([
    [assigned('dino', 'nowhere'), { code: 'unknownUnit', unit: 'nowhere' }],
    [assigned('nobody', 'mills'), { code: 'unknownPerson', person: 'nobody' }],
    [assigned('dino', 'parks', 100, period('2023-12-31')), { code: 'unitNotThen', unit: 'parks' }],
    [assigned('dino', 'parks', 100, period('2025-05-02', '2025-05-01')), { code: 'endBeforeStart' }],
    [assigned('dino', 'parks', 0, period('2025-05-01')), { code: 'shareOutOfRange' }],
    [assigned('dino', 'parks', 101, period('2025-05-01')), { code: 'shareOutOfRange' }],
    [assigned('dino', 'parks', 33.5, period('2025-05-01')), { code: 'shareOutOfRange' }],
    // The last day in the press office is the first here.
    [
      assigned('dino', 'parks', 1, period('2025-03-31')),
      { code: 'sharesOverWhole', from: '2025-03-31', total: 101 },
    ],
  ])('%j is refused', async (added, fault) => {
    expect(await faultOf('dino', (write) => assign(write, added))).toMatchObject(fault);
  });

  test('is allowed from the day after on, and beside another as long as both are not over the whole', async () => {
    const from = period('2025-04-01');
    expect(await change((write) => assign(write, assigned('dino', 'parks', 60, from)))).toMatchObject({
      ok: true,
      change: { action: 'assignment.add', subject: { kind: 'person', id: 'dino' }, before: null },
    });
    expect((await change((write) => assign(write, assigned('dino', 'mills', 40, from)))).ok).toBe(true);
    expect(await staff('parks', '2025-04-01')).toEqual(['dino 60']);
  });

  test('is refused for the first later day on which it would be too much', async () => {
    await change((write) => assign(write, assigned('dino', 'parks', 60, period('2025-09-01'))));
    await change((write) => assign(write, assigned('dino', 'mills', 40, period('2025-10-01'))));
    const added = assigned('dino', 'ports', 30, period('2025-06-01'));
    expect(await faultOf('dino', (write) => assign(write, added))).toEqual({
      code: 'sharesOverWhole',
      from: '2025-10-01',
      total: 130,
    });
  });
});

describe('changing an assignment', () => {
  const first = async (who: string) => (await assignmentsOf(portal.read, person(who)))[0]!;

  test('ends it with its last day', async () => {
    const { id } = await first('bea');
    await change((write) => changeAssignment(write, id, { to: day('2025-06-30') }));
    expect(await staff('piers', '2025-06-30')).toEqual(['bea 100']);
    expect(await staff('piers', '2025-07-01')).toEqual([]);
  });

  test('is checked beside the others, not beside itself', async () => {
    const { id } = await first('cleo');
    expect((await change((write) => changeAssignment(write, id, { share: 40 }))).ok).toBe(true);
    expect(await faultOf('cleo', (write) => changeAssignment(write, id, { share: 51 }))).toMatchObject({
      code: 'sharesOverWhole',
    });
    expect(await faultOf('cleo', (write) => changeAssignment(write, 999, {}))).toEqual({
      code: 'unknownRecord',
    });
  });

  test('transfer: elsewhere from a day on, with both records for the trail', async () => {
    const { id } = await first('bea');
    const outcome = await change((write) =>
      transfer(write, id, day('2025-08-01'), { unit: unit('mills'), share: 100 }),
    );
    expect(await assignmentsOf(portal.read, person('bea'))).toMatchObject([
      { unit: 'piers', to: '2025-07-31' },
      { unit: 'mills', from: '2025-08-01', to: null },
    ]);
    expect(outcome).toMatchObject({
      change: { before: { unit: 'piers', to: null }, after: [{ unit: 'piers' }, { unit: 'mills' }] },
    });
  });

  test.each([
    ['2025-04-01', 'after its end'],
    ['2024-01-01', 'on its first day: that is a correction'],
    ['2023-06-01', 'before it began'],
  ])('a transfer on %s is refused: %s', async (date) => {
    const { id } = await first('dino');
    const elsewhere = { unit: unit('mills'), share: 100 };
    expect(await faultOf('dino', (write) => transfer(write, id, day(date), elsewhere))).toEqual({
      code: 'unknownRecord',
    });
  });

  test('a transfer that cannot be leaves the old assignment as it was', async () => {
    const { id } = await first('bea');
    const nowhere = { unit: unit('nowhere'), share: 100 };
    expect(await faultOf('bea', (write) => transfer(write, id, day('2025-08-01'), nowhere))).toMatchObject({
      code: 'unknownUnit',
    });
  });
});
