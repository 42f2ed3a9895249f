import type { Reach } from '../permissions/reach.ts';
import type { Cells, ListDefinition } from './definition.ts';

/** Whether a record lies within somebody's reach. */
export function isWithin({ place }: ListDefinition, record: Cells, reach: Reach): boolean {
  if (reach === 'all') return true;
  const known = new Set<string>([...reach.units, ...reach.people]);
  return place.some((column) => known.has(record[column] ?? ''));
}
