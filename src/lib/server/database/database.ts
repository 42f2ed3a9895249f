import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { folded } from '../texts/folded.ts';
import { openKeyring, type Keyring } from '../secrets/keyring.ts';

declare const writing: unique symbol;

/** What a store needs to read: the readers' connection, or a transaction, which sees its own changes. */
export type Reader = BetterSQLite3Database;

/** What a store needs to change something: only `transaction` hands it out. */
export type Writer = BetterSQLite3Database & { readonly [writing]: true };

/** The database of a portal. See docs/decisions/0006-database.md */
export interface Portal {
  /** The folder that holds the database and what belongs to it. */
  readonly folder: string;
  readonly keys: Keyring;
  /** Reads what has been committed. It cannot write: SQLite refuses. */
  readonly read: Reader;
  /**
   * Does everything in `work` or nothing; what it returns is on disk when the promise is fulfilled. Transactions run one
   * after the other, so `work` waits for stores only, never for the network, a password hash or another transaction.
   */
  transaction<Result>(work: (write: Writer) => Promise<Result>): Promise<Result>;
  /**
   * Writes the file anew, without free pages and in the order of the keys, and empties the log beside it: nothing that
   * was deleted and no order of arrival is left on disk.
   */
  compact(): Promise<void>;
  close(): void;
}

/**
 * Opens the database in a folder, which is made if it is missing, and brings its tables up to date.
 * What is acknowledged to a person is on disk: every commit waits for it.
 */
export function openPortal(folder: string): Portal {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'accordo.sqlite');
  // Before the database, so that there is never a database whose key was not made.
  const keys = openKeyring(folder, !existsSync(file));
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('busy_timeout = 5000');
  // What is deleted is overwritten: sealed votes must not outlive their campaign in free pages.
  writer.pragma('secure_delete = ON');
  const write = drizzle({ client: writer, casing: 'snake_case' }) as unknown as Writer;
  // A migration may build a table anew, which SQLite allows only while references are not watched.
  migrate(write, { migrationsFolder: join(process.env.ACCORDO_ROOT ?? '.', 'drizzle') });
  writer.pragma('foreign_keys = ON');

  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');
  // Searching must find «Niccolò» for `niccolo`; SQLite itself folds only plain letters.
  for (const client of [writer, reader])
    client.function('folded', { deterministic: true }, (text: unknown) =>
      typeof text === 'string' ? folded(text) : null,
    );

  const transaction = oneAfterTheOther(writer, write);
  return {
    folder,
    keys,
    read: drizzle({ client: reader, casing: 'snake_case' }),
    transaction: transaction.run,
    compact: () =>
      transaction.alone(() => {
        writer.exec('VACUUM');
        writer.pragma('wal_checkpoint(TRUNCATE)');
      }),
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

function oneAfterTheOther(client: Database.Database, write: Writer) {
  let last: Promise<unknown> = Promise.resolve();
  const inside = new AsyncLocalStorage<true>();

  function alone<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    // It would wait for itself for ever.
    if (inside.getStore()) throw new Error('a transaction was begun inside another');
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  }

  const run: Portal['transaction'] = (work) =>
    alone(async () => {
      client.exec('BEGIN IMMEDIATE');
      try {
        const result = await inside.run(true, () => work(write));
        client.exec('COMMIT');
        return result;
      } catch (error) {
        if (client.inTransaction) client.exec('ROLLBACK');
        throw error;
      }
    });

  return { run, alone };
}

let opened: Portal | undefined;

/** The database of this portal. Opened when it is first asked for: the build reads this file too. */
export function portal(): Portal {
  return (opened ??= openPortal(process.env.ACCORDO_DATA ?? 'data'));
}
