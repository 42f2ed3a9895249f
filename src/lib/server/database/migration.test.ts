import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { latest } from '../cycles/service.ts';
import { openKeyring } from '../secrets/keyring.ts';
import { openPortal } from './database.ts';

const example = readFileSync('examples/cremona-2025.json', 'utf8');

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly tag: string }[];
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-migration-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A database as the first portals had it: one table, with the year of the example in it. */
function firstDatabase(): void {
  const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as Journal;
  const first = journal.entries.filter(({ idx }) => idx === 0);
  const migrations = join(folder, 'migrations');
  mkdirSync(join(migrations, 'meta'), { recursive: true });
  writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: first }));
  copyFileSync(`drizzle/${first[0]!.tag}.sql`, join(migrations, `${first[0]!.tag}.sql`));
  const client = new Database(join(folder, 'accordo.sqlite'));
  migrate(drizzle({ client }), { migrationsFolder: migrations });
  client.prepare('insert into cycle_input values (?, ?)').run(2025, example);
  client.prepare('insert into cycle_input values (?, ?)').run(2024, '{"year":2024}');
  client.close();
  openKeyring(folder, true);
}

test('a database of the first schema is brought to the present one and keeps what is in it', async () => {
  firstDatabase();
  const portal = openPortal(folder);
  try {
    expect(portal.read.all(sql`select year, document from cycle_input order by year`)).toEqual([
      { year: 2024, document: '{"year":2024}' },
      { year: 2025, document: example },
    ]);
    expect((await latest(portal.read))?.cycle.year).toBe(2025);
    expect(portal.read.all(sql`select * from account`)).toEqual([]);
    expect(portal.read.all(sql`pragma integrity_check`)).toEqual([{ integrity_check: 'ok' }]);
    expect(portal.read.all(sql`pragma foreign_key_check`)).toEqual([]);
  } finally {
    portal.close();
  }
});

test('it has then the same tables as a new one', () => {
  firstDatabase();
  const shape = (where: string) => {
    const portal = openPortal(where);
    try {
      return portal.read.all(sql`select type, name, sql from sqlite_schema order by type, name`);
    } finally {
      portal.close();
    }
  };
  expect(shape(folder)).toEqual(shape(join(folder, 'new')));
});
