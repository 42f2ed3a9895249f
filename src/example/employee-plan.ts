import type { Sanction } from '#core/regulation/schema.ts';
import { DIRECTIONS, type DirectionPlan, type LowerBands } from './directions.ts';
import type { Random } from './random.ts';
import type { Movable } from './spread.ts';

/**
 * What is decided of an employee before the sheet is filled in: the total first, because the published figures are
 * about totals (R §3.3), then a sheet that comes to it.
 */
export interface EmployeePlan {
  readonly direction: string;
  readonly months: number;
  /** The total of the sheet in hundredths, with the limits between which it may be moved to meet a published figure. */
  readonly total: Movable;
  readonly sanctions: readonly Sanction[];
  /** Incentives of law received, in hundredths; null if none. */
  readonly otherIncentives: number | null;
}

/** The totals of each band below the first: out of 50, its limits are the halves of those of `BAND-E`. */
const BAND_TOTALS: Readonly<Record<keyof LowerBands, readonly [number, number]>> = {
  second: [4555, 4740],
  third: [4060, 4480],
  fourth: [3560, 3980],
  fifth: [3060, 3480],
};

const FIRST_BAND = { least: 4800, most: 5000 };

/** No total is moved further down than this: at 47.50 the second band begins. */
const FIRST_BAND_FLOOR = 4765;

/** Nor further up than this: close to 50 there is a sheet for every 0.05, but not for every 0.01. */
const HIGHEST_MOVED = 4950;

/** The lowest total published, of somebody with enough months who is not positive: 556 entitled, 555 positive. */
const LOWEST_TOTAL = 2400;
const LOWEST_TOTAL_DIRECTION = 'd02';

/** The highest total published, 50 of 50. */
const HIGHEST_TOTAL = 5000;
const HIGHEST_TOTAL_DIRECTIONS = ['d02', 'd05', 'd12'];

interface TopTotals {
  readonly uplifted: readonly { readonly total: number; readonly otherIncentives?: number }[];
  readonly bestOfTheRest: number;
}

/**
 * R §3.3 publishes the largest premium with and without uplift. They need a direction in which incentives of law
 * leave money to the others: R names those for technical functions, so two technical directions hold them. One of
 * those uplifted receives such incentives: the uplift is then paid in full all the same.
 */
const TOP_TOTALS: Readonly<Record<string, TopTotals>> = {
  d07: {
    uplifted: [{ total: 4990 }, { total: 4965 }, { total: 4950, otherIncentives: 182000 }, { total: 4935 }],
    bestOfTheRest: 4880,
  },
  d08: { uplifted: [{ total: 4985 }, { total: 4970 }, { total: 4955 }], bestOfTheRest: 4900 },
};

/** Who gets the smallest premium published: the fewest months that entitle, and a total a little below the mean. */
export const SMALLEST_PREMIUM = { direction: 'd03', months: 6, total: 4790 };

/** Months of those with 6 to 11, by direction: who came or left in the year, or was absent for long. */
const PARTIAL_MONTHS: Readonly<Record<string, readonly number[]>> = {
  d01: [10, 9, 8, 11],
  d02: [11, 10, 10, 9, 9, 8, 8, 8, 7, 7, 11, 10],
  d03: [6, 10, 9, 8, 8, 11],
  d04: [9, 7],
  d05: [8],
  d07: [6, 7],
  d08: [6],
  d10: [8, 10],
  d11: [9],
  d13: [7, 10],
};

/** Incentives of law in hundredths, by direction (`BAL-1`): from 2,500 nothing of the premium is left, from 1,750 half. */
const INCENTIVES: Readonly<Record<string, readonly number[]>> = {
  d01: [42000],
  d06: [96050],
  d07: [489000, 312050, 210540, 238075],
  d08: [341520, 250000, 175000],
  d10: [61000, 128300],
  d11: [224460, 191000, 87500],
  d13: [33600, 54000],
};

const SANCTIONED: Readonly<Record<string, Sanction>> = {
  d01: 'written-reprimand',
  d02: 'fine',
  d10: 'written-reprimand',
};

/** All employees of the example, direction by direction, in no order within a direction. */
export function employeePlans(random: Random): EmployeePlan[] {
  return DIRECTIONS.flatMap((direction) => random.shuffled(plansOfDirection(direction, random)));
}

function plansOfDirection(direction: DirectionPlan, random: Random): EmployeePlan[] {
  const special = [
    ...topPlans(direction.id),
    ...lowerPlans(direction, random),
    ...partialPlans(direction, random),
    ...incentivePlans(direction.id, random),
    ...shortPlans(direction, random),
  ];
  const rest = direction.employees - special.length;
  return [...special, ...Array.from({ length: rest }, () => ordinaryPlan(direction.id, random))];
}

function ordinaryPlan(direction: string, random: Random): EmployeePlan {
  const most = highestOrdinaryTotal(direction);
  const value = inFives(random.bell(FIRST_BAND.least, most));
  if (value > HIGHEST_MOVED) return plan(direction, fixed(value));
  return plan(direction, { value, least: FIRST_BAND_FLOOR, most: Math.min(most, HIGHEST_MOVED) });
}

function topPlans(direction: string): EmployeePlan[] {
  const top = TOP_TOTALS[direction];
  if (HIGHEST_TOTAL_DIRECTIONS.includes(direction)) return [plan(direction, fixed(HIGHEST_TOTAL))];
  if (!top) return [];
  return [
    ...top.uplifted.map(({ total, otherIncentives = null }) => ({
      ...plan(direction, fixed(total)),
      otherIncentives,
    })),
    plan(direction, fixed(top.bestOfTheRest)),
  ];
}

/** The sheets below the first band; the first of a direction that has a sanction is the one sanctioned. */
function lowerPlans({ id, lowerBands }: DirectionPlan, random: Random): EmployeePlan[] {
  const totals = (['third', 'second', 'fourth', 'fifth'] as const).flatMap((band) =>
    Array.from({ length: lowerBands[band] }, () => inFives(random.integer(...BAND_TOTALS[band]))),
  );
  if (id === LOWEST_TOTAL_DIRECTION) totals.push(LOWEST_TOTAL);
  const sanction = SANCTIONED[id];
  return totals.map((total, at) => ({
    ...plan(id, fixed(total)),
    sanctions: sanction && at === 0 ? [sanction] : [],
  }));
}

function partialPlans({ id }: DirectionPlan, random: Random): EmployeePlan[] {
  return (PARTIAL_MONTHS[id] ?? []).map((months) => {
    const smallest = id === SMALLEST_PREMIUM.direction && months === SMALLEST_PREMIUM.months;
    const total = smallest ? fixed(SMALLEST_PREMIUM.total) : goodTotal(id, random);
    return { ...plan(id, total), months };
  });
}

function incentivePlans(direction: string, random: Random): EmployeePlan[] {
  return (INCENTIVES[direction] ?? []).map((otherIncentives) => ({
    ...plan(direction, goodTotal(direction, random)),
    otherIncentives,
  }));
}

/** Who has less than 6 months: a sheet, but no part in the premium. */
function shortPlans({ id, employees, entitled }: DirectionPlan, random: Random): EmployeePlan[] {
  return Array.from({ length: employees - entitled }, () => ({
    ...plan(id, fixed(inFives(random.integer(4800, 4900)))),
    months: random.integer(1, 5),
  }));
}

function plan(direction: string, total: Movable): EmployeePlan {
  return { direction, months: 12, total, sanctions: [], otherIncentives: null };
}

/** High enough that half a premium is never the smallest one, low enough not to be among the best. */
function goodTotal(direction: string, random: Random): Movable {
  return fixed(inFives(Math.min(random.integer(4890, 4930), highestOrdinaryTotal(direction))));
}

function highestOrdinaryTotal(direction: string): number {
  const top = TOP_TOTALS[direction];
  return top ? top.bestOfTheRest - 5 : FIRST_BAND.most;
}

function fixed(value: number): Movable {
  return { value, least: value, most: value };
}

/** Most sheets come to a multiple of 0.05: whole percents of 15 and 25 points, and quarters. */
function inFives(value: number): number {
  return Math.floor(value / 5) * 5;
}
