import type { Column } from '../lists/column.ts';
import type { ListDefinition } from '../lists/definition.ts';
import { parseCell } from '../lists/parse-cell.ts';
import { listFault, Refused } from './fault.ts';

/** A column of a list, by its key. Throws if there is none. */
export function columnOf({ id, columns }: ListDefinition, key: string): Column {
  const found = columns.find((column) => column.key === key);
  if (!found) throw new Error(`the list ${id} has no column ${key}`);
  return found;
}

/** A typed value in the list's form. Throws {@link Refused} at the field that it was typed into. */
export function cellOf(column: Column, text: string, field: string): string | null {
  const parsed = parseCell(column, { kind: 'text', text }, new Map());
  if (!parsed.ok) throw new Refused(listFault({ column: field, fault: parsed.fault }));
  return parsed.value;
}
