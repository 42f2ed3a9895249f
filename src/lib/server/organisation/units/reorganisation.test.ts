import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, daysLater, type IsoDate } from '#core/calendar/iso-date.ts';
import { includes } from '#core/calendar/period.ts';
import { headCounts, staffOf } from '../assignments/assignments.ts';
import * as assignmentStore from '../assignments/store.ts';
import { assign, transfer } from '../assignments/changes.ts';
import type { Portal, Writer } from '../../database/database.ts';
import { UNIT_KINDS, type UnitHistory, type UnitId } from '../model.ts';
import { portalWith, TOWN } from '../small-town.ts';
import { changeUnit, endUnit, makeUnit } from './changes.ts';
import * as store from './store.ts';

/** The days looked at, and a little more than the days on which something happens. */
const FIRST = day('2025-03-20');
const DAYS = Array.from({ length: 26 }, (_, at) => daysLater(FIRST, at));

let portal: Portal;
let close: () => void;

beforeAll(async () => {
  ({ portal, close } = await portalWith(TOWN));
});

afterAll(() => {
  close();
});

const days = fc.constantFrom(...DAYS.slice(2, -2));
const someone = fc.nat();
const step = fc.oneof(
  fc.record({
    does: fc.constant('make' as const),
    kind: fc.constantFrom(...UNIT_KINDS),
    parent: fc.option(someone, { freq: 5 }),
    from: days,
    length: fc.option(fc.nat(20), { freq: 2 }),
  }),
  fc.record({ does: fc.constant('move' as const), unit: someone, parent: fc.option(someone), on: days }),
  fc.record({ does: fc.constant('end' as const), unit: someone, on: days }),
  fc.record({
    does: fc.constant('assign' as const),
    who: someone,
    unit: someone,
    share: fc.integer(),
    on: days,
  }),
  fc.record({ does: fc.constant('transfer' as const), which: someone, unit: someone, on: days }),
);

/** Does what is asked, if it is not refused: most of what chance asks for is impossible. */
async function attempt(write: Writer, asked: typeof step extends fc.Arbitrary<infer Step> ? Step : never) {
  const units = [...(await store.histories(write)).keys()];
  const pick = (at: number): UnitId => units[at % units.length]!;
  switch (asked.does) {
    case 'make': {
      const parent = asked.parent === null ? null : pick(asked.parent);
      const to = asked.length === null ? null : daysLater(asked.from, asked.length);
      return makeUnit(write, { kind: asked.kind, name: asked.kind, parent, from: asked.from, to });
    }
    case 'move':
      return changeUnit(write, pick(asked.unit), asked.on, {
        parent: asked.parent === null ? null : pick(asked.parent),
      });
    case 'end':
      return endUnit(write, pick(asked.unit), asked.on);
    case 'assign': {
      const { id: person } = TOWN.people[asked.who % TOWN.people.length]!;
      const share = (Math.abs(asked.share) % 100) + 1;
      return assign(write, { person, unit: pick(asked.unit), share, from: asked.on, to: null });
    }
    case 'transfer': {
      const all = await assignmentStore.find(write, {});
      const { id, share } = all[asked.which % all.length]!;
      return transfer(write, id, asked.on, { unit: pick(asked.unit), share });
    }
  }
}

/** Climbs from a unit to the entity, as a person with the list of versions would. */
function heightOf(units: ReadonlyMap<UnitId, UnitHistory>, id: UnitId, date: IsoDate): number {
  let height = 0;
  for (let at: UnitId | null = id; at !== null; height++) {
    const versions: UnitHistory['versions'] = units
      .get(at)!
      .versions.filter((version) => includes(version, date));
    expect(versions, `${at} on ${date}`).toHaveLength(1);
    expect(height, `${id} on ${date} stands in itself`).toBeLessThan(units.size);
    at = versions[0]!.parent;
  }
  return height;
}

async function expectSound(write: Writer): Promise<void> {
  const units = await store.histories(write);
  const assignments = await assignmentStore.find(write, {});
  for (const date of DAYS) {
    for (const { id, versions } of units.values()) {
      const there = versions.filter((version) => includes(version, date));
      expect(there.length, `${id} on ${date}`).toBeLessThanOrEqual(1);
      if (there.length === 1) heightOf(units, id, date);
    }
    const today = assignments.filter((assignment) => includes(assignment, date));
    for (const { unit } of today) heightOf(units, unit, date);
    for (const { id } of TOWN.people) {
      const shares = today.filter(({ person }) => person === id).map(({ share }) => share);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100);
    }
    await expectEverybodyCounted(write, date, new Set(today.map(({ person }) => person)));
  }
}

async function expectEverybodyCounted(write: Writer, date: IsoDate, assigned: ReadonlySet<string>) {
  const { directions, outside, all } = await headCounts(write, date);
  expect(all).toBe(assigned.size);
  const inside = new Set<string>();
  for (const [direction, count] of directions) {
    const staff = await staffOf(write, direction, date);
    expect(staff).toHaveLength(count);
    for (const { person } of staff) inside.add(person.id);
  }
  expect(inside.size + outside).toBe(all);
}

test('after any reorganisation every unit stands once a day, somewhere that exists, and everybody is counted', async () => {
  const undo = new Error('undo');
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const run = portal.transaction(async (write) => {
        for (const asked of steps) if ((await attempt(write, asked)).ok) accepted++;
        await expectSound(write);
        throw undo;
      });
      await expect(run).rejects.toBe(undo);
    }),
    { numRuns: 40 },
  );
  // Otherwise it would show nothing.
  expect(accepted).toBeGreaterThan(100);
}, 60_000);
