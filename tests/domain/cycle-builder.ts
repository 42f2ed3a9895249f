/** A small valid cycle, as the document that a municipality would hand in; a test changes the little that it is about. */
import { checkInput } from '../../src/core/cycle/check.ts';
import { faultText } from '../../src/core/cycle/fault-text.ts';
import type { CycleOutput } from '../../src/core/cycle/output-shape.ts';
import { output } from '../../src/core/cycle/output.ts';
import { compute, type Cycle } from '../../src/core/compute.ts';
import cremona2025 from '../../src/core/regulation/cremona-2025.json' with { type: 'json' };

export type Quantity = number | string;

export interface ObjectiveDocument {
  achievement: Quantity;
  weight?: Quantity;
}

export interface EntityObjectiveDocument extends ObjectiveDocument {
  id: string;
  direction: string;
  silo?: string;
  kind: 'principal' | 'derived';
}

export interface IndicatorsDocument {
  improved: Quantity;
  unchanged: Quantity;
  worsened: Quantity;
  notAssessable: Quantity;
}

export interface TraineeDocument {
  hours: Quantity;
  days: Quantity;
  exempt?: boolean;
}

export interface DirectionDocument {
  id: string;
  name: string;
  policyAlignment: Quantity[];
  indicators: IndicatorsDocument;
  training: { staff: TraineeDocument[]; internalDelivery: Quantity };
  managerial: { planning: Quantity; timeliness: Quantity; eqObjectives: Quantity };
  transparency: { reported: boolean; findings: Quantity };
  latePayments: boolean;
}

export interface ResponseDocument {
  direction: string;
  answers: Quantity[];
}

export interface ExecutiveDocument {
  id: string;
  direction: string;
  months: Quantity;
  extras?: { label: string; amount: Quantity }[];
  tieBreakRank?: Quantity;
}

export interface EqHolderDocument {
  id: string;
  direction: string;
  months: Quantity;
  objectives: ObjectiveDocument[];
  indicators: IndicatorsDocument;
  behaviours: Quantity[];
  incentiveReduction?: Quantity;
}

export interface EmployeeDocument {
  id: string;
  direction: string;
  months?: Quantity;
  presenceDays?: Quantity[];
  individualObjectives: ObjectiveDocument[];
  groupObjectives: ObjectiveDocument[];
  behaviours: Quantity[];
  sanctions?: string[];
  otherIncentives?: Quantity;
  tieBreakRank?: Quantity;
}

export interface ProjectDocument {
  id: string;
  name: string;
  funding: 'own' | 'third-party';
  planned: Quantity;
  reported: Quantity;
  beneficiaries: { id: string; share?: Quantity; amount?: Quantity }[];
}

export interface CycleDocument {
  year: Quantity;
  regulation: unknown;
  entity: {
    budgetBalance: { achieved: boolean; waiver: boolean };
    qualityOfLife: { source: string; position: Quantity; of: Quantity }[];
    residualCollection: { title: string; collected: Quantity; assessed: Quantity }[];
  };
  silos: { id: string; name: string; achievement?: Quantity }[];
  objectives: EntityObjectiveDocument[];
  directions: DirectionDocument[];
  survey?: { invited: Record<string, Quantity>; responses: ResponseDocument[] };
  executives: ExecutiveDocument[];
  eqHolders: EqHolderDocument[];
  employees: EmployeeDocument[];
  funds: {
    executives: { resultPay: Quantity; uplift: Quantity; firstBandAmount?: Quantity };
    eqHolders: { resultPay: Quantity };
    employees: { individual: Quantity };
  };
  projects: ProjectDocument[];
}

/** One direction, `d1`, with its executive `x1`; no EQ holder, no employee, no project. The sheet adds up to 95 points. */
export function aCycle(): CycleDocument {
  return {
    year: 2025,
    regulation: 'cremona-2025',
    entity: {
      budgetBalance: { achieved: true, waiver: false },
      qualityOfLife: [{ source: 'Il Sole 24 Ore', position: 14, of: 107 }],
      residualCollection: [{ title: '1', collected: '50', assessed: '100' }],
    },
    silos: [{ id: 'cresco', name: 'Cresco', achievement: '100' }],
    objectives: [{ id: 'o1', direction: 'd1', silo: 'cresco', kind: 'principal', achievement: '100' }],
    directions: [aDirection('d1')],
    survey: {
      invited: { d1: 5 },
      responses: Array.from({ length: 5 }, () => aResponse('d1', 5)),
    },
    executives: [anExecutive('x1', 'd1')],
    eqHolders: [],
    employees: [],
    funds: {
      executives: { resultPay: '100000', uplift: '3265.00', firstBandAmount: '7911.36' },
      eqHolders: { resultPay: '74551.30' },
      employees: { individual: '600238.00' },
    },
    projects: [],
  };
}

/** Everything at its best but the managerial points, which are 0: 95 points in {@link aCycle}. */
export function aDirection(id: string): DirectionDocument {
  return {
    id,
    name: `Direzione ${id}`,
    policyAlignment: ['2.5', '2.5', '2.5', '2.5'],
    indicators: { improved: 8, unchanged: 2, worsened: 0, notAssessable: 0 },
    training: { staff: [], internalDelivery: '1' },
    managerial: { planning: '0', timeliness: '0', eqObjectives: '0' },
    transparency: { reported: true, findings: 0 },
    latePayments: false,
  };
}

/** A response with the same answer to all eight statements. */
export function aResponse(direction: string, answer: number): ResponseDocument {
  return { direction, answers: Array<number>(8).fill(answer) };
}

export function anExecutive(id: string, direction: string): ExecutiveDocument {
  return { id, direction, months: 12 };
}

/** 97.5 of 100 points in {@link aCycle}: everything at its best, but one behaviour at 2.5. */
export function anEqHolder(id: string, direction = 'd1'): EqHolderDocument {
  return {
    id,
    direction,
    months: 12,
    objectives: [{ achievement: '100' }],
    indicators: { improved: 9, unchanged: 1, worsened: 0, notAssessable: 0 },
    behaviours: [5, 5, 5, 5, 5, '2.5'],
  };
}

/** A sheet of `points`, 0–50, handed out from the objectives down. */
export function anEmployee(id: string, points = 50, direction = 'd1'): EmployeeDocument {
  const hundredths = Math.round(points * 100);
  const objectives = Math.min(hundredths, 4000);
  const behaviours = [0, 250, 500, 750].map((before) => clamp(hundredths - objectives - before, 0, 250));
  return {
    id,
    direction,
    months: 12,
    // Both objective items take the same achievement, in steps that fall on whole hundredths of points.
    individualObjectives: [{ achievement: decimal(Math.min(objectives, 1500) / 15) }],
    groupObjectives: [{ achievement: decimal(Math.max(objectives - 1500, 0) / 25) }],
    behaviours: behaviours.map((share) => decimal(share / 100)),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function decimal(value: number): string {
  return value.toFixed(8);
}

/** An id that sorts as it counts: `e001`. */
export function numbered(prefix: string, at: number): string {
  return `${prefix}${String(at).padStart(3, '0')}`;
}

/** The regulation in force as a document of its own, to be changed. */
export function aRegulation(): typeof cremona2025 {
  return structuredClone(cremona2025);
}

/** Checks and computes; throws with the faults if the document is refused. */
export function cycleOf(document: CycleDocument): Cycle {
  const checked = checkInput(document);
  if (!checked.ok) throw new Error(`refused: ${checked.faults.map(faultText).join('; ')}`);
  return compute(checked.input, checked.regulation);
}

/** What comes out of a document. */
export function outcomeOf(document: CycleDocument): CycleOutput {
  return output(cycleOf(document));
}

/** The faults that a document is refused for, one line each; none if it is accepted. */
export function refusalOf(document: unknown): string[] {
  const checked = checkInput(document);
  return checked.ok ? [] : checked.faults.map(faultText);
}

/**
 * Gives the sheet of a direction of {@link aCycle} a total of 35 to 100 points, in steps of a hundredth: the entity, the
 * silos, the training and the survey stay at their best (45 points), the rest is handed out.
 */
export function score(document: CycleDocument, directionId: string, points: number): void {
  const direction = document.directions.find(({ id }) => id === directionId)!;
  let left = Math.round(points * 100) - 4500;
  if (left < 0) {
    direction.transparency.findings = 10;
    left += 1000;
  }
  const take = (most: number) => {
    const taken = Math.min(left, most);
    left -= taken;
    return taken;
  };
  const indicators = take(1500);
  direction.indicators = {
    improved: indicators,
    unchanged: 0,
    worsened: 1500 - indicators,
    notAssessable: 0,
  };
  document.objectives = document.objectives.filter(({ direction }) => direction !== directionId);
  document.objectives.push({
    id: `o-${directionId}`,
    direction: directionId,
    kind: 'principal',
    achievement: decimal(take(2500) / 25),
  });
  direction.policyAlignment = [0, 0, 0, 0].map(() => decimal(take(250) / 100));
  const [timeliness, planning, eqObjectives] = [take(300), take(100), take(100)];
  direction.managerial = {
    planning: decimal(planning / 100),
    timeliness: decimal(timeliness / 100),
    eqObjectives: decimal(eqObjectives / 100),
  };
}

/** A cycle of several directions `d1`, `d2`, … with executives `x1`, `x2`, … whose sheets have these totals. */
export function aCycleScoring(...totals: readonly number[]): CycleDocument {
  const document = aCycle();
  document.directions = totals.map((_, at) => aDirection(`d${at + 1}`));
  document.executives = totals.map((_, at) => anExecutive(`x${at + 1}`, `d${at + 1}`));
  document.objectives = [];
  totals.forEach((points, at) => {
    score(document, `d${at + 1}`, points);
  });
  return document;
}

/** A cycle of employees alone, in the directions they name. */
export function aCycleOf(employees: EmployeeDocument[], individual: Quantity): CycleDocument {
  const document = aCycle();
  const ids = [...new Set(['d1', ...employees.map(({ direction }) => direction)])].sort();
  document.directions = ids.map(aDirection);
  document.employees = employees;
  document.funds.employees.individual = individual;
  return document;
}

/** A cycle in which every field of the contract occurs at least once. */
export function aFullCycle(): CycleDocument {
  const document = aCycleScoring(92, 85);
  document.silos.push({ id: 'curo', name: 'Curo' });
  document.objectives[0] = {
    id: 'o-d1',
    direction: 'd1',
    silo: 'curo',
    kind: 'principal',
    achievement: '95',
    weight: '1.5',
  };
  document.directions[0]!.training.staff = [{ hours: '41.5', days: 365, exempt: false }];
  document.survey!.invited = { d1: 62, d2: 4 };
  document.executives[0] = {
    ...anExecutive('x1', 'd1'),
    extras: [{ label: 'vicesegretario', amount: '4000.00' }],
    tieBreakRank: 1,
  };
  document.eqHolders = [
    { ...anEqHolder('q1'), objectives: [{ achievement: '100', weight: 2 }], incentiveReduction: '10' },
  ];
  document.employees = [
    { ...anEmployee('e1', 48.5), sanctions: ['fine'], otherIncentives: '12.50', tieBreakRank: 1 },
    { ...anEmployee('e2', 45), presenceDays: Array<number>(12).fill(20) },
  ];
  document.employees[0]!.groupObjectives[0]!.weight = 1;
  delete document.employees[1]!.months;
  document.projects = [
    {
      id: 'p1',
      name: 'Progetto di ente',
      funding: 'own',
      planned: '100.00',
      reported: '90.00',
      beneficiaries: [
        { id: 'e1', share: 1 },
        { id: 'e2', share: '0.5' },
      ],
    },
    {
      id: 'p2',
      name: 'Sportello',
      funding: 'third-party',
      planned: '0',
      reported: '10.00',
      beneficiaries: [{ id: 'q1', amount: '10.00' }],
    },
  ];
  return document;
}
