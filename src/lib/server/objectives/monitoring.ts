import type { Locale } from '#lib/locale/locale.ts';
import { readable, type Access } from './access.ts';
import { asKnown } from './certifying.ts';
import { isOfPeople, OBJECTIVE_STATES, type ObjectiveState } from './model.ts';
import { lineOf } from './tree.ts';
import type { Objective, ObjectiveYear } from './year.ts';

/** How far the objectives of a direction have come. */
export interface DirectionProgress {
  /** Null: of no direction. */
  readonly id: string | null;
  readonly name: string | null;
  readonly total: number;
  readonly counts: Readonly<Record<ObjectiveState, number>>;
  /** Assigned and further, of all, in percent. */
  readonly certifiedShare: number;
}

export function progressOf(all: ObjectiveYear, access: Access): DirectionProgress[] {
  const byDirection = Map.groupBy(measured(all, access), ({ direction }) => direction);
  return [...byDirection]
    .map(([id, objectives]) => {
      const counts = Object.fromEntries(
        OBJECTIVE_STATES.map((state) => [state, objectives.filter((one) => one.state === state).length]),
      ) as Record<ObjectiveState, number>;
      return {
        id,
        name: id === null ? null : (all.structure.units.get(id)?.name ?? id),
        total: objectives.length,
        counts,
        certifiedShare: Math.floor((100 * counts.certified) / objectives.length),
      };
    })
    .sort((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff', 'it'));
}

/** The objectives that go through assignment, report and certification: from the directions' downwards. */
function measured(all: ObjectiveYear, access: Access): Objective[] {
  return [...readable(all, access)].filter(({ row }) => row.level === 'executive' || isOfPeople(row.level));
}

/** What is to be looked at: what waits in a state, or all that lack something. */
export const LATE = ['draft', 'assigned', 'accepted', 'reported', 'lacking'] as const;
export type Late = (typeof LATE)[number];

export interface LateFilter {
  readonly late: Late;
  /** Null: of all directions. */
  readonly direction: string | null;
}

const LINES_A_PAGE = 50;

/** A page of objectives that wait, with whether each can be certified without a reason. */
export function lateOf(
  all: ObjectiveYear,
  access: Access,
  { late, direction }: LateFilter,
  page: number,
  locale: Locale,
) {
  const found = measured(all, access)
    .filter((objective) => direction === null || objective.direction === direction)
    .filter(({ state, gaps }) => (late === 'lacking' ? gaps.length > 0 : state === late))
    .sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
  return {
    total: found.length,
    pages: Math.ceil(found.length / LINES_A_PAGE),
    lines: found.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE).map((objective) => ({
      ...lineOf(objective, all, locale),
      certifiable: access.certifies && asKnown(objective, all) !== null,
    })),
  };
}
