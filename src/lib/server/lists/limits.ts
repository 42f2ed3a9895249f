import type { Column } from './column.ts';
import { decimalFault } from './decimal-fault.ts';
import { keyText, type Cells, type ListDefinition } from './definition.ts';
import type { RecordFault } from './fault.ts';

/** What of a record's columns is out of the limits that the regulation sets; `most` null: none. */
export function outsideLimits(
  definition: Pick<ListDefinition, 'key'>,
  record: Cells,
  columns: readonly Column['key'][],
  least: string,
  most: string,
): RecordFault[] {
  return columns.flatMap((column) => {
    const value = record[column] ?? null;
    const fault = value === null ? null : decimalFault(value, { least, most });
    return fault ? [{ key: keyText(definition, record), column, fault }] : [];
  });
}
