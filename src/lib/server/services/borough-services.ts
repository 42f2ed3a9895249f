import type { Portal } from '../database/database.ts';
import { openBorough } from '../permissions/borough.ts';
import { openYear } from '../years/years.ts';
import type { Cells } from '../lists/definition.ts';
import { indicatorResultsList, serviceIndicatorsList, servicesList } from './lists.ts';

/** The borough with a service in each of three units, for the tests of this feature: year 2025 is open. */

/** Grain and flour stand in the direction mills, piers in docks. */
const SERVICES: readonly (readonly [id: string, unitId: string])[] = [
  ['bread', 'grain'],
  ['cakes', 'flour'],
  ['boats', 'piers'],
];

export const result = (
  indicatorId: string,
  standard: string | null,
  value: string | null,
  more: Cells = {},
): Cells => ({ indicatorId, standard, changedStandard: null, value, note: null, ...more });

/** Two indicators of each service, such as `bread-1`; the higher the better. */
export async function openServices(
  results: readonly Cells[],
  years: Readonly<Record<number, readonly Cells[]>> = {},
): Promise<{ portal: Portal; close: () => void }> {
  const opened = await openBorough();
  const refused = await openYear(opened.portal, 'accordo', 2025, 'cremona-2025');
  if (refused) throw new Error(refused);
  await opened.portal.transaction(async (write) => {
    await servicesList.source.put(
      write,
      2025,
      SERVICES.map(([id, unitId], at) => ({ id, number: String(at + 1), name: id, area: 'food', unitId })),
    );
    await serviceIndicatorsList.source.put(
      write,
      2025,
      SERVICES.flatMap(([serviceId]) =>
        ['1', '2'].map((number) => ({
          ...{ id: `${serviceId}-${number}`, serviceId, name: `${serviceId} ${number}` },
          ...{ dimension: 'quantity', measure: null, better: 'higher' },
        })),
      ),
    );
    await indicatorResultsList.source.put(write, 2025, results);
    for (const [year, earlier] of Object.entries(years))
      await indicatorResultsList.source.put(write, Number(year), earlier);
  });
  return opened;
}
