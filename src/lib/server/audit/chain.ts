import type { Keyring } from '../secrets/keyring.ts';

/** Who acted: a person, or the program itself (`accordo`), or a command line (`terminal`). */
export interface Entry {
  readonly sequence: number;
  /** UTC, to the second. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** JSON of the record before; null: it was not there. */
  readonly before: string | null;
  /** JSON of the record after; null: it is gone. */
  readonly after: string | null;
  readonly digest: string;
}

export interface Head {
  readonly count: number;
  readonly digest: string;
}

/** The digest before the first entry. */
export const START = 'accordo';

/** The digest of an entry: of all it says and of the entry before it, with a key that is not in the database. */
export function entryDigest(keys: Keyring, previous: string, entry: Omit<Entry, 'digest'>): string {
  const { sequence, at, actor, action, subjectKind, subjectId, before, after } = entry;
  const text = JSON.stringify([previous, sequence, at, actor, action, subjectKind, subjectId, before, after]);
  return keys.mac('audit', text);
}

/** The seal on the number of entries and the last of them. */
export function headDigest(keys: Keyring, count: number, lastDigest: string): string {
  return keys.mac('audit', JSON.stringify(['head', count, lastDigest]));
}

export type ChainFault =
  | { readonly code: 'changed'; readonly sequence: number }
  | { readonly code: 'missing'; readonly sequence: number }
  | { readonly code: 'head' }
  | { readonly code: 'known' };

/**
 * Walks the entries from first to last. `changed`: this entry, or its place, is not what was written; `missing`: there
 * is a gap before the next entry; `head`: the sealed number of entries and the entries do not agree; `known`: an entry
 * whose digest was kept outside is not there any more, so an older state was put back.
 *
 * @param known a digest kept outside; null: none
 * @returns the first fault, or null; and the last digest, to be kept outside
 */
export function verifyChain(
  keys: Keyring,
  entries: Iterable<Entry>,
  head: Head | null,
  known: string | null,
): { readonly fault: ChainFault | null; readonly count: number; readonly digest: string } {
  let count = 0;
  let digest = START;
  let met = known === null;
  for (const entry of entries) {
    if (entry.sequence !== count + 1)
      return { fault: { code: 'missing', sequence: count + 1 }, count, digest };
    if (entry.digest !== entryDigest(keys, digest, entry))
      return { fault: { code: 'changed', sequence: entry.sequence }, count, digest };
    count = entry.sequence;
    digest = entry.digest;
    met ||= digest === known;
  }
  const agrees = head?.count === count && head.digest === headDigest(keys, count, digest);
  const fault = agrees ? (met ? null : ({ code: 'known' } as const)) : ({ code: 'head' } as const);
  return { fault, count, digest };
}
