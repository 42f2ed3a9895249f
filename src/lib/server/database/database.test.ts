import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase, type Db } from './database.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordo-db-'));
let db: Db | undefined;

afterEach(() => {
  db?.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every commit is on disk before it is acknowledged, and references hold', () => {
  db = openDatabase(join(folder, 'new'));
  expect(db.$client.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.$client.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('every table is strict: a column holds what it says and nothing else', () => {
  db = openDatabase(folder);
  const tables = db.$client
    .prepare("select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'")
    .all() as { name: string; strict: number }[];
  const ours = tables.filter(({ name }) => !name.startsWith('__drizzle'));
  expect(ours.map(({ name }) => name)).toContain('cycle_input');
  expect(ours.filter(({ strict }) => strict === 0)).toEqual([]);
});

test('opening it again keeps what is in it', () => {
  db = openDatabase(folder);
  db.$client.prepare("insert into cycle_input (year, document) values (2025, '{}')").run();
  db.$client.close();
  db = openDatabase(folder);
  expect(db.$client.prepare('select year from cycle_input').pluck().all()).toEqual([2025]);
});
