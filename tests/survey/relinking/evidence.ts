import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What somebody with the server's files has of one moment. */
export interface Snapshot {
  /** By name: the databases, their logs, and a backup of each. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Everything the portal wrote to its log until then. */
  readonly log: string;
}

/** Of what the attacker has: never the key of the campaign, unless a test gives it. */
const KEPT = /\.sqlite(-wal|-shm)?$/;

/**
 * Copies databases and their logs as they lie there, and makes a backup of each as SQLite's own means do.
 *
 * @param target a folder for the copies
 */
export function takeSnapshot(folder: string, target: string, log: string): Snapshot {
  mkdirSync(target, { recursive: true });
  const names = readdirSync(folder).filter((name) => KEPT.test(name));
  for (const name of names) copyFileSync(join(folder, name), join(target, name));
  for (const name of names.filter((each) => each.endsWith('.sqlite'))) {
    const db = new Database(join(folder, name), { readonly: true });
    db.prepare('VACUUM INTO ?').run(join(target, `backup-${name}`));
    db.close();
  }
  const files = readdirSync(target).map((name) => [name, readFileSync(join(target, name))] as const);
  return { files: new Map(files), log };
}

/** A response as it stands in a database at the end, with everything in it that could be found elsewhere. */
export interface FoundResponse {
  /** What the truth is compared by. */
  readonly digest: string;
  readonly marks: readonly Buffer[];
}

/** Where in all the evidence something is seen first: the earlier, the smaller. Null: nowhere. */
export function firstSeen(
  snapshots: readonly Snapshot[],
  file: RegExp,
  marks: readonly Buffer[],
): number | null {
  for (const [moment, { files }] of snapshots.entries())
    for (const [place, name] of [...files.keys()]
      .filter((each) => file.test(each))
      .sort(dataFirst)
      .entries()) {
      const bytes = files.get(name)!;
      const offsets = marks.map((mark) => bytes.indexOf(mark)).filter((offset) => offset >= 0);
      if (offsets.length > 0)
        return (moment * 10 + place) * SPAN + arrival(Math.min(...offsets), name.endsWith('-wal'));
    }
  return null;
}

const SPAN = 2 ** 40;
const PAGE = 4096;
const LOG_HEAD = 32;
const FRAME = PAGE + 24;

/** Before its log, what the database file held already. */
const dataFirst = (a: string, b: string) => Number(a.endsWith('-wal')) - Number(b.endsWith('-wal'));

/** Pages of the log come in the order of the commits; cells of a page grow from its end to its beginning. */
function arrival(offset: number, isLog: boolean): number {
  const [head, size] = isLog ? [LOG_HEAD, FRAME] : [0, PAGE];
  const page = Math.floor((offset - head) / size);
  return page * PAGE + (PAGE - (((offset - head) % size) % PAGE));
}
