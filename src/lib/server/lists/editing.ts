import { recorded, type Change } from '../audit/trail.ts';
import type { Portal, Reader } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import type { Reach } from '../permissions/reach.ts';
import { writeChanges, type RecordChange } from './change.ts';
import type { Column, ReferenceTarget } from './column.ts';
import { keyText, type Cells, type ListDefinition } from './definition.ts';
import type { CellFault, RecordFault } from './fault.ts';
import { parseCell } from './parse-cell.ts';
import { resolverOf, type Resolver } from './references.ts';
import { isWithin } from './within-reach.ts';

export interface ColumnFault {
  /** Null: of the record as a whole. */
  readonly column: string | null;
  readonly fault: CellFault;
}

export type Typed =
  | { readonly ok: true; readonly record: Cells }
  | { readonly ok: false; readonly faults: readonly ColumnFault[] };

/** The resolvers that the references of a list need. */
export async function resolversOf(
  db: Reader,
  columns: readonly Column[],
): Promise<ReadonlyMap<ReferenceTarget, Resolver>> {
  const resolvers = new Map<ReferenceTarget, Resolver>();
  for (const column of columns)
    if (column.kind === 'reference' && !resolvers.has(column.to))
      resolvers.set(column.to, await resolverOf(db, column.to));
  return resolvers;
}

/** A record from what was typed into a form, by column key. */
export async function typedRecord(
  db: Reader,
  definition: ListDefinition,
  typed: Readonly<Record<string, string>>,
): Promise<Typed> {
  const resolvers = await resolversOf(db, definition.columns);
  const faults: ColumnFault[] = [];
  const record: Record<string, string | null> = {};
  for (const column of definition.columns) {
    const parsed = parseCell(column, { kind: 'text', text: typed[column.key] ?? '' }, resolvers);
    if (parsed.ok) record[column.key] = parsed.value;
    else faults.push({ column: column.key, fault: parsed.fault });
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, record: definition.tidy?.(record) ?? record };
}

/** Ends a transaction that must leave nothing behind. */
class Undone extends Error {
  readonly faults: readonly RecordFault[];
  constructor(faults: readonly RecordFault[]) {
    super('the change is refused');
    this.faults = faults;
  }
}

/**
 * Writes one record by hand, on record. Refused, and nothing written, if the list would be wrong with it, if somebody has
 * changed it meanwhile, or if it lies outside what the person may change.
 *
 * @param change `before` is what the person was shown
 * @returns what is wrong; empty: it is written
 */
export async function saveRecord(
  portal: Portal,
  by: PersonId,
  definition: ListDefinition,
  year: number,
  change: RecordChange,
  reach: Reach,
): Promise<readonly ColumnFault[]> {
  const { before, after } = change;
  const outside = [before, after].some((record) => record && !isWithin(definition, record, reach));
  if (outside) return [{ column: null, fault: OUTSIDE }];
  // Another key is another record.
  const isMoved = before && after && keyText(definition, before) !== keyText(definition, after);
  const changes = isMoved
    ? [
        { before, after: null },
        { before: null, after },
      ]
    : [change];
  try {
    await recorded(portal, by, async (write, record) => {
      const written = { by, at: new Date(), importId: null };
      const faults = await writeChanges(write, definition, year, changes, written);
      if (faults.length > 0) throw new Undone(faults);
      await record(auditOf(definition, change));
    });
    return [];
  } catch (error) {
    if (error instanceof Undone) return error.faults.map(({ column, fault }) => ({ column, fault }));
    throw error;
  }
}

function auditOf(definition: ListDefinition, { before, after }: RecordChange): Change {
  const record = (after ?? before)!;
  const person = definition.columns.find(
    (column) =>
      column.kind === 'reference' && column.to === 'person' && definition.place.includes(column.key),
  );
  const whose = definition.id === 'people' ? record.id : person && record[person.key];
  const subject = whose
    ? ({ kind: 'person', id: whose } as const)
    : ({ kind: 'list', id: `${definition.id} ${keyText(definition, record)}` } as const);
  return { action: 'list.change', subject, before, after };
}

const OUTSIDE: CellFault = {
  code: 'domain',
  it: 'Questo dato non riguarda le unità o le persone che segui.',
  en: 'This is not about the units or people you look after.',
};
