import { DIRECTIONS, type DirectionPlan, type SiloId } from './directions.ts';
import type { ExampleObjective } from './example-document.ts';
import type { Random } from './random.ts';
import { spread, type Movable } from './spread.ts';

/** The silos with the achievement that R §3.1, item 2 B publishes, in tenths of a percent. */
export const SILOS: readonly { readonly id: SiloId; readonly name: string; readonly tenths: number }[] = [
  { id: 'cresco', name: 'Cresco', tenths: 894 },
  { id: 'curo', name: 'Curo', tenths: 921 },
  { id: 'partecipo', name: 'Partecipo', tenths: 959 },
];

interface ObjectiveDraft extends Movable {
  readonly direction: string;
  readonly kind: 'principal' | 'derived';
  readonly silo: SiloId;
  weight: number;
}

/**
 * The objectives of all directions. R publishes the achievement of the three silos only, so the objectives are made
 * up: the principal ones give each direction its mean, the derived ones then bring each silo to the published figure.
 */
export function objectives(random: Random): ExampleObjective[] {
  const drafts = DIRECTIONS.flatMap((direction) => [
    ...principalObjectives(direction, random),
    ...derivedObjectives(direction, random),
  ]);
  for (const { id, tenths } of SILOS)
    settleSilo(
      drafts.filter(({ silo }) => silo === id),
      tenths,
    );
  return drafts.map(({ direction, silo, kind, value, weight }, at) => ({
    id: `o${String(at + 1).padStart(3, '0')}`,
    direction,
    silo,
    kind,
    achievement: value,
    weight,
  }));
}

function principalObjectives({ id, silo, principalMean }: DirectionPlan, random: Random): ObjectiveDraft[] {
  const drafts = Array.from({ length: random.integer(4, 6) }, (_, at): ObjectiveDraft => {
    const achievement = Math.round(principalMean / 10) + random.integer(-6, 6);
    return {
      direction: id,
      kind: 'principal',
      // Most of what a direction is asked for lies in one silo; the last objective goes elsewhere now and then.
      silo: at === 3 ? random.pick(SILOS).id : silo,
      value: Math.min(achievement, 100),
      least: 70,
      most: 100,
      weight: at === 0 ? 1 : random.integer(1, 3),
    };
  });
  spread(Math.round((principalMean * totalWeight(drafts)) / 10) - weightedSum(drafts), drafts);
  return drafts;
}

function derivedObjectives({ id }: DirectionPlan, random: Random): ObjectiveDraft[] {
  return random
    .shuffled(SILOS)
    .slice(0, random.integer(2, 3))
    .map(({ id: silo }) => ({
      direction: id,
      kind: 'derived',
      silo,
      value: random.integer(84, 94),
      least: 60,
      most: 100,
      weight: 1,
    }));
}

/** A mean with one decimal is exact only over a total weight that is a multiple of ten. */
function settleSilo(drafts: readonly ObjectiveDraft[], tenths: number): void {
  const derived = drafts.filter(({ kind }) => kind === 'derived');
  for (let at = 0; totalWeight(drafts) % 10 !== 0; at++) derived[at % derived.length]!.weight += 1;
  spread((tenths * totalWeight(drafts)) / 10 - weightedSum(drafts), [...derived].reverse());
}

function totalWeight(drafts: readonly ObjectiveDraft[]): number {
  return drafts.reduce((sum, { weight }) => sum + weight, 0);
}

function weightedSum(drafts: readonly ObjectiveDraft[]): number {
  return drafts.reduce((sum, { value, weight }) => sum + value * weight, 0);
}
