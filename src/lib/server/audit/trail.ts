import type { Portal, Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { entryDigest, headDigest, START, verifyChain, type ChainFault, type Entry } from './chain.ts';
import * as store from './store.ts';

/** A person, the program itself, or whoever sits at the command line of the server. */
export type Actor = PersonId | 'accordo' | 'terminal';

/** What records are about. What is done with a survey's answers is never one. */
export type SubjectKind =
  | 'account'
  | 'campaign'
  | 'cycle'
  | 'installation'
  | 'list'
  | 'objective'
  | 'organisation'
  | 'person'
  | 'unit';

/** What happened to a record. Secrets are never part of `before` or `after`. */
export interface Change {
  /** The field's verb, such as `account.disable`. */
  readonly action: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly before?: object | null;
  readonly after?: object | null;
}

export type Record = (change: Change) => Promise<void>;

/**
 * A transaction that leaves a trace: what is done and the entry about it are kept together or not at all.
 * `work` records each change it makes.
 */
export function recorded<Result>(
  portal: Portal,
  actor: Actor,
  work: (write: Writer, record: Record) => Promise<Result>,
): Promise<Result> {
  return portal.transaction((write) =>
    work(write, (change) => append(portal.keys, write, actor, change, new Date())),
  );
}

async function append(keys: Keyring, write: Writer, actor: Actor, change: Change, now: Date): Promise<void> {
  const previous = (await store.lastDigest(write)) ?? START;
  const sequence = ((await store.head(write))?.count ?? 0) + 1;
  const entry = {
    sequence,
    at: `${now.toISOString().slice(0, 19)}Z`,
    actor,
    action: change.action,
    subjectKind: change.subject.kind,
    subjectId: change.subject.id,
    before: change.before ? JSON.stringify(change.before) : null,
    after: change.after ? JSON.stringify(change.after) : null,
  };
  const digest = entryDigest(keys, previous, entry);
  await store.append(
    write,
    { ...entry, digest },
    { count: sequence, digest: headDigest(keys, sequence, digest) },
  );
}

export interface Verification {
  /** Null: nothing was edited, removed or reordered. */
  readonly fault: ChainFault | null;
  readonly count: number;
  /** Of the last entry: kept outside the portal, it shows later that nothing up to here was rewritten. */
  readonly digest: string;
}

/**
 * Walks the whole trail.
 *
 * @param known a digest that an earlier verification gave and that was kept outside; null: none
 */
export function verify(db: Reader, keys: Keyring, known: string | null = null): Promise<Verification> {
  return store.examine(db, (entries, sealed) => verifyChain(keys, entries, sealed, known));
}

export interface Page {
  readonly entries: readonly Entry[];
  /** Where the older ones begin; null: there are none. */
  readonly older: number | null;
}

const ENTRIES_A_PAGE = 50;

/** Entries, the latest first, a page at a time. */
export async function page(db: Reader, filter: store.Filter): Promise<Page> {
  const found = await store.latest(db, filter, ENTRIES_A_PAGE + 1);
  const entries = found.slice(0, ENTRIES_A_PAGE);
  return { entries, older: found.length > ENTRIES_A_PAGE ? entries.at(-1)!.sequence : null };
}
