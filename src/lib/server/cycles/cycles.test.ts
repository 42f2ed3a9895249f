import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPortal, type Portal } from '../database/database.ts';
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

test('the latest year is computed from what is kept', async () => {
  await portal.transaction((write) => cycles.keep(write, example.replace('"year": 2025', '"year": 2024')));
  expect((await cycles.latest(portal.read))?.cycle.year).toBe(2024);
  await portal.transaction((write) => cycles.keep(write, example));
  const computed = await cycles.latest(portal.read);
  expect(computed?.cycle.year).toBe(2025);
  expect(computed?.input.directions).toHaveLength(13);
});

test('data that the core refuses are not kept', async () => {
  const kept = portal.transaction((write) => cycles.keep(write, '{"year": 2025}'));
  await expect(kept).rejects.toThrow('directions: manca');
  expect(await cycles.latest(portal.read)).toBeNull();
});
