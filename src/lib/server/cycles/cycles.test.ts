import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recorded } from '../audit/trail.ts';
import { openPortal, type Portal } from '../database/database.ts';
import { rankingsList } from '../entity/lists.ts';
import { writeChanges } from '../lists/change.ts';
import type { Cells } from '../lists/definition.ts';
import { assigned, period, TOWN } from '../organisation/small-town.ts';
import { assign } from '../organisation/assignments/changes.ts';
import { loadBody } from '../organisation/loading.ts';
import { projectsList, projectBeneficiariesList } from '../premiums/lists.ts';
import { openYear } from '../years/years.ts';
import * as cycles from './service.ts';

const example = readFileSync('examples/cremona-2025.json', 'utf8');
let folder: string;
let portal: Portal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-cycles-'));
  portal = openPortal(folder);
});

afterEach(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an empty portal has no cycle', async () => {
  expect(await cycles.latest(portal.read)).toBeNull();
});

/** As a portal has it that was begun when a year was one document. */
const keepDocument = (year: number, document: string) =>
  portal.transaction((write) => {
    write.run(sql`insert into cycle_input values (${year}, ${document})`);
    return Promise.resolve();
  });

describe('in a portal of before the lists', () => {
  test('the latest year is computed from its document', async () => {
    await keepDocument(2024, example.replace('"year": 2025', '"year": 2024'));
    expect((await cycles.latest(portal.read))?.cycle.year).toBe(2024);
    await keepDocument(2025, example);
    const computed = await cycles.latest(portal.read);
    expect(computed?.cycle.year).toBe(2025);
    expect(computed?.input.directions).toHaveLength(13);
  });

  test('a year is computed for itself, and one of which there is nothing is none', async () => {
    await keepDocument(2024, example.replace('"year": 2025', '"year": 2024'));
    await keepDocument(2025, example);
    for (const year of [2024, 2025, 2024])
      expect((await cycles.computedYear(portal.read, year))?.cycle.year).toBe(year);
    expect(await cycles.computedYear(portal.read, 2023)).toBeNull();
  });

  test('a document that the core refuses is told of', async () => {
    await keepDocument(2025, '{"year": 2025}');
    await expect(cycles.latest(portal.read)).rejects.toThrow('directions: manca');
  });

  test('a year that is opened goes before the document', async () => {
    await keepDocument(2025, example);
    expect(await openYear(portal, 'accordo', 2024, 'cremona-2025')).toBeNull();
    expect((await cycles.latest(portal.read))?.cycle.year).toBe(2024);
  });
});

describe('in a portal with lists', () => {
  beforeEach(async () => {
    await portal.transaction((write) => loadBody(write, TOWN));
    expect(await openYear(portal, 'accordo', 2025, 'cremona-2025')).toBeNull();
  });

  const write = (list: typeof rankingsList, after: Cells) =>
    portal.transaction(async (db) => {
      const how = { by: null, at: new Date(), importId: null };
      expect(await writeChanges(db, list, 2025, [{ before: null, after }], how)).toEqual([]);
    });

  test('a year of which nothing is known yet is computed all the same', async () => {
    const computed = await cycles.latest(portal.read);
    expect(computed?.input.directions.map(({ id }) => id)).toEqual(['north', 'south']);
    expect(computed?.input.employees.map(({ id }) => id)).toEqual(['ada', 'bea', 'cleo', 'dino']);
  });

  test('what is written into a list, or about the organisation, counts at the next look; else nothing is computed anew', async () => {
    const before = await cycles.latest(portal.read);
    expect(await cycles.latest(portal.read)).toBe(before);
    await write(rankingsList, { name: 'Quality of life', position: '3', of: '107', source: null });
    const ranked = await cycles.latest(portal.read);
    expect(ranked?.input.entity.qualityOfLife).toHaveLength(1);

    await recorded(portal, 'accordo', async (db, record) => {
      const done = await assign(db, assigned('dino', 'mills', 100, period('2025-05-01')));
      if (done.ok) await record(done.change);
    });
    const staffed = await cycles.latest(portal.read);
    expect(staffed?.input.employees.find(({ id }) => id === 'dino')).toMatchObject({
      direction: 'north',
      months: 11,
    });
  });

  test('a portal never shows what another one has', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'accordo-cycles-'));
    const other = openPortal(elsewhere);
    try {
      expect(await openYear(other, 'accordo', 2025, 'cremona-2025')).toBeNull();
      expect((await cycles.latest(portal.read))?.input.directions).toHaveLength(2);
      expect((await cycles.latest(other.read))?.input.directions).toEqual([]);
    } finally {
      other.close();
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  test('data that the core refuses have no results, and nothing breaks', async () => {
    await write(projectsList, { id: 'p1', name: 'P', funding: 'own', planned: '10', reported: '10' });
    await write(projectBeneficiariesList, { projectId: 'p1', personId: 'ada', share: null, amount: '7' });
    expect(await cycles.latest(portal.read)).toBeNull();
  });
});
