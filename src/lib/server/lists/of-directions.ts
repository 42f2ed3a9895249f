import type { Reader } from '../database/database.ts';
import { notDirections } from '../organisation/units/direction-faults.ts';
import { lastDayOf } from '../years/years.ts';
import { keyText, type Cells, type ListDefinition } from './definition.ts';
import type { RecordFault } from './fault.ts';

/** Which records stand for a unit that is no direction at the end of the year. */
export async function notOfDirections(
  db: Reader,
  year: number,
  definition: Pick<ListDefinition, 'key'>,
  records: readonly Cells[],
): Promise<RecordFault[]> {
  const wrong = await notDirections(
    db,
    records.map(({ unitId }) => unitId ?? ''),
    lastDayOf(year),
  );
  return records
    .filter(({ unitId }) => wrong.has(unitId ?? ''))
    .map((record) => ({
      key: keyText(definition, record),
      column: 'unitId',
      fault: {
        code: 'domain',
        it: `A fine ${year} non è una direzione. Scegli una delle direzioni di quel giorno.`,
        en: `At the end of ${year} this is not a direction. Choose one of the directions of that day.`,
      },
    }));
}
