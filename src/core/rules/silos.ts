import type { CycleInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { given, type Figure } from '../explain/figure.ts';
import { exactly } from '../quantity/written.ts';
import { meanAchievement } from './objectives.ts';

export interface SiloResult {
  readonly id: string;
  readonly name: string;
  /** 0–100, not rounded. */
  readonly achievement: Figure;
}

/**
 * The achievement of each silo: as it is given, else the weighted mean over all objectives in it, principal and
 * derived, of whatever direction (`SET-B2`, R §3.1, item 2 B).
 */
export function siloResults({ silos, objectives }: CycleInput, notices: Notices): SiloResult[] {
  const bySilo = new Map<string, CycleInput['objectives'][number][]>(silos.map(({ id }) => [id, []]));
  for (const objective of objectives)
    if (objective.silo !== undefined) bySilo.get(objective.silo)?.push(objective);
  return silos.map(({ id, name, achievement }) => {
    if (achievement !== undefined)
      return { id, name, achievement: given('siloAchievement', 'percent', exactly(achievement), name) };
    const within = bySilo.get(id)!;
    if (within.length === 0) notices.warn('no-objectives', id);
    return { id, name, achievement: { ...meanAchievement(within), label: 'siloAchievement', about: name } };
  });
}
