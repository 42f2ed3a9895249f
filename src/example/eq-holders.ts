import { DIRECTIONS, type DirectionPlan } from './directions.ts';
import type { ExampleEqHolder } from './example-document.ts';
import { eqPlans, type EqPlan, type SectorPoints } from './eq-plan.ts';
import type { Random } from './random.ts';
import { spread } from './spread.ts';

/** Points in hundredths, and the whole points of the six behaviours and of the objectives (R §3.2). */
const ENTITY_POINTS = 500;
const INDICATOR_POINTS = 1000;
const OBJECTIVES_AND_BEHAVIOURS = 8000;
const BEHAVIOURS = 6;
const QUARTER = 25;

/** Every set has an objective of weight 10, so that the achievements can meet any total in steps of 0.05. */
const WEIGHTS = [
  [50, 40, 10],
  [40, 30, 20, 10],
  [30, 30, 30, 10],
  [30, 20, 20, 20, 10],
];

/** Points in hundredths that a holder usually loses on objectives and behaviours together. */
const USUAL_LOSS = 60;

/** Percents that one objective may fall behind the others. */
const MOST_BEHIND = 15;

type Indicators = ExampleEqHolder['indicators'];

/** The EQ holders of the example with their sheets; `sectorPoints` is what the core gives their directions (`EQ-1B`). */
export function eqHolders(sectorPoints: SectorPoints, random: Random): ExampleEqHolder[] {
  const pools = new Map(DIRECTIONS.map((direction) => [direction.id, poolOf(direction)]));
  return eqPlans(sectorPoints, random).map((plan, at) => ({
    id: `q${String(at + 1).padStart(2, '0')}`,
    direction: plan.direction,
    months: plan.months,
    ...sheetOf(plan, sectorPoints.get(plan.direction)!, pools.get(plan.direction)!, random),
    ...(plan.incentiveReduction !== null && { incentiveReduction: plan.incentiveReduction }),
  }));
}

/** What is left of the indicators of a direction for its holders: those of a service are among its direction's. */
interface Pool {
  readonly left: Record<keyof Indicators, number>;
  readonly mostEach: number;
}

function poolOf({ indicators, eqHolders }: DirectionPlan): Pool {
  const [improved, unchanged, worsened, notAssessable] = indicators;
  const mostEach = Math.floor((improved + unchanged + worsened) / eqHolders);
  return { left: { improved, unchanged, worsened, notAssessable }, mostEach };
}

/** Fills in indicators, objectives and behaviours that come to exactly the planned total. */
function sheetOf(
  { total }: EqPlan,
  sectorPoints: number,
  pool: Pool,
  random: Random,
): Pick<ExampleEqHolder, 'objectives' | 'indicators' | 'behaviours'> {
  const serviceAndBehaviours = total.value - ENTITY_POINTS - sectorPoints;
  const indicators = indicatorsFor(serviceAndBehaviours, pool, random);
  const lost = OBJECTIVES_AND_BEHAVIOURS - (serviceAndBehaviours - indicatorPoints(indicators));
  const quartersLost = Math.floor((lost * random.integer(40, 75)) / 100 / QUARTER);
  return {
    objectives: objectivesLosing(lost - quartersLost * QUARTER, random),
    indicators,
    behaviours: behavioursLosing(quartersLost, random),
  };
}

/** Takes indicators out of the pool, such that objectives and behaviours lose something too, if the total allows it. */
function indicatorsFor(
  points: number,
  { left, mostEach }: Pool,
  random: Random,
): Outcome & { notAssessable: number } {
  const lostWith = (indicators: Outcome) =>
    OBJECTIVES_AND_BEHAVIOURS - (points - indicatorPoints(indicators));
  const possible = random.shuffled(OUTCOMES).filter((outcome) => {
    const { improved, unchanged, worsened } = outcome;
    const within = improved <= left.improved && unchanged <= left.unchanged && worsened <= left.worsened;
    return within && improved + unchanged + worsened <= mostEach && lostWith(outcome) >= 0;
  });
  const outcome = possible.find((each) => lostWith(each) >= USUAL_LOSS) ?? possible[0];
  if (!outcome) throw new RangeError(`no indicators fit ${points}`);
  const notAssessable = left.notAssessable > 0 && random.chance(15) ? 1 : 0;
  left.improved -= outcome.improved;
  left.unchanged -= outcome.unchanged;
  left.worsened -= outcome.worsened;
  left.notAssessable -= notAssessable;
  return { ...outcome, notAssessable };
}

interface Outcome {
  readonly improved: number;
  readonly unchanged: number;
  readonly worsened: number;
}

const OUTCOMES: readonly Outcome[] = [0, 1, 2].flatMap((worsened) =>
  Array.from({ length: 18 }, (_, at) => at + 8).flatMap((favourable) =>
    [0, 1, 2].map((unchanged) => ({ improved: favourable - unchanged, unchanged, worsened })),
  ),
);

/** `EQ-2B`, rounded half-up as the core awards it. */
function indicatorPoints({ improved, unchanged, worsened }: Outcome): number {
  const favourable = improved + unchanged;
  const assessable = favourable + worsened;
  return Math.floor((2 * INDICATOR_POINTS * favourable + assessable) / (2 * assessable));
}

/**
 * One percent of an objective of weight 10 is worth 0.05 points of `EQ-2A`. One objective falls behind, the others make
 * up what it cannot; what is less than 0.05 is a decimal of the one of weight 10.
 */
function objectivesLosing(points: number, random: Random): ExampleEqHolder['objectives'] {
  const fifths = (5 - (points % 5)) % 5;
  const objectives = random.pick(WEIGHTS).map((weight) => {
    const most = weight === 10 && fifths > 0 ? 99 : 100;
    return { value: most, least: 60, most, weight: weight / 10 };
  });
  const lost = Math.floor(points / 5);
  const behind = random.pick(objectives);
  const drop = Math.min(Math.floor(lost / behind.weight), MOST_BEHIND);
  behind.value -= drop;
  spread(drop * behind.weight - lost, random.shuffled(objectives));
  return objectives.map(({ value, weight }) => ({
    achievement: weight === 1 && fifths > 0 ? `${value}.${fifths * 2}` : value,
    weight: weight * 10,
  }));
}

function behavioursLosing(quarters: number, random: Random): string[] {
  const lost = Array<number>(BEHAVIOURS).fill(0);
  for (let left = quarters; left > 0; left--) lost[random.integer(0, BEHAVIOURS - 1)]! += 1;
  return lost.map((quarter) => String(5 - quarter / 4));
}
