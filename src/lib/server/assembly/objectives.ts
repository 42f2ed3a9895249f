import type { Regulation } from '#core/regulation/schema.ts';
import type { Reader } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import { achievementOf } from '../objectives/achievement.ts';
import {
  objectiveIndicatorsList,
  objectiveOwnersList,
  objectivesList,
  silosList,
} from '../objectives/lists.ts';
import type { Gap } from './gap.ts';

interface Weighed {
  readonly achievement: string;
  readonly weight?: string;
}

/** The objectives of a year as the core takes them in. */
export interface AssembledObjectives {
  readonly silos: readonly { id: string; name: string; achievement?: string }[];
  readonly objectives: readonly ({ id: string; direction: string; silo?: string; kind: string } & Weighed)[];
  /** What of a person's sheet is of a level. */
  readonly ofPerson: (person: string, level: 'eq' | 'individual' | 'group') => Weighed[];
  readonly gaps: readonly Gap[];
}

export async function assembledObjectives(
  db: Reader,
  year: number,
  regulation: Regulation,
): Promise<AssembledObjectives> {
  const silos = await silosList.source.all(db, year);
  const objectives = await objectivesList.source.all(db, year);
  const indicators = Map.groupBy(
    await objectiveIndicatorsList.source.all(db, year),
    ({ objectiveId }) => objectiveId!,
  );
  const gaps: Gap[] = silos.length === 0 ? [{ code: 'noSilos', subject: null }] : [];
  const achievements = new Map<string, string>();
  for (const objective of objectives) {
    if (objective.level === 'strategic' || objective.level === 'operational') continue;
    const found = achievementOf(objective, indicators.get(objective.id!) ?? [], regulation);
    if (!found) gaps.push({ code: 'noObjectiveAchievement', subject: objective.id! });
    achievements.set(objective.id!, found?.value ?? '0');
  }
  const byId = new Map(objectives.map((objective) => [objective.id!, objective]));
  const owned = Map.groupBy(await objectiveOwnersList.source.all(db, year), ({ personId }) => personId!);
  return {
    silos: silos.map(({ id, name, achievement }) => ({
      id: id!,
      name: name!,
      ...(achievement != null && { achievement }),
    })),
    objectives: objectives
      .filter(({ level }) => level === 'executive')
      .map(({ id, unitId, siloId, kind, weight }) => ({
        id: id!,
        direction: unitId!,
        kind: kind!,
        achievement: achievements.get(id!)!,
        ...(siloId != null && { silo: siloId }),
        ...(weight != null && { weight }),
      })),
    ofPerson: (person, level) =>
      (owned.get(person) ?? [])
        .filter(({ objectiveId }) => byId.get(objectiveId!)!.level === level)
        .map(({ objectiveId, weight }) => weighed(achievements.get(objectiveId!)!, weight)),
    gaps,
  };
}

function weighed(achievement: string, weight: Cells[string] | undefined): Weighed {
  return { achievement, ...(weight != null && { weight }) };
}
