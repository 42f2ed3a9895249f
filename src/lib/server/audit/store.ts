import { and, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { Entry, Head } from './chain.ts';
import { auditEntry, auditHead } from './schema.ts';

const HEAD = 1;
const ROWS_A_READ = 1000;

type Queries = Pick<Reader, 'select'>;

/** The sealed number of entries; null before the first. */
export function head(db: Reader): Promise<Head | null> {
  return Promise.resolve(headOf(db));
}

function headOf(db: Queries): Head | null {
  const row = db
    .select({ count: auditHead.count, digest: auditHead.digest })
    .from(auditHead)
    .where(eq(auditHead.id, HEAD))
    .get();
  return row ?? null;
}

/** The digest of the last entry; null before the first. */
export function lastDigest(db: Reader): Promise<string | null> {
  const row = db
    .select({ digest: auditEntry.digest })
    .from(auditEntry)
    .orderBy(desc(auditEntry.sequence))
    .limit(1)
    .get();
  return Promise.resolve(row?.digest ?? null);
}

export function append(db: Writer, entry: Entry, newHead: Head): Promise<void> {
  db.insert(auditEntry).values(entry).run();
  db.insert(auditHead)
    .values({ id: HEAD, ...newHead })
    .onConflictDoUpdate({ target: auditHead.id, set: newHead })
    .run();
  return Promise.resolve();
}

/** Shows all entries, from the first to the last, and the sealed number of them as they are at one moment. */
export function examine<Result>(
  db: Reader,
  look: (entries: Iterable<Entry>, sealed: Head | null) => Result,
): Promise<Result> {
  return Promise.resolve(db.transaction((moment) => look(allEntries(moment), headOf(moment))));
}

function* allEntries(db: Queries): Generator<Entry> {
  let rows: Entry[];
  let after = Number.MIN_SAFE_INTEGER;
  do {
    rows = db
      .select()
      .from(auditEntry)
      .where(gt(auditEntry.sequence, after))
      .orderBy(auditEntry.sequence)
      .limit(ROWS_A_READ)
      .all();
    yield* rows;
    after = rows.at(-1)?.sequence ?? after;
  } while (rows.length === ROWS_A_READ);
}

export interface Filter {
  /** Only entries older than this one. */
  readonly before: number | null;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  /** A person as actor or as subject. */
  readonly person: string | null;
}

/** Entries, the latest first. */
export function latest(db: Reader, { before, subject, person }: Filter, limit: number): Promise<Entry[]> {
  const conditions: (SQL | undefined)[] = [
    before === null ? undefined : lt(auditEntry.sequence, before),
    subject === null
      ? undefined
      : and(eq(auditEntry.subjectKind, subject.kind), eq(auditEntry.subjectId, subject.id)),
    person === null
      ? undefined
      : or(
          eq(auditEntry.actor, person),
          and(eq(auditEntry.subjectKind, 'person'), eq(auditEntry.subjectId, person)),
        ),
  ];
  return Promise.resolve(
    db
      .select()
      .from(auditEntry)
      .where(and(...conditions))
      .orderBy(desc(auditEntry.sequence))
      .limit(limit)
      .all(),
  );
}
