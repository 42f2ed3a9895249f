import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ListDefinition } from './definition.ts';
import { tableList, type YearGiven } from './table-list.ts';

interface TableDefinition extends Omit<ListDefinition, 'source'> {
  readonly table: SQLiteTable;
  /** The records of a year; null: the table has none. Left out: the table has a column `year`. */
  readonly inYear?: ((year: YearGiven) => SQL) | null;
}

/** A list whose records are the rows of a table with columns of the same names. */
export function tableDefinition({ table, inYear, ...list }: TableDefinition): ListDefinition {
  const { columns, key, place } = list;
  return {
    ...list,
    source: tableList({ table, columns, key, place, ...(inYear !== undefined && { inYear }) }),
  };
}
