import { DIRECTIONS } from './directions.ts';
import type { PlannedEmployee } from './employees.ts';
import { hundredths, type ExampleProject } from './example-document.ts';
import type { Random } from './random.ts';
import { spread } from './spread.ts';

/** A line of the table of projects of R §3.3; amounts in cents. */
interface ProjectPlan {
  readonly name: string;
  readonly funding: 'own' | 'third-party';
  readonly planned: number;
  readonly reported: number;
  readonly beneficiaries: number;
  readonly largest: number;
  readonly smallest: number;
  /** The directions whose employees take part; R names some of them, the others are made up. */
  readonly directions: readonly string[];
  /** Premiums between the two are multiples of this. */
  readonly step: number;
  /** Split in equal shares instead of amounts. */
  readonly equalShares?: boolean;
}

const ALL = DIRECTIONS.map(({ id }) => id);

const PROJECTS: readonly ProjectPlan[] = [
  {
    name: 'Efficientamento dell’organizzazione e transizione al digitale',
    funding: 'own',
    planned: 4000000,
    reported: 4635600,
    beneficiaries: 455,
    largest: 43000,
    smallest: 5500,
    directions: ALL,
    step: 500,
  },
  {
    name: 'Controllo e contrasto alle violazioni del codice della strada',
    funding: 'own',
    planned: 6600000,
    reported: 6545845,
    beneficiaries: 56,
    largest: 935283,
    smallest: 2530,
    directions: ['d01'],
    step: 1265,
  },
  {
    name: 'Coordinamento del sistema integrato 0-6',
    funding: 'own',
    planned: 600000,
    reported: 600000,
    beneficiaries: 12,
    largest: 83000,
    smallest: 47000,
    directions: ['d02'],
    step: 1000,
  },
  {
    name: 'Food policy: cucine del sistema 0-6',
    funding: 'own',
    planned: 800000,
    reported: 800000,
    beneficiaries: 8,
    largest: 320000,
    smallest: 60000,
    directions: ['d02'],
    step: 1000,
  },
  {
    name: 'Gestione dei cimiteri',
    funding: 'own',
    planned: 500000,
    reported: 500000,
    beneficiaries: 3,
    largest: 166667,
    smallest: 166667,
    directions: ['d07'],
    step: 1,
    equalShares: true,
  },
  {
    name: 'Orientamento dell’Informagiovani',
    funding: 'own',
    planned: 400000,
    reported: 400000,
    beneficiaries: 6,
    largest: 75000,
    smallest: 50000,
    directions: ['d05'],
    step: 1000,
  },
  {
    name: 'Contabilità ACCRUAL',
    funding: 'own',
    planned: 700000,
    reported: 700000,
    beneficiaries: 14,
    largest: 54000,
    smallest: 24000,
    directions: ['d11', 'd06', 'd12'],
    step: 1000,
  },
  {
    name: 'Comunicazione social',
    funding: 'own',
    planned: 320000,
    reported: 320000,
    beneficiaries: 4,
    largest: 80000,
    smallest: 80000,
    directions: ['d05', 'd04', 'd02'],
    step: 1,
    equalShares: true,
  },
  {
    name: 'Coordinamento dell’Ufficio di Piano',
    funding: 'third-party',
    planned: 700000,
    reported: 700000,
    beneficiaries: 1,
    largest: 700000,
    smallest: 700000,
    directions: ['d03'],
    step: 1,
    equalShares: true,
  },
  {
    name: 'SMART, interventi di sicurezza urbana',
    funding: 'third-party',
    planned: 500000,
    reported: 99093,
    beneficiaries: 7,
    largest: 22296,
    smallest: 9469,
    directions: ['d01'],
    step: 50,
  },
  {
    name: 'Formazione della Polizia Locale con PoliS-Lombardia',
    funding: 'third-party',
    planned: 1400000,
    reported: 1350212,
    beneficiaries: 13,
    largest: 192895,
    smallest: 26455,
    directions: ['d01'],
    step: 500,
  },
];

/** The projects of organisational performance in the order of R §3.3, with beneficiaries among the employees. */
export function projects(employees: readonly PlannedEmployee[], random: Random): ExampleProject[] {
  return PROJECTS.map((plan, at) => ({
    id: `p${String(at + 1).padStart(2, '0')}`,
    name: plan.name,
    funding: plan.funding,
    planned: hundredths(plan.planned),
    reported: hundredths(plan.reported),
    beneficiaries: beneficiaries(plan, employees, random),
  }));
}

function beneficiaries(
  plan: ProjectPlan,
  employees: readonly PlannedEmployee[],
  random: Random,
): ExampleProject['beneficiaries'] {
  const candidates = employees.filter(
    ({ plan: { direction, months } }) => plan.directions.includes(direction) && months >= 6,
  );
  const ids = random
    .shuffled(candidates)
    .slice(0, plan.beneficiaries)
    .map(({ employee }) => employee.id)
    .sort();
  if (plan.equalShares) return ids.map((id) => ({ id, share: 1 }));
  const amounts = random.shuffled(premiums(plan, random));
  return ids.map((id, at) => ({ id, amount: hundredths(amounts[at]!) }));
}

/** Premiums that add up to what was reported, with the largest and the smallest as published. */
function premiums(plan: ProjectPlan, random: Random): number[] {
  const { beneficiaries, largest, smallest, reported, step } = plan;
  const left = reported - largest - smallest * (beneficiaries - 1);
  const steps = Math.floor(left / step);
  const most = Math.floor((largest - smallest - 1) / step);
  const twiceTheMean = Math.floor((2 * steps) / (beneficiaries - 2));
  const between = Array.from({ length: beneficiaries - 2 }, () => ({
    value: random.integer(0, Math.min(twiceTheMean, most)),
    least: 0,
    most,
  }));
  const drawn = between.reduce((sum, { value }) => sum + value, 0);
  spread(steps - drawn, between);
  const amounts = [largest, ...between.map(({ value }) => smallest + value * step), smallest];
  // What no multiple of the step can hold goes to somebody in the middle.
  amounts[Math.floor(beneficiaries / 2)]! += left % step;
  return amounts;
}
