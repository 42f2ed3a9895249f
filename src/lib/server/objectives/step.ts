import { recorded, type Record as Recording } from '../audit/trail.ts';
import type { Portal, Writer } from '../database/database.ts';
import { writeChanges, type RecordChange } from '../lists/change.ts';
import type { ListDefinition } from '../lists/definition.ts';
import type { Subject } from '../permissions/permission.ts';
import { accessOf, readable, type Access } from './access.ts';
import { listFault, Refused, type ObjectiveFault } from './fault.ts';
import type { ObjectiveId } from './model.ts';
import { objectiveRow } from './store.ts';
import { readYear, type Objective, type ObjectiveYear } from './year.ts';

/** What a step works with: the objective as it stands in the transaction, and what the person may do. */
export interface Step {
  readonly write: Writer;
  readonly access: Access;
  readonly all: ObjectiveYear;
  readonly objective: Objective;
  readonly now: string;
  /** Writes the step down, about the objective. */
  readonly note: (verb: string, before: object | null, after: object | null) => Promise<void>;
}

/**
 * Takes a step of an objective, on record and whole or not at all.
 *
 * @returns what is wrong; empty: it is done
 */
export function takeStep(
  portal: Portal,
  subject: Subject,
  id: string,
  work: (step: Step) => Promise<void>,
): Promise<readonly ObjectiveFault[]> {
  return faultsOf(() =>
    recorded(portal, subject.person, async (write, record) => {
      await work(await stepOn(write, record, subject, id));
    }),
  );
}

/** A step on one objective within a transaction. Throws {@link Refused} if the person cannot open it. */
export async function stepOn(write: Writer, record: Recording, subject: Subject, id: string): Promise<Step> {
  const row = await objectiveRow(write, id);
  if (!row) throw new Refused({ code: 'unknown' });
  const [access, all] = [await accessOf(write, subject), await readYear(write, row.year)];
  const objective = all.objectives.get(row.id)!;
  if (!readable(all, access).has(objective)) throw new Refused({ code: 'unknown' });
  return { write, access, all, objective, now: new Date().toISOString(), note: noteOn(record, row.id) };
}

/** Writes down what is done to an objective. */
export function noteOn(record: Recording, id: ObjectiveId): Step['note'] {
  return (verb, before, after) =>
    record({ action: `objective.${verb}`, subject: { kind: 'objective', id }, before, after });
}

/** What a refused piece of work is refused for; empty: it is done. */
export async function faultsOf(work: () => Promise<unknown>): Promise<readonly ObjectiveFault[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.faults;
    throw error;
  }
}

/** Writes changes of a list, so that the history of its records knows them. Throws {@link Refused} if the list would be wrong. */
export async function writeList(
  write: Writer,
  definition: ListDefinition,
  year: number,
  by: Subject,
  changes: readonly RecordChange[],
): Promise<void> {
  const written = { by: by.person, at: new Date(), importId: null };
  const faults = await writeChanges(write, definition, year, changes, written);
  if (faults.length > 0) throw new Refused(...faults.map(listFault));
}

/** Writes some columns of one record. */
export async function writeColumns(
  { write, all, access }: Pick<Step, 'write' | 'all' | 'access'>,
  definition: ListDefinition,
  key: Readonly<Record<string, string | null>>,
  columns: Readonly<Record<string, string | null>>,
): Promise<void> {
  const before = await definition.source.one(write, all.year, key);
  if (!before) throw new Refused({ code: 'unknown' });
  await writeList(write, definition, all.year, access.subject, [
    { before, after: { ...before, ...columns } },
  ]);
}

/** Throws {@link Refused} unless it holds. */
export function demand(holds: boolean, fault: ObjectiveFault): asserts holds {
  if (!holds) throw new Refused(fault);
}

const MOST_WORDS = 5000;

/** A remark that must be there. */
export function demandRemark(text: string): string {
  const remark = text.trim();
  demand(remark !== '', { code: 'remarkMissing' });
  demand(remark.length <= MOST_WORDS, { code: 'remarkLong' });
  return remark;
}
