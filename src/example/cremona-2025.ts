import { compute } from '#core/compute.ts';
import { checkInput } from '#core/cycle/check.ts';
import { faultText } from '#core/cycle/fault-text.ts';
import type { CycleOutput } from '#core/cycle/output-shape.ts';
import { output } from '#core/cycle/output.ts';
import { DIRECTIONS } from './directions.ts';
import { employees, type PlannedEmployee } from './employees.ts';
import { eqHolders } from './eq-holders.ts';
import type { SectorPoints } from './eq-plan.ts';
import type { ExampleDirection, ExampleDocument } from './example-document.ts';
import { objectives, SILOS } from './objectives.ts';
import { projects } from './projects.ts';
import { seededRandom, type Random } from './random.ts';
import { survey } from './survey.ts';
import { training } from './training.ts';

const SEED = 2025;

/** Every part draws from a seed of its own, so that a change in one leaves the others as they were. */
const SEEDS = {
  objectives: SEED + 1,
  employees: SEED + 2,
  training: SEED + 3,
  survey: SEED + 4,
  eqHolders: SEED + 5,
  projects: SEED + 6,
};

/**
 * The cycle of 2025 as R publishes it: what R gives is given, what R leaves out is made up so that the core comes to
 * the published figures. No person in it exists.
 */
export function cremona2025(): ExampleDocument {
  const planned = employees(seededRandom(SEEDS.employees));
  const withoutEqHolders: ExampleDocument = {
    year: 2025,
    regulation: 'cremona-2025',
    entity: ENTITY,
    silos: SILOS.map(({ id, name, tenths }) => ({ id, name, achievement: String(tenths / 10) })),
    objectives: objectives(seededRandom(SEEDS.objectives)),
    directions: directions(planned, seededRandom(SEEDS.training)),
    survey: survey(seededRandom(SEEDS.survey)),
    executives: EXECUTIVES,
    eqHolders: [],
    employees: planned.map(({ employee }) => employee),
    funds: FUNDS,
    projects: projects(planned, seededRandom(SEEDS.projects)),
  };
  const sectorPoints = sectorPointsOf(withoutEqHolders);
  return { ...withoutEqHolders, eqHolders: eqHolders(sectorPoints, seededRandom(SEEDS.eqHolders)) };
}

/** What the core makes of a document. Throws with the faults if it refuses it. */
export function computed(document: unknown): CycleOutput {
  const checked = checkInput(document);
  if (!checked.ok) throw new Error(checked.faults.map(faultText).join('\n'));
  return output(compute(checked.input, checked.regulation));
}

/** R §3.1, item 1. The number of cities in the second ranking is not in R: taken to be the same. */
const ENTITY: ExampleDocument['entity'] = {
  budgetBalance: { achieved: true, waiver: false },
  qualityOfLife: [
    { source: 'Il Sole 24 Ore', position: 14, of: 107 },
    { source: 'ItaliaOggi', position: 39, of: 107 },
  ],
  residualCollection: [
    { title: '1', collected: '10158779.02', assessed: '17428127.81' },
    { title: '3', collected: '7691951.81', assessed: '15676671.30' },
  ],
};

/** R §3.1 (first-band amount as in the table of bands, because the fund does not lead to it), §3.2, §3.3. */
const FUNDS: ExampleDocument['funds'] = {
  executives: { resultPay: '135892.00', uplift: '3265.00', firstBandAmount: '7911.36' },
  eqHolders: { resultPay: '74551.30' },
  employees: { individual: '600238.00' },
};

/** R §3.1: 8,000.00 to the two deputy secretaries; which directions they lead is made up. */
const DEPUTY_SECRETARIES = ['d09', 'd13'];

const EXECUTIVES: ExampleDocument['executives'] = DIRECTIONS.map(({ id }, at) => ({
  id: `x${String(at + 1).padStart(2, '0')}`,
  direction: id,
  months: 12,
  ...(DEPUTY_SECRETARIES.includes(id) && {
    extras: [{ label: 'vicesegretario generale', amount: '4000.00' }],
  }),
}));

function directions(planned: readonly PlannedEmployee[], random: Random): ExampleDirection[] {
  return DIRECTIONS.map((direction) => {
    const { id, name, policyAlignment, indicators, managerial, eqHolders } = direction;
    const [improved, unchanged, worsened, notAssessable] = indicators;
    const [planning, timeliness, eqObjectives] = managerial;
    const ownMonths = planned.filter(({ plan }) => plan.direction === id).map(({ plan }) => plan.months);
    const months = [...ownMonths, ...Array<number>(eqHolders).fill(12)];
    return {
      id,
      name,
      policyAlignment: [...policyAlignment],
      indicators: { improved, unchanged, worsened, notAssessable },
      training: training(direction, months, random),
      managerial: { planning, timeliness, eqObjectives },
      transparency: { reported: true, findings: 0 },
      latePayments: false,
    };
  });
}

/** What `EQ-1B` gives in each direction, in hundredths: a holder with an empty sheet asks the core. */
function sectorPointsOf(document: ExampleDocument): SectorPoints {
  const eqHolders = DIRECTIONS.map(({ id }) => ({
    id: `probe-${id}`,
    direction: id,
    months: 12,
    objectives: [],
    indicators: { improved: 0, unchanged: 0, worsened: 0, notAssessable: 0 },
    behaviours: [1, 1, 1, 1, 1, 1],
  }));
  const { eqHolders: sheets } = computed({ ...document, eqHolders });
  return new Map(DIRECTIONS.map(({ id }, at) => [id, Math.round(Number(sheets[at]!.items['EQ-1B']) * 100)]));
}
