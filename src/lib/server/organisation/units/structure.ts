import type { Unit, UnitId, UnitKind } from '../model.ts';

/** The units of a day and how they stand in each other. */
export interface Structure {
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** What stands directly in a unit; null: directly under the entity. */
  readonly inside: ReadonlyMap<UnitId | null, readonly Unit[]>;
}

export interface UnitNode extends Unit {
  readonly inside: readonly UnitNode[];
}

export function structureOf(units: readonly Unit[]): Structure {
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    inside: Map.groupBy(units, ({ parent }) => parent),
  };
}

/** The tree from the units directly under the entity downwards. */
export function treeOf(structure: Structure, under: UnitId | null = null): UnitNode[] {
  return (structure.inside.get(under) ?? []).map((unit) => ({ ...unit, inside: treeOf(structure, unit.id) }));
}

/** The unit, the unit it stands in, and so on up to the entity; empty if there is no such unit that day. */
export function chainOf(structure: Structure, unit: UnitId): Unit[] {
  const chain: Unit[] = [];
  for (let at: UnitId | null = unit; at !== null;) {
    const found: Unit | undefined = structure.units.get(at);
    if (!found) break;
    chain.push(found);
    at = found.parent;
  }
  return chain;
}

/** The nearest unit of a kind at or above a unit; null if there is none. */
export function nearest(structure: Structure, unit: UnitId, kind: UnitKind): UnitId | null {
  return chainOf(structure, unit).find((above) => above.kind === kind)?.id ?? null;
}

/** The unit and everything that stands in it, at any depth; empty if there is no such unit that day. */
export function withAllInside(structure: Structure, unit: UnitId): UnitId[] {
  if (!structure.units.has(unit)) return [];
  const inside = structure.inside.get(unit) ?? [];
  return [unit, ...inside.flatMap(({ id }) => withAllInside(structure, id))];
}

/**
 * The unit that an EQ may head, at or above a unit: the service, or else what stands beside services, such as an office
 * directly in a direction. Null above that.
 */
export function serviceOf(structure: Structure, unit: UnitId): UnitId | null {
  const chain = chainOf(structure, unit);
  const service = chain.find(({ kind }) => kind === 'service');
  return (service ?? chain.find(({ kind }) => kind === 'office' || kind === 'specialist'))?.id ?? null;
}
