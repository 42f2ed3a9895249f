import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPortal, type Portal, type Reader } from './database.ts';

let folder: string;
let portal: Portal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-db-'));
  portal = openPortal(folder);
});

afterEach(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

const pragma = (db: Reader, name: string) =>
  Object.values(db.get<object>(sql.raw(`pragma ${name}`)))[0] as unknown;
const years = (db: Reader) =>
  db.all<{ year: number }>(sql`select year from cycle_input`).map(({ year }) => year);
const keep = (db: Reader, year: number) =>
  db.run(sql`insert into cycle_input (year, document) values (${year}, '{}')`);

test('every commit is on disk before it is acknowledged, and references hold', async () => {
  await portal.transaction((write) => {
    expect(pragma(write, 'journal_mode')).toBe('wal');
    expect(pragma(write, 'synchronous')).toBe(2);
    expect(pragma(write, 'foreign_keys')).toBe(1);
    return Promise.resolve();
  });
});

test('every table is strict: a column holds what it says and nothing else', () => {
  const tables = portal.read.all<{ name: string; strict: number }>(
    sql`select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'`,
  );
  const ours = tables.filter(({ name }) => !name.startsWith('__drizzle'));
  expect(ours.map(({ name }) => name)).toContain('cycle_input');
  expect(ours.filter(({ strict }) => strict === 0)).toEqual([]);
});

test('opening it again keeps what is in it', async () => {
  await portal.transaction((write) => Promise.resolve(keep(write, 2025)));
  portal.close();
  portal = openPortal(folder);
  expect(years(portal.read)).toEqual([2025]);
});

test('readers cannot write', () => {
  expect(() => keep(portal.read, 2025)).toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: 'SQLITE_READONLY' }) as unknown }),
  );
});

test('a transaction that fails leaves nothing behind, and the next one works', async () => {
  const failing = portal.transaction((write) => {
    keep(write, 2025);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  await portal.transaction((write) => Promise.resolve(keep(write, 2026)));
  expect(years(portal.read)).toEqual([2026]);
});

test('transactions run one after the other, and readers see only what is committed', async () => {
  const seen: string[] = [];
  const transaction = (year: number) =>
    portal.transaction(async (write) => {
      keep(write, year);
      await new Promise((later) => setTimeout(later, 5));
      seen.push(`${year}: ${years(write).join()} inside, ${years(portal.read).join()} outside`);
    });
  await Promise.all([transaction(2025), transaction(2026)]);
  expect(seen).toEqual(['2025: 2025 inside,  outside', '2026: 2025,2026 inside, 2025 outside']);
});

test('a transaction inside another is refused instead of waiting for ever', async () => {
  const nested = portal.transaction(() => portal.transaction(() => Promise.resolve()));
  await expect(nested).rejects.toThrow('inside another');
});
