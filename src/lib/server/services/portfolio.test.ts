import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Portal } from '../database/database.ts';
import { unit } from '../organisation/small-town.ts';
import { HOLDER } from '../permissions/borough.ts';
import { subjectOf } from '../permissions/subject.ts';
import { openServices, result } from './borough-services.ts';
import { portfolioOf } from './portfolio.ts';
import { servicePage } from './service-page.ts';
import { serviceTasks } from './tasks.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  const results = [
    result('bread-1', '10', '11'),
    // Improved against the standard of the beginning, worsened against the one that counts.
    result('bread-2', '20', '25', { changedStandard: '30' }),
    result('cakes-1', '1', '1'),
    result('boats-1', '5', null),
  ];
  ({ portal, close } = await openServices(results, { 2024: [result('bread-1', '10', '9')] }));
});
afterEach(() => {
  close();
});

const all = { direction: null, words: '' };

test('outcomes are counted by service, by direction and in all, with the parts as they are published', async () => {
  const portfolio = await portfolioOf(portal.read, 2025, CREMONA_2025, 'all', all);
  expect(portfolio.total).toEqual({
    counts: { improved: 1, unchanged: 1, worsened: 1, notAssessable: 1 },
    shares: { improved: 2500, unchanged: 2500, worsened: 2500, notAssessable: 2500 },
    total: 4,
  });
  expect(portfolio.directions).toMatchObject([
    { id: 'docks', outcomes: { counts: { notAssessable: 1 }, total: 1 } },
    { id: 'mills', outcomes: { counts: { improved: 1, unchanged: 1, worsened: 1 }, total: 3 } },
  ]);
  expect(portfolio.directions[1]!.outcomes.shares.improved).toBe(3333);
  const services = portfolio.areas.flatMap((area) => area.services);
  expect(services.map(({ id, outcomes }) => [id, outcomes.total])).toEqual([
    ['bread', 2],
    ['cakes', 1],
    ['boats', 1],
  ]);
});

test('a direction, words and reach narrow it', async () => {
  const found = async (choice: object, reach: Parameters<typeof portfolioOf>[3] = 'all') =>
    portfolioOf(portal.read, 2025, CREMONA_2025, reach, { ...all, ...choice });
  expect((await found({ direction: 'docks' })).total.total).toBe(1);
  const searched = await found({ words: 'FLOUR' });
  expect(searched.areas.flatMap(({ services }) => services.map(({ id }) => id))).toEqual(['cakes']);
  expect(searched.total.total).toBe(4);
  const own = await found({ direction: 'docks' }, { units: [unit('grain')], people: [] });
  expect(own.total.total).toBe(2);
  expect(own.directions.map(({ id }) => id)).toEqual(['mills']);
});

test('the years stand beside each other, the earliest first', async () => {
  const { history } = await portfolioOf(portal.read, 2025, CREMONA_2025, 'all', all);
  expect(history.map(({ year, outcomes }) => [year, outcomes.counts.worsened, outcomes.total])).toEqual([
    [2024, 1, 1],
    [2025, 1, 4],
  ]);
});

test('an indicator whose standard was changed shows the outcome against each, and why', async () => {
  const page = await servicePage(portal.read, 'bread', 2025, CREMONA_2025, 'all', 'it');
  expect(page?.indicators[1]?.current).toMatchObject({
    standard: '20',
    changedStandard: '30',
    counts: { outcome: 'worsened', why: { rule: 'IND-O' } },
    againstFirst: { outcome: 'improved', why: { rule: 'IND-O' } },
  });
  expect(page?.indicators[0]).toMatchObject({
    current: { againstFirst: null },
    history: [{ year: 2024, counts: { outcome: 'worsened' } }],
  });
});

test('a service out of reach is not there', async () => {
  const reach = { units: [unit('grain')], people: [] };
  expect(await servicePage(portal.read, 'boats', 2025, CREMONA_2025, reach, 'it')).toBeNull();
  expect(await servicePage(portal.read, 'bread', 2025, CREMONA_2025, reach, 'it')).not.toBeNull();
});

test('who reports is asked for the values that are missing within reach', async () => {
  const tasks = async (person: (typeof HOLDER)[keyof typeof HOLDER]) =>
    serviceTasks(portal.read, await subjectOf(portal.read, person, day('2025-06-01')));
  expect(await tasks('ximena' as typeof HOLDER.executive)).toMatchObject([{ href: '/servizi/griglia' }]);
  expect(await tasks(HOLDER.executive)).toEqual([]);
  expect(await tasks(HOLDER.technicalStructure)).toEqual([]);
});
