import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Reader } from '../lib/server/database/database.ts';
import { Refusal } from './refusal.ts';

/** The database that a name stands for: the file itself, or `accordo.sqlite` in a folder. Throws `Refusal` if there is none. */
export function databaseFile(name: string): string {
  const file = existsSync(name) && statSync(name).isDirectory() ? join(name, 'accordo.sqlite') : name;
  if (!existsSync(file))
    throw new Refusal([`dati: ${file} non esiste; indicare un archivio o la sua cartella`]);
  return file;
}

/**
 * Does something with a database that is only read, such as a copy or a backup; no key is needed. Throws `Refusal` if the
 * file is no database of a portal, or a damaged one.
 */
export async function withCopy(file: string, work: (read: Reader) => Promise<void>): Promise<void> {
  let client: Database.Database | undefined;
  try {
    client = new Database(file, { readonly: true });
    const damage = client.pragma('integrity_check', { simple: true });
    if (damage !== 'ok') throw new Refusal([`dati: ${file} è danneggiato; usare un’altra copia`]);
    if (!client.prepare(`select 1 from sqlite_master where name = 'campaign'`).get())
      throw new Refusal([`dati: ${file} non è un archivio di Accordo, o è di una versione precedente`]);
    await work(drizzle({ client, casing: 'snake_case' }));
  } catch (error) {
    throw error instanceof Database.SqliteError
      ? new Refusal([`dati: ${file} non si legge (${error.code}); usare un’altra copia`])
      : error;
  } finally {
    client?.close();
  }
}
