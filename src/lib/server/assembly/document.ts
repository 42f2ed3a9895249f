import type { Reader } from '../database/database.ts';
import { budgetBalanceList, rankingsList, residualsList } from '../entity/lists.ts';
import { fundsList, projectBeneficiariesList, projectsList } from '../premiums/lists.ts';
import type { SurveySection } from '../survey/cycle-section.ts';
import { sectionElsewhere } from '../survey/elsewhere.ts';
import { regulationOfOpen } from '../years/years.ts';
import { assembledDirections } from './directions.ts';
import type { Gap } from './gap.ts';
import { countedIndicators } from './indicators.ts';
import { assembledObjectives } from './objectives.ts';
import { assembledPeople } from './people.ts';
import { staffOf } from './staff.ts';

/** The input of the core as the lists have it (core contract, "Input"), and what is missing from it. */
export interface Assembled {
  readonly document: object;
  readonly gaps: readonly Gap[];
}

/**
 * Puts together the input of a year from what is in the lists. What is missing counts as little as it can, and is told.
 *
 * @param survey of the portal, once it is closed; null: the one held elsewhere counts, if there is one
 */
export async function assemble(db: Reader, year: number, survey: SurveySection | null): Promise<Assembled> {
  const regulation = await regulationOfOpen(db, year);
  const gaps: Gap[] = [];
  const staff = await staffOf(db, year, regulation);
  for (const person of staff.withoutDirection) gaps.push({ code: 'noDirection', subject: person });
  const objectives = await assembledObjectives(db, year, regulation);
  gaps.push(...objectives.gaps);
  const indicators = await countedIndicators(db, year, staff.structure, regulation);
  const directions = await assembledDirections(db, year, regulation, staff, indicators, gaps);
  const people = await assembledPeople(db, year, regulation, staff, objectives, indicators, gaps);
  const held = survey ?? (await sectionElsewhere(db, year));
  if (!held) gaps.push({ code: 'noSurvey', subject: null });
  const led = new Set(staff.executives.map(({ direction }) => direction));
  const principal = new Set(
    objectives.objectives.filter(({ kind }) => kind === 'principal').map(({ direction }) => direction),
  );
  for (const { id } of staff.directions) {
    if (!led.has(id)) gaps.push({ code: 'noExecutive', subject: id });
    if (!principal.has(id)) gaps.push({ code: 'noPrincipalObjectives', subject: id });
  }
  return {
    document: {
      year,
      regulation: regulation.id,
      entity: await entity(db, year, gaps),
      silos: objectives.silos,
      objectives: objectives.objectives,
      directions,
      ...(held && { survey: held }),
      ...people,
      funds: await funds(db, year, gaps),
      projects: await projects(db, year),
    },
    gaps,
  };
}

async function entity(db: Reader, year: number, gaps: Gap[]): Promise<object> {
  const [balance] = await budgetBalanceList.source.all(db, year);
  const rankings = await rankingsList.source.all(db, year);
  const residuals = await residualsList.source.all(db, year);
  if (!balance) gaps.push({ code: 'noBudgetBalance', subject: null });
  if (rankings.length === 0) gaps.push({ code: 'noRankings', subject: null });
  if (residuals.length === 0) gaps.push({ code: 'noResiduals', subject: null });
  return {
    budgetBalance: { achieved: balance?.achieved === 'true', waiver: balance?.waiver === 'true' },
    qualityOfLife: rankings.map(({ name, position, of }) => ({
      source: name,
      position: Number(position),
      of: Number(of),
    })),
    residualCollection: residuals.map(({ title, collected, assessed }) => ({ title, collected, assessed })),
  };
}

async function funds(db: Reader, year: number, gaps: Gap[]): Promise<object> {
  const [fund] = await fundsList.source.all(db, year);
  if (!fund) gaps.push({ code: 'noFunds', subject: null });
  return {
    executives: {
      resultPay: fund?.executives ?? '0',
      uplift: fund?.executivesUplift ?? '0',
      ...(fund?.firstBandAmount != null && { firstBandAmount: fund.firstBandAmount }),
    },
    eqHolders: { resultPay: fund?.eqHolders ?? '0' },
    employees: { individual: fund?.employees ?? '0' },
  };
}

async function projects(db: Reader, year: number): Promise<object[]> {
  const beneficiaries = Map.groupBy(
    await projectBeneficiariesList.source.all(db, year),
    ({ projectId }) => projectId!,
  );
  return (await projectsList.source.all(db, year)).map(({ id, name, funding, planned, reported }) => ({
    ...{ id, name, funding, planned, reported },
    beneficiaries: (beneficiaries.get(id!) ?? []).map(({ personId, share, amount }) => ({
      id: personId,
      ...(share != null ? { share } : { amount }),
    })),
  }));
}
