import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, unlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expectDatabase } from './portal-folder.ts';
import { Refusal } from './refusal.ts';

/**
 * `accordo backup FILE`: a consistent copy of the database, also while the portal runs. It is written anew in the order of
 * the keys, so it tells no order of arrival; no key is in it. Never overwrites.
 */
export function backupCommand(args: readonly string[]): Promise<void> {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0) throw new Refusal(['backup: si usa «backup FILE»']);
  const target = resolve(name);
  expectDatabase();
  reserve(target);
  const openCampaigns = copy(join(process.env.ACCORDO_DATA ?? 'data', 'accordo.sqlite'), target);
  process.stdout.write(`${words(target, openCampaigns).join('\n')}\n`);
  return Promise.resolve();
}

/** Takes the name, so that nobody's file is overwritten: an empty file, which nobody else may read. */
function reserve(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refusal([`backup: ${target} esiste già; scegliere un altro nome`]);
    throw new Refusal([`backup: ${target} non si può scrivere (${code}); scegliere un’altra cartella`]);
  }
}

/**
 * Under another name until it is whole and on disk: a copy that was cut off is never taken for a backup.
 *
 * @returns how many campaigns are open in it
 */
function copy(source: string, target: string): number {
  const unfinished = `${target}.${randomUUID()}.part`;
  reserve(unfinished);
  try {
    const client = new Database(source, { readonly: true });
    try {
      client.pragma('busy_timeout = 5000');
      client.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      client.close();
    }
    const openCampaigns = examined(unfinished);
    // SQLite does not wait for the disk here.
    sync(unfinished);
    renameSync(unfinished, target);
    sync(dirname(target));
    return openCampaigns;
  } catch (error) {
    unlinkSync(unfinished);
    unlinkSync(target);
    throw error;
  }
}

/** Reads the copy through, as a restoration would have to. */
function examined(file: string): number {
  const client = new Database(file, { readonly: true });
  try {
    const damage = client.pragma('integrity_check', { simple: true });
    if (damage !== 'ok') throw new Refusal(['backup: la base dati è danneggiata; non è stata copiata']);
    if (!client.prepare(`select 1 from sqlite_master where name = 'campaign'`).get()) return 0;
    const row = client.prepare(`select count(*) as open from campaign where state = 'open'`).get();
    return (row as { open: number }).open;
  } finally {
    client.close();
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function words(target: string, openCampaigns: number): string[] {
  const key = process.env.ACCORDO_KEY
    ? 'la chiave ACCORDO_KEY'
    : `il file della chiave, ${process.env.ACCORDO_KEY_FILE ?? 'accordo.key'}`;
  return [
    `Copia fatta e verificata: ${target}`,
    `Non contiene nessuna chiave: conservare a parte, in un altro posto, ${key}. Senza, i segreti della copia non si aprono.`,
    'Per ripristinare: mettere la copia in una cartella vuota con il nome accordo.sqlite, insieme alla chiave.',
    ...(openCampaigns > 0
      ? [
          'Un sondaggio è aperto: i suoi voti sono nella copia solo sigillati. La chiave che li apre non sta, di proposito,',
          'in nessuna copia, e alla chiusura si distrugge: è ciò che tiene anonimo il sondaggio. Se si perde il disco prima',
          'della chiusura, da questa copia i voti non si recuperano e il sondaggio va rifatto. Dopo la chiusura fare una',
          'nuova copia: quella contiene i voti contati.',
        ]
      : []),
  ];
}
