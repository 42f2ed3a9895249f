import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Db } from '../database/database.ts';
import { directionResult, overview } from './overview.ts';
import * as cycles from './service.ts';

const example = readFileSync('examples/cremona-2025.json', 'utf8');
let folder: string;
let db: Db;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-cycles-'));
  db = openDatabase(folder);
});

afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an empty portal has no cycle', async () => {
  expect(await cycles.latest(db)).toBeNull();
});

test('the example is kept once and computed from what is kept', async () => {
  await cycles.keepFirst(db, example);
  await cycles.keepFirst(db, example.replace('"year": 2025', '"year": 2026'));
  const computed = await cycles.latest(db);
  expect(computed?.cycle.year).toBe(2025);
  expect(overview(computed!).directions).toHaveLength(13);
});

test('data that the core refuses are not kept', async () => {
  await expect(cycles.keepFirst(db, '{"year": 2025}')).rejects.toThrow('directions: manca');
  expect(await cycles.latest(db)).toBeNull();
});

test('the page of the year and of a direction hold nothing of a single employee', async () => {
  await cycles.keepFirst(db, example);
  const computed = (await cycles.latest(db))!;
  const shown = JSON.stringify([
    overview(computed),
    ...computed.input.directions.map(({ id }) => directionResult(computed, id)),
  ]);
  for (const { id } of computed.input.employees) expect(shown).not.toContain(`"${id}"`);
  expect(directionResult(computed, 'd99')).toBeNull();
});
