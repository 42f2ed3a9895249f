import type { Portal } from '../database/database.ts';
import { HOLDER, openBorough } from '../permissions/borough.ts';
import type { Role } from '../permissions/roles.ts';
import { subjectOf } from '../permissions/subject.ts';
import type { Subject } from '../permissions/permission.ts';
import { person } from '../organisation/small-town.ts';
import { openYear } from '../years/years.ts';
import { today } from '../calendar/today.ts';
import { writeChanges } from '../lists/change.ts';
import type { Cells, ListDefinition } from '../lists/definition.ts';
import { objectiveIndicatorsList, objectiveOwnersList, objectivesList, silosList } from './lists.ts';

/** Objectives of the borough of permissions/borough.ts, for the tests of this feature. */

export const YEAR = 2025;

export interface Mill {
  readonly portal: Portal;
  as(role: Role): Promise<Subject>;
  who(id: string): Promise<Subject>;
  close(): void;
}

const objective = (id: string, level: string, more: Cells = {}): Cells => ({
  ...Object.fromEntries(objectivesList.columns.map(({ key }) => [key, null])),
  ...{ id, level, title: `Objective ${id}` },
  ...more,
});

export const indicator = (id: string, objectiveId: string, more: Cells = {}): Cells => ({
  ...Object.fromEntries(objectiveIndicatorsList.columns.map(({ key }) => [key, null])),
  ...{ id, objectiveId, name: `Indicator ${id}`, better: 'higher', target: '100' },
  ...more,
});

/** Writes records of a list as the program itself; throws if the list would be wrong. */
export function put(
  portal: Portal,
  list: ListDefinition,
  year: number,
  records: readonly Cells[],
): Promise<void> {
  return portal.transaction(async (write) => {
    const changes = records.map((after) => ({ before: null, after }));
    const faults = await writeChanges(write, list, year, changes, {
      by: null,
      at: new Date(),
      importId: null,
    });
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  });
}

/**
 * A chain of drafts: dup > plan > mill (of the direction mills) > grain (of the EQ holder quinto) and emma (of the
 * employee emma); dock is of the direction docks. Each but those of the DUP has one indicator.
 */
export async function openMill(): Promise<Mill> {
  const { portal, close } = await openBorough();
  await openYear(portal, 'accordo', YEAR, 'cremona-2025');
  await put(portal, silosList, YEAR, [{ id: 'bread', name: 'Bread', achievement: null }]);
  await put(portal, objectivesList, YEAR, [
    objective('dup', 'strategic', { siloId: 'bread' }),
    objective('plan', 'operational', { parentId: 'dup', unitId: 'mills' }),
    objective('mill', 'executive', { parentId: 'plan', unitId: 'mills', kind: 'principal' }),
    objective('dock', 'executive', { parentId: 'plan', unitId: 'docks', kind: 'principal' }),
    objective('grain', 'eq', { parentId: 'mill', unitId: 'grain' }),
    objective('emma', 'individual', { parentId: 'grain', unitId: 'grain' }),
    objective('pier', 'individual', { parentId: 'dock', unitId: 'piers' }),
  ]);
  const measured = ['mill', 'dock', 'grain', 'emma', 'pier'];
  await put(
    portal,
    objectiveIndicatorsList,
    YEAR,
    measured.map((id) => indicator(`${id}-1`, id)),
  );
  await put(portal, objectiveOwnersList, YEAR, [
    { objectiveId: 'grain', personId: 'quinto', weight: null },
    { objectiveId: 'emma', personId: 'emma', weight: null },
    { objectiveId: 'pier', personId: 'piero', weight: null },
  ]);
  const who = (id: string) => subjectOf(portal.read, person(id), today());
  return { portal, close, who, as: (role) => who(HOLDER[role]) };
}
