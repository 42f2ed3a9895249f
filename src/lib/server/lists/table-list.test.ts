import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Portal } from '../database/database.ts';
import { budgetBalanceList, rankingsList } from '../entity/lists.ts';
import { declaredFiguresList } from '../coherence/lists.ts';
import { managerialAwardsList } from '../guidelines/lists.ts';
import { objectiveOwnersList, objectivesList } from '../objectives/lists.ts';
import { remitsList } from '../organisation/lists/remits.ts';
import { unitsList } from '../organisation/lists/units.ts';
import { person, portalWith, TOWN, unit } from '../organisation/small-town.ts';
import { trainingHoursList } from '../training/lists.ts';
import type { Cells, ListDefinition, Query } from './definition.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  const [ada, ...others] = TOWN.people;
  const people = [{ ...ada!, givenName: 'Niccolò', familyName: 'Perché' }, ...others];
  ({ portal, close } = await portalWith({ ...TOWN, people }));
});
afterEach(() => {
  close();
});

const put = ({ source }: ListDefinition, records: readonly Cells[], year = 2025) =>
  portal.transaction((write) => source.put(write, year, records));

const take = ({ source }: ListDefinition, key: Cells, year = 2025) =>
  portal.transaction((write) => source.take(write, year, key));

const all = ({ source }: ListDefinition, year = 2025) => source.all(portal.read, year);

const page = ({ source }: ListDefinition, query: Partial<Query> = {}) =>
  source.page(portal.read, 2025, { words: [], within: null, sort: null, offset: 0, limit: 100, ...query });

const found = async (list: ListDefinition, column: string, query: Partial<Query>) =>
  (await page(list, query)).records.map((record) => record[column]);

const ranking = (name: string, position = '1'): Cells => ({ name, position, of: '107', source: null });

const hours = (personId: string, value: string, more: Cells = {}): Cells => ({
  ...{ personId, hours: value, days: null, exemption: null },
  ...more,
});

const objective = (id: string, title: string, more: Cells = {}): Cells => ({
  ...{ id, level: 'executive', title, parentId: null, unitId: null, siloId: null, kind: null, weight: null },
  ...{ reported: null, certified: null, certificationReason: null, description: null },
  ...more,
});

describe('a record', () => {
  test('comes back as it was put: texts, whole numbers, yes and no, nothing', async () => {
    const balance = { achieved: 'true', waiver: 'false', source: null };
    await put(budgetBalanceList, [balance]);
    expect(await all(budgetBalanceList)).toEqual([balance]);
    const record = hours('ada', '12.5', { days: '300' });
    await put(trainingHoursList, [record]);
    expect(await trainingHoursList.source.one(portal.read, 2025, { personId: 'ada' })).toEqual(record);
    expect(await trainingHoursList.source.one(portal.read, 2025, { personId: 'bea' })).toBeNull();
  });

  test('takes the place of the one with the same key', async () => {
    await put(rankingsList, [ranking('A', '3'), ranking('B')]);
    await put(rankingsList, [ranking('A', '4')]);
    expect(await all(rankingsList)).toEqual([ranking('A', '4'), ranking('B')]);
    expect(await rankingsList.source.count(portal.read, 2025)).toBe(2);
  });

  test('is taken out alone', async () => {
    await put(rankingsList, [ranking('A'), ranking('B')]);
    await take(rankingsList, { name: 'A' });
    expect(await all(rankingsList)).toEqual([ranking('B')]);
  });

  test('of one year is none of another', async () => {
    await put(rankingsList, [ranking('A', '3')]);
    await put(rankingsList, [ranking('A', '9')], 2024);
    await take(rankingsList, { name: 'A' }, 2024);
    expect([await all(rankingsList), await all(rankingsList, 2024)]).toEqual([[ranking('A', '3')], []]);
  });

  test('with the code of a record of another year is refused: that one stays where it is', async () => {
    await put(objectivesList, [objective('o1', 'Of the year before')], 2024);
    await expect(put(objectivesList, [objective('o1', 'New')])).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    });
    expect(await all(objectivesList, 2024)).toMatchObject([{ title: 'Of the year before' }]);
  });

  test('may have a key of which a part is empty', async () => {
    const declared = (subject: string | null, value: string): Cells => ({
      ...{ figure: 'staff.headcount', subject, source: 'R', relation: 'is', value, decimals: null },
    });
    await put(declaredFiguresList, [declared(null, '1'), declared('d01', '2')]);
    await put(declaredFiguresList, [declared(null, '3')]);
    expect(await all(declaredFiguresList)).toEqual([declared(null, '3'), declared('d01', '2')]);
    await take(declaredFiguresList, declared(null, ''));
    expect(await all(declaredFiguresList)).toEqual([declared('d01', '2')]);
  });

  test('of a table that numbers its rows is found by what the list calls its key', async () => {
    const remit = (validTo: string | null) => ({
      ...{ personId: 'ada', unitId: 'north', validFrom: '2025-01-01', validTo },
    });
    await put(remitsList, [remit(null)]);
    await put(remitsList, [remit('2025-06-30')]);
    expect(await all(remitsList)).toEqual([remit('2025-06-30')]);
    await take(remitsList, remit(null));
    expect(await all(remitsList)).toEqual([]);
  });

  test('of what other records of the year stand for is of that year', async () => {
    await put(objectivesList, [objective('g1', 'Ours', { level: 'group' })]);
    await put(objectivesList, [objective('g0', 'Theirs', { level: 'group' })], 2024);
    const owner = (objectiveId: string) => ({ objectiveId, personId: 'ada', weight: null });
    await put(objectiveOwnersList, [owner('g1'), owner('g0')]);
    expect(await all(objectiveOwnersList)).toEqual([owner('g1')]);
    expect(await all(objectiveOwnersList, 2024)).toEqual([owner('g0')]);
  });
});

describe('a page', () => {
  beforeEach(async () => {
    await put(trainingHoursList, [
      hours('ada', '9'),
      hours('bea', '10', { exemption: 'Aspettativa per l’Università' }),
      hours('cleo', '101.5'),
      hours('dino', '40'),
    ]);
  });

  test('is a part of all, in the order of the keys, with how many there are', async () => {
    expect(await page(trainingHoursList, { offset: 1, limit: 2 })).toMatchObject({
      records: [{ personId: 'bea' }, { personId: 'cleo' }],
      total: 4,
    });
  });

  test('is searched without accents and capital letters, in what stands there and in names referred to', async () => {
    const search = (...words: string[]) => found(trainingHoursList, 'personId', { words });
    expect(await search('universita')).toEqual(['bea']);
    expect(await search('niccolo')).toEqual(['ada']);
    expect(await search('giga')).toEqual(['cleo', 'dino']);
    expect(await search('giga', 'dino')).toEqual(['dino']);
    expect(await search('giga', 'nobody')).toEqual([]);
    expect((await page(trainingHoursList, { words: ['giga'], limit: 1 })).total).toBe(2);
  });

  test('is sorted by numbers as numbers, up and down', async () => {
    const sorted = (descending: boolean) =>
      found(trainingHoursList, 'hours', { sort: { column: 'hours', descending } });
    expect(await sorted(false)).toEqual(['9', '10', '40', '101.5']);
    expect(await sorted(true)).toEqual(['101.5', '40', '10', '9']);
    await put(rankingsList, [ranking('A', '9'), ranking('B', '10')]);
    const positions = { sort: { column: 'position', descending: true } };
    expect(await found(rankingsList, 'position', positions)).toEqual(['10', '9']);
  });

  test('is sorted by the names of who is referred to', async () => {
    const sort = { column: 'personId', descending: false };
    // De Giga, Giga, Perché, Rondò.
    expect(await found(trainingHoursList, 'personId', { sort })).toEqual(['dino', 'cleo', 'ada', 'bea']);
  });

  test('is sorted by what stands in the same list', async () => {
    await put(objectivesList, [
      objective('o1', 'Zebra', { level: 'strategic' }),
      objective('o2', 'Alpha', { level: 'strategic' }),
      objective('o3', 'Below zebra', { parentId: 'o1' }),
      objective('o4', 'Below alpha', { parentId: 'o2' }),
    ]);
    const sort = { column: 'parentId', descending: false };
    expect(await found(objectivesList, 'id', { sort })).toEqual(['o1', 'o2', 'o4', 'o3']);
    expect(await found(objectivesList, 'id', { words: ['zebra'] })).toEqual(['o1', 'o3']);
  });

  test('is sorted by the latest name of a unit', async () => {
    await put(unitsList, [
      version('north', 'North', '2024-01-01', '2024-12-31'),
      version('north', 'Zenith', '2025-01-01', null),
    ]);
    const award = (unitId: string) => ({
      ...{ unitId, planning: '1', timeliness: '1', eqObjectives: '1', reason: null },
    });
    await put(managerialAwardsList, [award('north'), award('south')]);
    const sort = { column: 'unitId', descending: false };
    expect(await found(managerialAwardsList, 'unitId', { sort })).toEqual(['south', 'north']);
  });

  test('shows who looks after a part what is about its people and units, and nothing else', async () => {
    const within = { units: [unit('north')], people: [person('cleo'), person('ada')] };
    expect(await found(trainingHoursList, 'personId', { within })).toEqual(['ada', 'cleo']);
    expect((await page(trainingHoursList, { within })).total).toBe(2);
    const nothing = { units: [], people: [] };
    expect(await page(trainingHoursList, { within: nothing })).toEqual({ records: [], total: 0 });
    await put(objectivesList, [
      objective('o1', 'North’s', { unitId: 'north' }),
      objective('o2', 'South’s', { unitId: 'south' }),
      objective('o3', 'Nobody’s'),
    ]);
    expect(await found(objectivesList, 'id', { within })).toEqual(['o1']);
    // What is the whole entity's is nobody's part.
    await put(rankingsList, [ranking('A')]);
    expect(await found(rankingsList, 'name', { within })).toEqual([]);
  });
});

const version = (unitId: string, name: string, validFrom: string, validTo: string | null): Cells => ({
  ...{ unitId, kind: 'direction', name, parentId: 'area', validFrom, validTo },
});
