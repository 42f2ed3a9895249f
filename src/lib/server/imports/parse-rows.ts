import { setImmediate } from 'node:timers/promises';
import type { ReferenceTarget } from '../lists/column.ts';
import { keyText, type Cells, type ListDefinition } from '../lists/definition.ts';
import type { CellFault } from '../lists/fault.ts';
import { parseCell } from '../lists/parse-cell.ts';
import type { Resolver } from '../lists/references.ts';
import { columnName, EMPTY, type Row, type Sheet } from '../spreadsheets/cell.ts';
import type { Mapping } from './mapping.ts';

/** Where something stands in the file. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}

export interface PlacedFault extends Place {
  /** The column's letters, and its title; null: the row as a whole. */
  readonly column: string | null;
  readonly columnTitle: string | null;
  readonly fault: CellFault;
}

export interface ParsedRows {
  /** The records of the file, by their keys; what the file has no column for is left out. */
  readonly records: ReadonlyMap<string, { readonly record: Cells; readonly place: Place }>;
  readonly faults: readonly PlacedFault[];
}

/** After how many rows others get a turn. */
const TURN = 1000;

/** Reads the rows of a file as records of a list, with everything that is wrong in any cell. */
export async function parseRows(
  definition: ListDefinition,
  sheets: readonly Sheet[],
  mapping: Mapping,
  resolvers: ReadonlyMap<ReferenceTarget, Resolver>,
  onProgress: (done: number) => void,
): Promise<ParsedRows> {
  const records = new Map<string, { record: Cells; place: Place }>();
  const faults: PlacedFault[] = [];
  const known = withOwnKeys(definition, sheets, mapping, resolvers);
  let done = 0;
  for (const sheet of sheets)
    for (const row of sheet.rows.slice(1)) {
      const place = { sheet: sheet.name, row: row.number };
      const found = parseRow(definition, row, mapping, known);
      if (found.record) {
        const record = found.record;
        const key = keyText(definition, record);
        const earlier = records.get(key);
        if (earlier)
          faults.push({
            ...place,
            column: null,
            columnTitle: null,
            fault: { code: 'twice', row: earlier.place.row },
          });
        else records.set(key, { record, place });
      }
      faults.push(...found.faults.map((fault) => ({ ...place, ...fault })));
      if (++done % TURN === 0) {
        onProgress(done);
        await setImmediate();
      }
    }
  return { records, faults };
}

interface ParsedRow {
  /** Null: the row is empty, or wrong. */
  readonly record: Cells | null;
  readonly faults: readonly Omit<PlacedFault, keyof Place>[];
}

function parseRow(
  definition: ListDefinition,
  row: Row,
  { columns, titles }: Mapping,
  resolvers: ReadonlyMap<ReferenceTarget, Resolver>,
): ParsedRow {
  const record: Record<string, string | null> = {};
  const faults: Omit<PlacedFault, keyof Place>[] = [];
  if (columns.every((key, at) => key === null || (row.cells[at] ?? EMPTY).kind === 'empty'))
    return { record: null, faults };
  for (const column of definition.columns) {
    const at = columns.indexOf(column.key);
    if (at < 0) continue;
    const parsed = parseCell(column, row.cells[at] ?? EMPTY, resolvers);
    if (parsed.ok) record[column.key] = parsed.value;
    else faults.push({ column: columnName(at + 1), columnTitle: titles[at] ?? '', fault: parsed.fault });
  }
  return { record: faults.length === 0 ? record : null, faults };
}

/** A file may refer to the records that it brings itself, such as a unit to the one it stands in. */
function withOwnKeys(
  { defines = [], key }: ListDefinition,
  sheets: readonly Sheet[],
  { columns }: Mapping,
  resolvers: ReadonlyMap<ReferenceTarget, Resolver>,
): ReadonlyMap<ReferenceTarget, Resolver> {
  const at = columns.indexOf(key[0] ?? '');
  if (at < 0 || defines.length === 0) return resolvers;
  const brought = new Set<string>();
  for (const sheet of sheets)
    for (const { cells } of sheet.rows.slice(1)) {
      const cell = cells[at];
      if (cell?.kind === 'text') brought.add(cell.text.trim());
      if (cell?.kind === 'number') brought.add(cell.decimal);
    }
  const own = (to: ReferenceTarget): Resolver => {
    const others = resolvers.get(to);
    return (text) => (brought.has(text) ? { id: text } : (others?.(text) ?? 'unknown'));
  };
  return new Map([...resolvers, ...defines.map((to) => [to, own(to)] as const)]);
}
