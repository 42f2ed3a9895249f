import type { Locale } from '#lib/locale/locale.ts';
import { recorded, type Change } from '../audit/trail.ts';
import type { Portal } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { writeChanges, type RecordChange } from './change.ts';
import { keyText, type Cells, type ListDefinition } from './definition.ts';
import type { RecordFault } from './fault.ts';
import { faultsOfRows, rowFaultsInWords, typedRows, type FormRow, type ShownRowFault } from './rows-form.ts';

export type RowsSaved =
  /** How many rows were written. */
  | { readonly ok: true; readonly written: number }
  | {
      readonly ok: false;
      readonly faults: readonly ShownRowFault[];
      /** What was typed into each input that was changed, by its name: nothing of it is lost. */
      readonly typed: Readonly<Record<string, string>>;
      /** The rows that somebody else has changed since they were shown. */
      readonly changedMeanwhile: readonly string[];
    };

/**
 * Writes the rows of a form that were changed, on record: all of them, or none if one is wrong or was changed by somebody
 * else since it was shown.
 *
 * @param rows what the person may change; whatever else the form holds is not looked at
 */
export async function saveRows(
  portal: Portal,
  by: PersonId,
  definition: ListDefinition,
  year: number,
  rows: readonly FormRow[],
  form: FormData,
  locale: Locale,
): Promise<RowsSaved> {
  const { changes, faults, typed } = typedRows(definition, rows, form);
  const refused =
    faults.length > 0
      ? faults
      : faultsOfRows(definition, rows, await saveTogether(portal, by, definition, year, changes));
  if (refused.length === 0) return { ok: true, written: changes.length };
  return {
    ok: false,
    faults: rowFaultsInWords(definition, refused, locale),
    typed,
    changedMeanwhile: refused.flatMap(({ row, fault }) =>
      fault.code === 'changedMeanwhile' ? [row.id] : [],
    ),
  };
}

/** Ends a transaction that must leave nothing behind. */
class Undone extends Error {
  readonly faults: readonly RecordFault[];
  constructor(faults: readonly RecordFault[]) {
    super('the changes are refused');
    this.faults = faults;
  }
}

async function saveTogether(
  portal: Portal,
  by: PersonId,
  definition: ListDefinition,
  year: number,
  changes: readonly RecordChange[],
): Promise<readonly RecordFault[]> {
  if (changes.length === 0) return [];
  try {
    await recorded(portal, by, async (write, record) => {
      const written = { by, at: new Date(), importId: null };
      const faults = await writeChanges(write, definition, year, changes, written);
      if (faults.length > 0) throw new Undone(faults);
      for (const { before, after } of changes)
        await record({
          action: 'list.change',
          subject: subjectOf(definition, (after ?? before)!),
          before,
          after,
        });
    });
    return [];
  } catch (error) {
    if (error instanceof Undone) return error.faults;
    throw error;
  }
}

function subjectOf(definition: ListDefinition, record: Cells): Change['subject'] {
  const person = definition.place.includes('personId') ? (record.personId ?? null) : null;
  return person === null
    ? { kind: 'list', id: `${definition.id} ${keyText(definition, record)}` }
    : { kind: 'person', id: person };
}
