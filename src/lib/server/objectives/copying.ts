import { recorded } from '../audit/trail.ts';
import type { Portal } from '../database/database.ts';
import type { RecordChange } from '../lists/change.ts';
import type { Subject } from '../permissions/permission.ts';
import { regulationOf } from '../years/years.ts';
import { accessOf, type Access } from './access.ts';
import { newCodes } from './codes.ts';
import type { ObjectiveFault } from './fault.ts';
import { objectiveIndicatorsList, objectiveOwnersList, objectivesList } from './lists.ts';
import { isOfPeople, OBJECTIVE_LEVELS, type ObjectiveId } from './model.ts';
import { demand, faultsOf, noteOn, writeList } from './step.ts';
import { candidates } from './making.ts';
import { readYear, type Objective, type ObjectiveYear } from './year.ts';

/** The objectives of a direction that somebody may copy, from the direction's own downwards. */
export function copyable(all: ObjectiveYear, access: Access, direction: string): Objective[] {
  return OBJECTIVE_LEVELS.slice(OBJECTIVE_LEVELS.indexOf('executive')).flatMap((level) =>
    [...all.objectives.values()].filter(
      (objective) =>
        objective.row.level === level && objective.direction === direction && access.changes(objective),
    ),
  );
}

/**
 * Copies objectives of a year into another as drafts: targets stay, what was measured, reported and certified does not.
 * What served an objective that is copied too serves the copy. Of the owners those stay who are still there.
 *
 * @returns how many were copied, or what is wrong
 */
export async function copyObjectives(
  portal: Portal,
  subject: Subject,
  from: number,
  to: number,
  ids: readonly string[],
): Promise<{ readonly copied: number; readonly faults: readonly ObjectiveFault[] }> {
  const chosen = new Set(ids);
  const faults = await faultsOf(() =>
    recorded(portal, subject.person, async (write, record) => {
      const isOpen = (await regulationOf(write, from)) !== null && (await regulationOf(write, to)) !== null;
      demand(isOpen && from !== to, { code: 'unknown' });
      const [access, all, target] = [
        await accessOf(write, subject),
        await readYear(write, from),
        await readYear(write, to),
      ];
      const copied = new Map<string, ObjectiveId>();
      const [objectives, indicators, owners]: [RecordChange[], RecordChange[], RecordChange[]] = [[], [], []];
      for (const level of OBJECTIVE_LEVELS) {
        const code = await newCodes(write, to, level);
        for (const original of all.objectives.values()) {
          const { row } = original;
          if (row.level !== level || !chosen.has(row.id)) continue;
          demand(access.changes(original), { code: 'notYours' });
          const id = code();
          copied.set(row.id, id);
          objectives.push(made(copyOf(original, id, all, target, copied)));
          indicators.push(
            ...original.indicators.map(({ id: _, ...indicator }, at) =>
              made({ ...indicator, id: `${id}-${at + 1}`, objectiveId: id, measured: null }),
            ),
          );
          if (!isOfPeople(level)) continue;
          const there = new Set<string>(
            (await candidates(write, row.unitId ?? '', to)).map((person) => person.id),
          );
          owners.push(
            ...original.owners
              .filter(({ personId }) => row.unitId === null || there.has(personId))
              .map(({ personId, weight }) => made({ objectiveId: id, personId, weight })),
          );
        }
      }
      demand(copied.size === chosen.size, { code: 'unknown' });
      await writeList(write, objectivesList, to, subject, objectives);
      await writeList(write, objectiveIndicatorsList, to, subject, indicators);
      await writeList(write, objectiveOwnersList, to, subject, owners);
      for (const [original, id] of copied) await noteOn(record, id)('copy', null, { original });
    }),
  );
  return { copied: faults.length > 0 ? 0 : chosen.size, faults };
}

const made = (after: NonNullable<RecordChange['after']>): RecordChange => ({ before: null, after });

function copyOf(
  { row }: Objective,
  id: ObjectiveId,
  all: ObjectiveYear,
  target: ObjectiveYear,
  copied: ReadonlyMap<string, ObjectiveId>,
) {
  const { level, title, description, unitId, kind, weight } = row;
  // Silos are of a year: the copy goes to the one of the same name.
  const siloName = all.silos.find((silo) => silo.id === row.siloId)?.name;
  const siloId = target.silos.find(({ name }) => name === siloName)?.id ?? null;
  const parentId = (row.parentId && copied.get(row.parentId)) ?? null;
  return {
    ...{ id, level, title, description, unitId, kind, weight, siloId, parentId },
    ...{ reported: null, certified: null, certificationReason: null },
  };
}
