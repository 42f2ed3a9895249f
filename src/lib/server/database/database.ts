import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

export type Db = BetterSQLite3Database & { readonly $client: Database.Database };

/**
 * Opens the database in a folder, which is made if it is missing, and brings its tables up to date.
 * What is acknowledged to a person is on disk: every commit waits for it.
 */
export function openDatabase(folder: string): Db {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = new Database(join(folder, 'accordo.sqlite'));
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('busy_timeout = 5000');
  const db = drizzle({ client, casing: 'snake_case' });
  migrate(db, { migrationsFolder: resolve('drizzle') });
  return db;
}

let opened: Db | undefined;

/** The database of this portal. Opened when it is first asked for: the build reads this file too. */
export function database(): Db {
  return (opened ??= openDatabase(process.env.ACCORDO_DATA ?? 'data'));
}
