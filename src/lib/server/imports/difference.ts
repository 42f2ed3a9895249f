import { keyText, same, type Cells, type ListDefinition } from '../lists/definition.ts';
import type { ParsedRows, Place } from './parse-rows.ts';

/** A record as it is and as the file has it; null: it is not there. */
export interface Difference {
  readonly kind: 'new' | 'changed' | 'gone';
  /** Null: the record is not in the file. */
  readonly place: Place | null;
  readonly key: string;
  readonly before: Cells | null;
  readonly after: Cells | null;
}

export interface Differences {
  readonly list: readonly Difference[];
  readonly same: number;
}

/**
 * What a file would change of a list. A column that the file has not stays as it is; a record that the file has not is
 * taken out only where that is wished.
 */
export function differences(
  definition: ListDefinition,
  current: readonly Cells[],
  { records }: ParsedRows,
  removesMissing: boolean,
): Differences {
  const known = new Map(current.map((record) => [keyText(definition, record), record]));
  const list: Difference[] = [];
  let unchanged = 0;
  for (const [fileKey, { record: read, place }] of records) {
    const tidy = definition.tidy?.({ ...emptyRecord(definition), ...read });
    const written = tidy ? only(tidy, Object.keys(read)) : read;
    const before = known.get(fileKey) ?? null;
    const after = { ...(before ?? emptyRecord(definition)), ...written };
    if (before && same(definition, before, after)) unchanged++;
    else list.push({ kind: before ? 'changed' : 'new', place, key: fileKey, before, after });
  }
  if (removesMissing)
    for (const [key, before] of known)
      if (!records.has(key)) list.push({ kind: 'gone', place: null, key, before, after: null });
  return { list, same: unchanged };
}

function emptyRecord({ columns }: ListDefinition): Cells {
  return Object.fromEntries(columns.map(({ key }) => [key, null]));
}

function only(record: Cells, keys: readonly string[]): Cells {
  return Object.fromEntries(keys.map((key) => [key, record[key] ?? null]));
}
