import { DIRECTIONS } from './directions.ts';
import type { Random } from './random.ts';
import { spread, type Movable } from './spread.ts';

/** What is decided of an EQ holder before the sheet is filled in. */
export interface EqPlan {
  readonly direction: string;
  readonly months: number;
  /** The total of the sheet in hundredths. */
  readonly total: Movable;
  /** Percent of the result pay lost to incentives of law; null if none. */
  readonly incentiveReduction: number | null;
}

/** What `EQ-1B` gives in each direction, in hundredths. */
export type SectorPoints = ReadonlyMap<string, number>;

/** Number of holders and the sum of their totals, from the published mean 97.38, in hundredths (R §3.2). */
const HOLDERS = 34;
const MEAN_TOTAL = 9738;

/** The smallest result pay published and the pot, in cents (R §3.2). */
const SMALLEST_PAY = 89553;
const POT = 7455130;

/** The lowest and the highest total published; the highest needs a direction that did very well itself. */
const LOWEST = { at: 'd07:1', total: 8453 };
const HIGHEST = { at: 'd11:1', total: 9980 };

/**
 * Who held the position for a part of the year. R §2.1 dates two of these appointments to 1 August and one to 1 May;
 * R §3.2 counts four.
 */
const PART_OF_THE_YEAR: Readonly<Record<string, number>> = { 'd05:2': 5, 'd10:3': 7, 'd13:1': 8, 'd13:2': 5 };

/** The holder of the smallest pay, and another of five months who is moved against it. */
const SMALLEST_AT = 'd05:2';
const COUNTERWEIGHT_AT = 'd13:2';

const REDUCED: Readonly<Record<string, number>> = { 'd07:2': 50, 'd10:1': 30 };

/** Everything but `EQ-1A`, which all have, and `EQ-1B`. */
const SERVICE_AND_BEHAVIOUR_POINTS = 9000;
const ENTITY_POINTS = 500;

export function eqPlans(sectorPoints: SectorPoints, random: Random): EqPlan[] {
  const plans = new Map(
    DIRECTIONS.flatMap(({ id, eqHolders }) =>
      Array.from({ length: eqHolders }, (_, at) => {
        const place = `${id}:${at + 1}`;
        return [place, planAt(place, id, sectorPoints.get(id)!, random)] as const;
      }),
    ),
  );
  settle([...plans.values()], plans.get(SMALLEST_AT)!, plans.get(COUNTERWEIGHT_AT)!);
  return [...plans.values()];
}

function planAt(place: string, direction: string, sectorPoints: number, random: Random): EqPlan {
  const months = PART_OF_THE_YEAR[place] ?? 12;
  return {
    direction,
    months,
    total: totalAt(place, sectorPoints, random),
    incentiveReduction: REDUCED[place] ?? null,
  };
}

function totalAt(place: string, sectorPoints: number, random: Random): Movable {
  for (const extreme of [LOWEST, HIGHEST])
    if (place === extreme.at) return { value: extreme.total, least: extreme.total, most: extreme.total };
  // Below what could be reached, so that there is room for an indicator that got worse.
  const most = ENTITY_POINTS + SERVICE_AND_BEHAVIOUR_POINTS + sectorPoints - 40;
  const behind = Math.min(random.integer(0, 400), random.integer(0, 400));
  return { value: most - behind, least: 9200, most };
}

/**
 * Brings the mean and the smallest pay to the published figures. The pay is pot × own weight / all weights: first the
 * total of that holder is set to the nearest hundredth, then the weights are trimmed by moving points from a holder of
 * five months to those of twelve, which leaves the mean as it is.
 */
function settle(plans: readonly EqPlan[], smallest: EqPlan, counterweight: EqPlan): void {
  const wholeYear = plans.filter(({ months }) => months === 12).map(({ total }) => total);
  settleMean(plans, wholeYear);
  for (let round = 0; round < ROUNDS; round++) {
    smallest.total.value = Math.round((SMALLEST_PAY * allWeights(plans)) / (POT * smallest.months));
    settleMean(plans, wholeYear);
  }
  const wanted = (POT * smallest.total.value * smallest.months) / SMALLEST_PAY;
  const moves = Math.round((wanted - allWeights(plans)) / (12 - counterweight.months));
  spread(-moves, [counterweight.total]);
  spread(moves, wholeYear);
}

/** Total and weights depend on each other; each round brings them a hundred times closer. */
const ROUNDS = 4;

function settleMean(plans: readonly EqPlan[], movable: readonly Movable[]): void {
  const sum = plans.reduce((totals, { total }) => totals + total.value, 0);
  spread(MEAN_TOTAL * HOLDERS - sum, movable);
}

function allWeights(plans: readonly EqPlan[]): number {
  return plans.reduce((sum, { total, months }) => sum + total.value * months, 0);
}
