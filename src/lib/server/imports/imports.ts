import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recorded } from '../audit/trail.ts';
import type { Portal, Reader } from '../database/database.ts';
import { reportFault } from '../http/fault.ts';
import { writeChanges, type RecordChange } from '../lists/change.ts';
import type { Cells, ListDefinition } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { changesOfImport } from '../lists/store.ts';
import type { PersonId } from '../organisation/model.ts';
import { checkFile } from './check.ts';
import { parsedCounts } from './counts.ts';
import { fileOf } from './file.ts';
import type { Mapping } from './mapping.ts';
import { begin, progressOf, waitFor, type Progress } from './progress.ts';
import * as store from './store.ts';

export type { Run, ListedRun } from './store.ts';

/** How long a person waits for the page rather than for the progress bar. */
const SHORT_WAIT_MS = 1500;

export interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly removesMissing: boolean;
}

/** Takes a file in and begins to read it. Nothing of the list changes before somebody applies it. */
export async function bring(
  portal: Portal,
  by: PersonId,
  definition: ListDefinition,
  year: number,
  { name, bytes, removesMissing }: Brought,
): Promise<string> {
  const id = randomUUID();
  await mkdir(join(portal.folder, 'imports'), { recursive: true, mode: 0o700 });
  await writeFile(fileOf(portal, id), bytes, { mode: 0o600 });
  await portal.transaction((write) =>
    store.add(write, {
      id,
      list: definition.id,
      year: definition.yearly ? year : null,
      fileName: name.slice(0, 200),
      fileDigest: createHash('sha256').update(bytes).digest('hex'),
      at: new Date().toISOString(),
      by,
      state: 'reading',
      mapping: null,
      removesMissing,
      counts: null,
      refusal: null,
      settledAt: null,
      settledBy: null,
    }),
  );
  work(portal, id, (told) => checkFile(portal, id, definition, year, null, told));
  await waitFor(id, SHORT_WAIT_MS);
  return id;
}

/** Says what the columns of the file are, and begins to read it again. */
export async function match(
  portal: Portal,
  run: store.Run,
  definition: ListDefinition,
  year: number,
  mapping: Mapping,
): Promise<void> {
  await portal.transaction(async (write) => {
    const titles = JSON.stringify(mapping.titles);
    await store.rememberMapping(write, definition.id, titles, JSON.stringify(mapping));
    await store.update(write, run.id, { state: 'reading' });
  });
  work(portal, run.id, (told) => checkFile(portal, run.id, definition, year, mapping, told));
  await waitFor(run.id, SHORT_WAIT_MS);
}

/** Work beside the requests. A defect in it ends the import with a word for the person and a line for the operator. */
function work(portal: Portal, id: string, doIt: (told: (progress: Progress) => void) => Promise<void>): void {
  begin(id, async (told) => {
    try {
      await doIt(told);
    } catch (error) {
      reportFault({ status: 500, method: 'IMPORT', route: null, error });
      const refusal = JSON.stringify({ code: 'interrupted' });
      await portal.transaction((write) => store.update(write, id, { state: 'refused', refusal }));
    }
    // A file that is not taken is of no more use, and it holds people's data.
    if ((await store.one(portal.read, id))?.state === 'refused')
      await rm(fileOf(portal, id), { force: true });
  });
}

/** Ends a transaction that must leave nothing behind. */
class Refused extends Error {
  readonly faults: readonly RecordFault[];
  constructor(faults: readonly RecordFault[]) {
    super('the import is refused');
    this.faults = faults;
  }
}

/** Writes everything that was shown, or nothing if the list has changed since. */
export async function apply(
  portal: Portal,
  by: PersonId,
  run: store.Run,
  definition: ListDefinition,
  year: number,
): Promise<void> {
  await portal.transaction((write) => store.update(write, run.id, { state: 'applying' }));
  work(portal, run.id, async (told) => {
    const kept = await store.allChanges(portal.read, run.id);
    const changes = kept.map(({ before, after }) => ({ before: cells(before), after: cells(after) }));
    told({ done: 0, total: changes.length });
    try {
      await recorded(portal, by, async (write, record) => {
        const at = new Date();
        const faults = await writeChanges(write, definition, year, changes, {
          ...{ by, at, importId: run.id },
          onProgress: (done) => {
            told({ done, total: changes.length });
          },
        });
        if (faults.length > 0) throw new Refused(faults);
        await record({
          action: 'list.import',
          subject: { kind: 'list', id: definition.id },
          before: null,
          after: { file: run.fileName, digest: run.fileDigest, ...parsedCounts(run.counts) },
        });
        await store.replaceFindings(write, run.id, [], []);
        await store.update(write, run.id, { state: 'applied', settledAt: at.toISOString(), settledBy: by });
      });
      await rm(fileOf(portal, run.id), { force: true });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Somebody has changed the list since the preview: it is looked at anew.
      await portal.transaction((write) => store.update(write, run.id, { state: 'checking' }));
      await checkFile(portal, run.id, definition, year, parsedMapping(run.mapping), told);
    }
  });
  await waitFor(run.id, SHORT_WAIT_MS);
}

/** Nothing of the file is wanted. */
export async function drop(portal: Portal, by: PersonId, run: store.Run): Promise<void> {
  await portal.transaction(async (write) => {
    await store.replaceFindings(write, run.id, [], []);
    const settledAt = new Date().toISOString();
    await store.update(write, run.id, { state: 'dropped', settledAt, settledBy: by });
  });
  await rm(fileOf(portal, run.id), { force: true });
}

/**
 * Puts back what an import changed. Refused, and nothing changed, if somebody has changed one of the records since or
 * something refers to what would go.
 *
 * @returns why it cannot be undone; empty: it is
 */
export async function undo(
  portal: Portal,
  by: PersonId,
  run: store.Run,
  definition: ListDefinition,
  year: number,
): Promise<readonly RecordFault[]> {
  const changes = (await changesOfImport(portal.read, run.id))
    .map(({ before, after }): RecordChange => ({ before: cells(after), after: cells(before) }))
    .reverse();
  try {
    await recorded(portal, by, async (write, record) => {
      const at = new Date();
      // Undoing is itself something that somebody says about the records, and no part of the import.
      const faults = await writeChanges(write, definition, year, changes, { by, at, importId: null });
      if (faults.length > 0) throw new Refused(faults);
      await record({
        action: 'list.import.undo',
        subject: { kind: 'list', id: definition.id },
        before: { file: run.fileName, digest: run.fileDigest },
        after: null,
      });
      await store.update(write, run.id, { state: 'undone', settledAt: at.toISOString(), settledBy: by });
    });
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.faults;
    throw error;
  }
}

/** An import with its list; null if there is none. One whose work ended with the program is told to have ended. */
export async function runOf(portal: Portal, id: string): Promise<store.Run | null> {
  const run = await store.one(portal.read, id);
  if (!run || progressOf(id) !== null) return run;
  if (run.state === 'applying') {
    // All was written or nothing, so it can be applied again.
    await portal.transaction((write) => store.update(write, id, { state: 'ready' }));
    return store.one(portal.read, id);
  }
  if (run.state === 'reading' || run.state === 'checking') {
    const refusal = JSON.stringify({ code: 'interrupted' });
    await portal.transaction((write) => store.update(write, id, { state: 'refused', refusal }));
    return store.one(portal.read, id);
  }
  return run;
}

/** The latest imports. */
export function latestRuns(db: Reader): Promise<store.ListedRun[]> {
  return store.latest(db, RUNS_SHOWN);
}

const RUNS_SHOWN = 100;

export function parsedMapping(text: string | null): Mapping | null {
  return text === null ? null : (JSON.parse(text) as Mapping);
}

function cells(text: string | null): Cells | null {
  return text === null ? null : (JSON.parse(text) as Cells);
}
