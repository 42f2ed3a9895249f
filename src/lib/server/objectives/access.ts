import type { Reader } from '../database/database.ts';
import { today } from '../calendar/today.ts';
import { reachOf, type Reach } from '../permissions/reach.ts';
import { scopesOf, type Subject } from '../permissions/permission.ts';
import { isOfEntity, isOfPeople, type ObjectiveLevel } from './model.ts';
import type { Objective, ObjectiveYear } from './year.ts';
import { chainAbove } from './year.ts';

/** What somebody may do to objectives. */
export interface Access {
  readonly subject: Subject;
  /** Reads everything, and not a part. */
  readonly readsAll: boolean;
  readonly certifies: boolean;
  /** What is theirs to look after. */
  reads(objective: Touched): boolean;
  changes(objective: Touched): boolean;
  /** Who changes a direction's objectives proposes them; who assigns them answers for the whole entity. */
  assigns(objective: Touched): boolean;
  reports(objective: Touched): boolean;
  /** Whether it is theirs: an owner, or who leads the direction whose objective it is. */
  accepts(objective: Touched): boolean;
  readonly levels: readonly ObjectiveLevel[];
  readonly change: Reach | null;
}

type Touched = Pick<Objective, 'row' | 'owners'>;

/** How far somebody's permissions for objectives reach today. */
export async function accessOf(db: Reader, subject: Subject): Promise<Access> {
  const date = today();
  const read = await reachOf(db, subject, 'objective.read', date);
  const change = await reachOf(db, subject, 'objective.change', date);
  const report = await reachOf(db, subject, 'objective.report', date);
  const mayAccept = scopesOf(subject, 'objective.accept').size > 0;
  return {
    subject,
    readsAll: read === 'all',
    certifies: scopesOf(subject, 'objective.certify').has('entity'),
    reads: (objective) => touches(objective, read),
    changes: (objective) =>
      change === 'all' || (!isOfEntity(objective.row.level) && holds(objective, change)),
    assigns: (objective) => (isOfPeople(objective.row.level) ? holds(objective, change) : change === 'all'),
    reports: (objective) =>
      !isOfEntity(objective.row.level) &&
      (holds(objective, report) || (report !== null && isOwn(objective, subject))),
    accepts: (objective) => mayAccept && isOwn(objective, subject),
    levels: levelsOf(change),
    change,
  };
}

/** The levels at which somebody makes objectives: those of the DUP are the entity's. */
function levelsOf(change: Reach | null): readonly ObjectiveLevel[] {
  if (change === null) return [];
  const below: ObjectiveLevel[] = ['executive', 'eq', 'individual', 'group'];
  return change === 'all' ? ['strategic', 'operational', ...below] : below;
}

/** Within reach in any way: by its unit or by one of its people. */
function touches({ row, owners }: Touched, reach: Reach | null): boolean {
  if (reach === 'all' || reach === null) return reach === 'all';
  if (row.unitId !== null && reach.units.includes(row.unitId)) return true;
  return isOfPeople(row.level) && owners.some(({ personId }) => reach.people.includes(personId));
}

/** Wholly within reach: its unit, or where it has none all of its people. */
function holds({ row, owners }: Touched, reach: Reach | null): boolean {
  if (reach === 'all' || reach === null) return reach === 'all';
  if (row.unitId !== null) return reach.units.includes(row.unitId);
  return (
    isOfPeople(row.level) &&
    owners.length > 0 &&
    owners.every(({ personId }) => reach.people.includes(personId))
  );
}

function isOwn({ row, owners }: Touched, { person, leads }: Subject): boolean {
  if (row.level === 'executive') return row.unitId !== null && leads.has(row.unitId);
  return owners.some(({ personId }) => personId === person);
}

/** The objectives that somebody may open: theirs to look after, and what those serve. */
export function readable(all: ObjectiveYear, access: Access): ReadonlySet<Objective> {
  const own = [...all.objectives.values()].filter((objective) => access.reads(objective));
  return new Set(own.flatMap((objective) => [objective, ...chainAbove(all, objective)]));
}

/** Whether somebody may let an objective of theirs serve another: what they may open, and what is the entity's. */
export function mayServe(all: ObjectiveYear, access: Access, parent: Objective): boolean {
  return isOfEntity(parent.row.level) || readable(all, access).has(parent);
}
