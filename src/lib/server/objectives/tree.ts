import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/locale/locale.ts';
import type { Reader } from '../database/database.ts';
import { decimalWords } from '../lists/cell-words.ts';
import { structureOn } from '../organisation/units/units.ts';
import { readable, type Access } from './access.ts';
import { isOfEntity, isOfPeople, OBJECTIVE_LEVELS } from './model.ts';
import { gapTitle, levelTitle, shownAchievement, stateTitle, type ShownAchievement } from './words.ts';
import { dayOf, siloOf, type Objective, type ObjectiveYear } from './year.ts';

/** An objective as a line of the tree. */
export interface TreeNode {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  /** Whose it is: a direction, a person, how many people. */
  readonly whose: string | null;
  readonly weight: string | null;
  /** Null: the DUP's go through no states. */
  readonly state: string | null;
  readonly achievement: ShownAchievement | null;
  /** What it lacks, in words. */
  readonly lacks: readonly string[];
  readonly below: readonly TreeNode[];
  /** How many serve it that are not shown here. */
  readonly more: number;
  /** The direction on whose page the rest is. */
  readonly direction: string | null;
}

export interface TreeGroup {
  /** The silo; null: the chain from the DUP, or what is in no silo. */
  readonly name: string | null;
  readonly nodes: readonly TreeNode[];
}

export interface Tree {
  readonly groups: readonly TreeGroup[];
  /** How many objectives the person may read, with the choices made. */
  readonly total: number;
}

export type Reading = 'silo' | 'chain';

export interface Chosen {
  readonly reading: Reading;
  /** Null: all. */
  readonly silo: string | null;
  readonly direction: string | null;
}

/** Up to how many objectives the tree shows down to the person at once; more are shown direction by direction. */
const WHOLE_TREE = 120;

/** The tree of what somebody may read: by silo, or from the strategic goal downwards. */
export function treeOf(
  all: ObjectiveYear,
  access: Access,
  { reading, silo, direction }: Chosen,
  locale: Locale,
): Tree {
  const open = readable(all, access);
  const isAbove = ({ row }: Objective) => isOfEntity(row.level);
  const inSilo = (objective: Objective) => silo === null || siloOf(all, objective) === silo;
  const chosen = [...open].filter(
    (objective) =>
      !isAbove(objective) && inSilo(objective) && (direction === null || objective.direction === direction),
  );
  const shown = new Set<Objective>(chosen);
  if (reading === 'chain')
    for (const objective of open)
      if (isAbove(objective) && (direction === null && silo === null ? true : serves(all, objective, shown)))
        shown.add(objective);
  const isWhole = direction !== null || shown.size <= WHOLE_TREE;
  const visible = isWhole ? shown : new Set([...shown].filter(({ row }) => !isOfPeople(row.level)));
  const order = (a: Objective, b: Objective) =>
    OBJECTIVE_LEVELS.indexOf(a.row.level) - OBJECTIVE_LEVELS.indexOf(b.row.level);
  const below = (objective: Objective) => all.serving.get(objective.row.id) ?? [];
  const node = (objective: Objective): TreeNode => ({
    ...lineOf(objective, all, locale),
    below: below(objective)
      .filter((under) => visible.has(under))
      .sort(order)
      .map(node),
    more: below(objective).filter((under) => open.has(under) && !visible.has(under) && inSilo(under)).length,
    direction: objective.direction,
  });
  const roots = [...visible]
    .filter(({ row }) => row.parentId === null || !visible.has(all.objectives.get(row.parentId)!))
    .sort(order);
  if (reading === 'chain') return { groups: [{ name: null, nodes: roots.map(node) }], total: shown.size };
  const bySilo = Map.groupBy(roots, (objective) => siloOf(all, objective));
  const groups = [
    ...all.silos.map(({ id, name }) => ({ id, name })),
    { id: null, name: m.objectives_tree_noSilo() },
  ]
    .map(({ id, name }) => ({ name, nodes: (bySilo.get(id) ?? []).map(node) }))
    .filter(({ nodes }) => nodes.length > 0);
  return { groups, total: shown.size };
}

/** Whether any of these serves an objective, at any depth. */
function serves(all: ObjectiveYear, objective: Objective, any: ReadonlySet<Objective>): boolean {
  return (all.serving.get(objective.row.id) ?? []).some((below) => any.has(below) || serves(all, below, any));
}

/** An objective in a line. */
export function lineOf(
  objective: Objective,
  all: Pick<ObjectiveYear, 'unitNames'>,
  locale: Locale,
): Omit<TreeNode, 'below' | 'more' | 'direction'> {
  const { row, state, gaps, achievement } = objective;
  return {
    id: row.id,
    title: row.title,
    level: levelTitle(row.level, locale),
    whose: whose(objective, all),
    weight: weightOf(objective, locale),
    state: isOfEntity(row.level) ? null : stateTitle(state),
    achievement: shownAchievement(achievement, locale),
    lacks: [
      ...gaps.map(gapTitle),
      ...(state === 'assigned' && !isOfEntity(row.level) ? [m.objectives_gap_notAccepted()] : []),
    ],
  };
}

function weightOf({ row, owners }: Objective, locale: Locale): string | null {
  const [owner] = owners;
  // A person's objective weighs among the person's others.
  const weight = isOfPeople(row.level) ? (owners.length === 1 ? owner!.weight : null) : row.weight;
  return weight === null ? null : decimalWords(weight, locale);
}

function whose({ row, owners }: Objective, { unitNames }: Pick<ObjectiveYear, 'unitNames'>): string | null {
  const unit = row.unitId === null ? null : (unitNames.get(row.unitId) ?? row.unitId);
  if (!isOfPeople(row.level)) return unit;
  const people =
    owners.length === 0
      ? null
      : owners.length === 1
        ? owners[0]!.name
        : m.objectives_people({ count: owners.length });
  return [people, unit].filter(Boolean).join(', ') || null;
}

/** The directions of a year in which somebody may read objectives, in the order of names. */
export async function directionsOf(
  db: Reader,
  all: ObjectiveYear,
  access: Access,
): Promise<{ id: string; name: string }[]> {
  const { units } = await structureOn(db, dayOf(all.year));
  const ids = new Set([...readable(all, access)].flatMap(({ direction }) => direction ?? []));
  return [...ids]
    .map((id) => ({ id: id, name: units.get(id)?.name ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
}
