import type { ExampleEmployee } from './example-document.ts';
import type { Random } from './random.ts';

/** The sheet of an employee: at most two objectives of each kind and four behaviours (R §3.3, paragraph 1). */
export type EmployeeSheetData = Pick<
  ExampleEmployee,
  'individualObjectives' | 'groupObjectives' | 'behaviours'
>;

type Objectives = ExampleEmployee['groupObjectives'];

/** Most points of individual objectives and of group objectives, and of all behaviours in quarters. */
const INDIVIDUAL = 15;
const GROUP = 25;
const QUARTERS = 40;

/** The weights of the individual objectives: one objective, or two. */
const WEIGHTS: readonly (readonly number[])[] = [[100], [100], [100], [60, 40], [70, 30], [50, 50]];

/** Below this total a person's share of the group's objectives is their own. */
const OWN_SHARE_BELOW = 4500;

/**
 * Fills in a sheet that comes to exactly `total` hundredths, as a member of one of the groups. A group's objectives are
 * the same for all its members; who did much worse than the group has a share of them of their own. What is left is divided over
 * behaviours in quarters and individual objectives in whole percents.
 */
export function sheetOf(total: number, groups: readonly Objectives[], random: Random): EmployeeSheetData {
  for (const group of random.shuffled(groups)) {
    const sheet = sheetInGroup(total, group, random);
    if (sheet) return sheet;
  }
  throw new RangeError(`no sheet comes to ${total}`);
}

function sheetInGroup(total: number, group: Objectives, random: Random): EmployeeSheetData | null {
  const groupObjectives = total < OWN_SHARE_BELOW ? [{ achievement: Math.round(total / 50) }] : group;
  const left = total - objectivePoints(GROUP, groupObjectives);
  const usual = Math.round((left * QUARTERS) / (100 * (INDIVIDUAL + QUARTERS / 4)));
  for (const weights of random.shuffled(WEIGHTS))
    for (const quarters of nearby(usual, 3, QUARTERS)) {
      const individualObjectives = objectivesOf(left - quarters * 25, weights, random);
      if (individualObjectives)
        return { individualObjectives, groupObjectives, behaviours: behavioursOf(quarters, random) };
    }
  return null;
}

/** Objectives in whole percents with just these points; null if there are none. */
function objectivesOf(points: number, weights: readonly number[], random: Random): Objectives | null {
  if (points < 0 || points > INDIVIDUAL * 100) return null;
  const [first, second] = weights;
  if (first === undefined || second === undefined)
    return points % INDIVIDUAL === 0 ? [{ achievement: points / INDIVIDUAL }] : null;
  const near = Math.round(points / INDIVIDUAL);
  for (const achievement of random.shuffled(nearby(near, 6, 100))) {
    const other = Math.round(((points * 100) / INDIVIDUAL - first * achievement) / second);
    const objectives = [
      { achievement, weight: first },
      { achievement: other, weight: second },
    ];
    if (other >= 0 && other <= 100 && objectivePoints(INDIVIDUAL, objectives) === points) return objectives;
  }
  return null;
}

/** The points of objectives in hundredths, rounded half-up as the core awards them (`EMP-1`, `EMP-2`). */
function objectivePoints(maximum: number, objectives: Objectives): number {
  const weights = objectives.reduce((sum, { weight = 1 }) => sum + Number(weight), 0);
  const sum = objectives.reduce(
    (points, { achievement, weight = 1 }) => points + Number(achievement) * Number(weight),
    0,
  );
  return Math.floor((2 * maximum * sum + weights) / (2 * weights));
}

/** Four behaviours of at most 2.5 points that together make so many quarters, one no more than a little above another. */
function behavioursOf(quarters: number, random: Random): string[] {
  const behaviours = [0, 0, 0, 0].map(() => Math.floor(quarters / 4));
  for (let left = quarters % 4; left > 0; left--) behaviours[left]! += 1;
  const [from, to] = [random.integer(0, 3), random.integer(0, 3)];
  if (behaviours[from]! > 0 && behaviours[to]! < QUARTERS / 4) {
    behaviours[from]! -= 1;
    behaviours[to]! += 1;
  }
  return random.shuffled(behaviours).map((behaviour) => String(behaviour / 4));
}

/** Whole numbers at most `distance` from `middle` and `most`, the nearest first. */
function nearby(middle: number, distance: number, most: number): number[] {
  return Array.from({ length: 2 * distance + 1 }, (_, at) => middle - distance + at)
    .filter((number) => number >= 0 && number <= most)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
}
