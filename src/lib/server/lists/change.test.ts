import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Portal } from '../database/database.ts';
import { rankingsList } from '../entity/lists.ts';
import { objectivesList, silosList } from '../objectives/lists.ts';
import { peopleList } from '../organisation/lists/people.ts';
import { person, portalWith, TOWN } from '../organisation/small-town.ts';
import { openYear } from '../years/years.ts';
import { writeChanges, type RecordChange, type Writing } from './change.ts';
import { keyText, type Cells, type ListDefinition } from './definition.ts';
import type { RecordFault } from './fault.ts';
import { changesOf, changesOfImport } from './store.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith(TOWN));
  for (const year of [2024, 2025]) expect(await openYear(portal, 'accordo', year, 'cremona-2025')).toBeNull();
});
afterEach(() => {
  close();
});

const NOON = new Date('2026-03-01T12:00:00Z');

class Undone extends Error {}

/** Writes changes as whoever uses lists does: with a fault nothing is kept. */
async function write(
  list: ListDefinition,
  changes: readonly RecordChange[],
  { year = 2025, ...how }: Partial<Writing> & { year?: number } = {},
): Promise<RecordFault[]> {
  let faults: RecordFault[] = [];
  try {
    await portal.transaction(async (db) => {
      const writing = { by: null, at: NOON, importId: null, ...how };
      faults = await writeChanges(db, list, year, changes, writing);
      if (faults.length > 0) throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return faults;
}

const ranking = (name: string, position = '1'): Cells => ({ name, position, of: '107', source: null });
const silo = (id: string): Cells => ({ id, name: id, achievement: null });
const objective = (id: string, more: Cells = {}): Cells => ({
  ...{
    id,
    level: 'strategic',
    title: id,
    parentId: null,
    unitId: null,
    siloId: null,
    kind: null,
    weight: null,
  },
  ...{ reported: null, certified: null, certificationReason: null, description: null },
  ...more,
});

const added = (after: Cells): RecordChange => ({ before: null, after });
const removed = (before: Cells): RecordChange => ({ before, after: null });
const codes = (faults: readonly RecordFault[]) => faults.map(({ fault }) => fault.code);

const count = () => portal.read.all(sql`select count(*) as changes from record_change`);

describe('what is known of a record', () => {
  test('is everything that was said of it, by whom, when and in which import, the latest first', async () => {
    const [first, second] = [ranking('A', '3'), ranking('A', '4')];
    const ada = person('ada');
    expect(await write(rankingsList, [added(first)], { by: ada, importId: 'import' })).toEqual([]);
    expect(await write(rankingsList, [{ before: first, after: second }], { by: ada })).toEqual([]);
    expect(await write(rankingsList, [removed(second)])).toEqual([]);

    const said = await changesOf(portal.read, 'rankings', 2025, keyText(rankingsList, first));
    const at = NOON.toISOString();
    expect(said).toMatchObject([
      { at, by: null, name: null, importId: null, before: JSON.stringify(second), after: null },
      { by: 'ada', importId: null, before: JSON.stringify(first), after: JSON.stringify(second) },
      { by: 'ada', name: 'Ada Toccata', importId: 'import', before: null, after: JSON.stringify(first) },
    ]);
    expect(await changesOfImport(portal.read, 'import')).toMatchObject([{ before: null }]);
  });

  test('is kept by year, where the list is', async () => {
    await write(rankingsList, [added(ranking('A', '9'))], { year: 2024 });
    await write(rankingsList, [added(ranking('A', '3'))]);
    const said = await changesOf(portal.read, 'rankings', 2025, keyText(rankingsList, ranking('A')));
    expect(said.map(({ after }) => after)).toEqual([JSON.stringify(ranking('A', '3'))]);

    const [bea] = (await peopleList.source.all(portal.read, 2025)).filter(({ id }) => id === 'bea');
    const married = { ...bea!, familyName: 'Sordina' };
    expect(await write(peopleList, [{ before: bea!, after: married }])).toEqual([]);
    expect(await changesOf(portal.read, 'people', null, keyText(peopleList, married))).toHaveLength(1);
  });
});

describe('a change is refused', () => {
  test('if the record was changed since it was looked at, or taken out', async () => {
    await write(rankingsList, [added(ranking('A', '5'))]);
    const stale = { before: ranking('A', '3'), after: ranking('A', '4') };
    const gone = removed(ranking('B'));
    const faults = await write(rankingsList, [stale, gone]);
    expect(codes(faults)).toEqual(['changedMeanwhile', 'changedMeanwhile']);
    expect(faults.map(({ key }) => key).sort()).toEqual(['["A"]', '["B"]']);
    expect(await rankingsList.source.all(portal.read, 2025)).toEqual([ranking('A', '5')]);
  });

  test('if a new record is there already', async () => {
    await write(rankingsList, [added(ranking('A'))]);
    expect(codes(await write(rankingsList, [added(ranking('A', '2'))]))).toEqual(['alreadyThere']);
  });

  test('if something still points to what is taken out', async () => {
    await write(silosList, [added(silo('s1')), added(silo('s2'))]);
    await write(objectivesList, [added(objective('o1', { siloId: 's1' }))]);
    const faults = await write(silosList, [removed(silo('s1')), removed(silo('s2'))]);
    expect(faults).toEqual([{ key: '["s1"]', column: null, fault: { code: 'stillUsed' } }]);
    expect(await silosList.source.count(portal.read, 2025)).toBe(2);
  });

  test('if a code is another record’s already', async () => {
    await write(objectivesList, [added(objective('o1'))], { year: 2024 });
    expect(codes(await write(objectivesList, [added(objective('o1'))]))).toEqual(['taken']);
    expect(await objectivesList.source.count(portal.read, 2024)).toBe(1);
  });

  test('if the list would not hold what belongs together', async () => {
    const faults = await write(rankingsList, [added({ ...ranking('A'), position: '200' })]);
    expect(faults).toMatchObject([{ key: '["A"]', column: 'position', fault: { code: 'domain' } }]);
  });

  test('and then nothing of the others is kept either, nor that it was said', async () => {
    const before = count();
    const wrong = { ...ranking('B'), position: '200' };
    expect(await write(rankingsList, [added(ranking('A')), added(wrong)])).toHaveLength(1);
    expect(await rankingsList.source.all(portal.read, 2025)).toEqual([]);
    expect(count()).toEqual(before);
  });
});

test('what is taken out makes room for what comes: a mail can go from one person to another', async () => {
  const all = await peopleList.source.all(portal.read, 2025);
  const ada = all.find(({ id }) => id === 'ada')!;
  const eve = { ...ada, id: 'eve', givenName: 'Eve' };
  const alone = { ...ada, id: 'alone', mail: 'alone@example.test', staffNumber: 'Nalone' };
  expect(await write(peopleList, [added(alone)])).toEqual([]);
  const swapped = [added({ ...eve, mail: 'alone@example.test', staffNumber: 'Nalone' }), removed(alone)];
  expect(await write(peopleList, swapped)).toEqual([]);
});

test('a record may serve one that comes with it, in whatever order they come', async () => {
  const below = objective('a', { level: 'operational', parentId: 'z' });
  expect(await write(objectivesList, [added(below), added(objective('z'))])).toEqual([]);
});

test('it is told how far many changes are', async () => {
  const changes = Array.from({ length: 1200 }, (_, at) => added(ranking(`R${at}`)));
  const told: number[] = [];
  expect(await write(rankingsList, changes, { onProgress: (written) => told.push(written) })).toEqual([]);
  expect(told).toEqual([500, 1000]);
  expect(count()).toEqual([{ changes: 1200 }]);
});
