import type { CycleInput, ProjectInput } from '../cycle/input.ts';
import { allocate } from '../quantity/allocation.ts';
import { wholeCents, type Cents } from '../quantity/money.ts';
import { sumOf, type Rational } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';

/** A project of organisational performance and what its beneficiaries get (R §3.3, table of projects). */
export interface ProjectResult {
  readonly project: ProjectInput;
  readonly amounts: readonly Cents[];
  /** Null without beneficiaries. */
  readonly largest: Cents | null;
  readonly smallest: Cents | null;
}

export interface FundingTotal {
  readonly planned: Rational;
  readonly reported: Rational;
}

export interface ProjectResults {
  readonly list: readonly ProjectResult[];
  readonly own: FundingTotal;
  readonly thirdParty: FundingTotal;
  readonly total: FundingTotal;
}

/** Splits what each project reported by shares without losing a cent, or takes the amounts that are given. */
export function projectResults(projects: CycleInput['projects']): ProjectResults {
  const funded = (funding: ProjectInput['funding']) =>
    projects.filter((project) => project.funding === funding);
  return {
    list: projects.map(projectResult),
    own: fundingTotal(funded('own')),
    thirdParty: fundingTotal(funded('third-party')),
    total: fundingTotal(projects),
  };
}

function projectResult(project: ProjectInput): ProjectResult {
  const amounts = beneficiaryAmounts(project);
  let [largest, smallest]: [Cents | null, Cents | null] = [null, null];
  for (const amount of amounts) {
    if (largest === null || amount > largest) largest = amount;
    if (smallest === null || amount < smallest) smallest = amount;
  }
  return { project, amounts, largest, smallest };
}

function beneficiaryAmounts({ beneficiaries, reported }: ProjectInput): Cents[] {
  if (beneficiaries.some(({ amount }) => amount !== undefined))
    return beneficiaries.map(({ amount }) => wholeCents(exactly(amount!)));
  return allocate(
    wholeCents(exactly(reported)),
    beneficiaries.map(({ id, share }) => ({ id, weight: exactly(share!) })),
  );
}

function fundingTotal(projects: readonly ProjectInput[]): FundingTotal {
  return {
    planned: sumOf(projects.map(({ planned }) => exactly(planned))),
    reported: sumOf(projects.map(({ reported }) => exactly(reported))),
  };
}
