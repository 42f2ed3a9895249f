import { setImmediate } from 'node:timers/promises';
import type { Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { keyText, same, type Cells, type ListDefinition } from './definition.ts';
import type { RecordFault } from './fault.ts';
import * as store from './store.ts';

/** One record as it was and as it is to be; null: it is not there. */
export interface RecordChange {
  readonly before: Cells | null;
  readonly after: Cells | null;
}

export interface Writing {
  /** Null: the program itself. */
  readonly by: PersonId | null;
  readonly at: Date;
  readonly importId: string | null;
  /** Told now and then how many changes are written. */
  readonly onProgress?: (written: number) => void;
}

/** After how many records others get a turn. */
const TURN = 500;

/**
 * Writes changes of a list and what is known of them: who said it, when, by which file. Whoever calls it undoes the
 * transaction if there are faults.
 *
 * @returns what is wrong with the list as it would be; empty: nothing
 */
export async function writeChanges(
  write: Writer,
  definition: ListDefinition,
  year: number,
  changes: readonly RecordChange[],
  { by, at, importId, onProgress }: Writing,
): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  const { source } = definition;
  const ofYear = definition.yearly ? year : null;
  const kept: store.KeptChange[] = [];
  let written = 0;
  // What is taken out goes first: it may make room for what takes its place.
  const ordered = [...changes].sort(
    (a, b) =>
      Number(a.after !== null) - Number(b.after !== null) ||
      (a.after && b.after && definition.before ? definition.before(a.after, b.after) : 0),
  );
  for (const { before, after } of ordered) {
    const key = keyText(definition, (after ?? before)!);
    const now = await source.one(write, year, (after ?? before)!);
    if (!alike(definition, before, now)) {
      const fault = before === null ? 'alreadyThere' : 'changedMeanwhile';
      faults.push({ key, column: null, fault: { code: fault } });
    } else {
      const fault = await writeOne(write, definition, year, before, after);
      if (fault) faults.push(fault);
      kept.push({
        ...{ list: definition.id, year: ofYear, key, at: at.toISOString(), by, importId },
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
      });
    }
    if (++written % TURN === 0) {
      onProgress?.(written);
      await setImmediate();
    }
  }
  await store.addChanges(write, kept);
  const put = changes.flatMap(({ after }) => (after ? [after] : []));
  const taken = changes.flatMap(({ before, after }) => (after === null && before ? [before] : []));
  faults.push(...((await definition.check?.(write, year, put, taken)) ?? []));
  return faults;
}

function alike(definition: ListDefinition, a: Cells | null, b: Cells | null): boolean {
  return a === null || b === null ? a === b : same(definition, a, b);
}

async function writeOne(
  write: Writer,
  definition: ListDefinition,
  year: number,
  before: Cells | null,
  after: Cells | null,
): Promise<RecordFault | null> {
  const key = keyText(definition, (after ?? before)!);
  try {
    if (after) await definition.source.put(write, year, [after]);
    else if (before) await definition.source.take(write, year, before);
    return null;
  } catch (error) {
    const code = constraintOf(error);
    // SQLite says which constraint stood in the way, not which record: one at a time is how we know.
    if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return { key, column: null, fault: { code: 'stillUsed' } };
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
      return { key, column: null, fault: { code: 'taken' } };
    throw error;
  }
}

/** The code of SQLite's error; the query builder may have wrapped it. */
function constraintOf(error: unknown): unknown {
  if (!(error instanceof Error)) return null;
  return 'code' in error ? error.code : constraintOf(error.cause);
}
