import type { Cycle, Fund } from '../compute.ts';
import type { Figure } from '../explain/figure.ts';
import { decimalText, hundredthsText } from '../quantity/decimal-text.ts';
import { NOTHING, roundToCents, type Cents } from '../quantity/money.ts';
import type { Rational } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import type { RuleId } from '../regulation/rule-id.ts';
import type { EmployeeResult } from '../rules/employee-results.ts';
import type { FundingTotal, ProjectResult } from '../rules/projects.ts';
import type { SurveyResult } from '../rules/survey.ts';
import type {
  CycleOutput,
  SurveyOutput,
  EmployeeOutput,
  EmployeeFundOutput,
  Payments,
  ProjectOutput,
  FundingOutput,
} from './output-shape.ts';

/** The output whose employees are made one by one, so that a million of them need not stand in memory at once. */
export type StreamedOutput = Omit<CycleOutput, 'employees'> & {
  readonly employees: Iterable<EmployeeOutput>;
};

/** The whole output of a computed cycle. */
export function output(cycle: Cycle): CycleOutput {
  const streamed = streamedOutput(cycle);
  return { ...streamed, employees: [...streamed.employees] };
}

/** See {@link StreamedOutput}; the keys stand in the order of the contract. */
export function streamedOutput(cycle: Cycle): StreamedOutput {
  const { entity, survey, executives, eqHolders, projects, funds } = cycle;
  return {
    year: cycle.year,
    regulation: cycle.regulation.id,
    entity: {
      gate: entity.gate,
      qualityOfLife: text(entity.qualityOfLife),
      residualCollection: text(entity.residualCollection),
      residualCollectionRate: text(entity.residualCollectionRate),
      total: text(entity.total),
    },
    silos: cycle.silos.map(({ id, achievement }) => ({ id, achievement: text(achievement) })),
    survey: {
      overall: surveyOutput(survey.overall),
      directions: [...survey.directions].map(([id, result]) => ({ id, ...surveyOutput(result) })),
    },
    directions: [...cycle.sheets.values()].map((sheet) => ({
      id: sheet.direction.id,
      items: texts(sheet.items),
      penalties: texts(sheet.penalties),
      assessableStaff: sheet.assessableStaff,
      bandsUsed: sheet.bandsUsed,
      total: text(sheet.total),
    })),
    executives: executives.list.map((premium) => ({
      id: premium.executive.id,
      direction: premium.executive.direction,
      total: text(premium.total),
      access: premium.access,
      band: premium.band,
      resultPay: text(premium.resultPay),
      uplift: text(premium.uplift),
      extras: text(premium.extras),
      pay: text(premium.pay),
    })),
    eqHolders: eqHolders.list.map(({ sheet, access, pay }) => ({
      id: sheet.holder.id,
      items: texts(sheet.items),
      total: text(sheet.total),
      access,
      pay: text(pay),
    })),
    employees: employeeOutputs(cycle),
    funds: {
      executives: {
        available: text(funds.executives.available),
        firstBandAmount: text(executives.firstBandAmount),
        ...payments(funds.executives),
      },
      eqHolders: {
        available: text(funds.eqHolders.available),
        coefficient: decimalText(eqHolders.coefficient.value, 4),
        ...payments(funds.eqHolders),
      },
      employees: employeeFund(cycle),
    },
    projects: {
      list: projects.list.map(projectOutput),
      own: fundingOutput(projects.own),
      thirdParty: fundingOutput(projects.thirdParty),
      total: fundingOutput(projects.total),
    },
    readings: cycle.readings,
    warnings: cycle.warnings,
    openDecisions: cycle.openDecisions,
  };
}

function* employeeOutputs(cycle: Cycle): Generator<EmployeeOutput> {
  const upliftValue = roundToCents(cycle.pot.upliftValue.value);
  const { byDirection } = cycle.premiums;
  for (const result of cycle.employees)
    yield employeeOutput(
      result,
      cycle.premiums.bases[result.position]!,
      byDirection.get(result.employee.direction)!.upliftedIds.has(result.employee.id) ? upliftValue : NOTHING,
    );
}

function employeeOutput(result: EmployeeResult, base: Cents, uplift: Cents): EmployeeOutput {
  const { employee, items } = result;
  return {
    id: employee.id,
    items: {
      'EMP-1': hundredthsText(items['EMP-1']),
      'EMP-2': hundredthsText(items['EMP-2']),
      'EMP-3': hundredthsText(items['EMP-3']),
    },
    total: hundredthsText(result.total),
    months: result.months,
    entitled: result.entitled,
    positive: result.positive,
    band: result.band,
    base: hundredthsText(base),
    uplift: hundredthsText(uplift),
    pay: hundredthsText((base + uplift) as Cents),
  };
}

function employeeFund({ pot, funds, employees }: Cycle): EmployeeFundOutput {
  return {
    available: text(funds.employees.available),
    heads: Number(pot.heads.value.numerator),
    positive: employees.filter(({ entitled, positive }) => entitled && positive).length,
    meanPerHead: text(pot.meanPerHead),
    upliftValue: text(pot.upliftValue),
    upliftCount: Number(pot.upliftCount.value.numerator),
    upliftPot: text(pot.upliftPot),
    basePot: text(pot.basePot),
    meanBase: text(pot.meanBase),
    meanWithUplift: text(pot.meanWithUplift),
    ...payments(funds.employees),
  };
}

function surveyOutput({ invited, responses, participation, means }: SurveyResult): SurveyOutput {
  return {
    invited,
    responses,
    participation: participation && text(participation),
    questionMeans: means?.questions.map(text) ?? null,
    mean: means && text(means.overall),
  };
}

function projectOutput({ project, amounts, largest, smallest }: ProjectResult): ProjectOutput {
  return {
    id: project.id,
    planned: written(project.planned),
    reported: written(project.reported),
    beneficiaries: project.beneficiaries.length,
    max: largest === null ? null : hundredthsText(largest),
    min: smallest === null ? null : hundredthsText(smallest),
    amounts: project.beneficiaries.map(({ id }, at) => ({ id, amount: hundredthsText(amounts[at]!) })),
  };
}

function written(quantity: ProjectResult['project']['planned']): string {
  return decimalText(exactly(quantity));
}

function fundingOutput({ planned, reported }: FundingTotal): FundingOutput {
  return { planned: decimalText(planned), reported: decimalText(reported) };
}

function payments({ paid, economies }: Fund): Payments {
  return { paid: text(paid), economies: text(economies) };
}

function text({ value }: { readonly value: Rational }): string {
  return decimalText(value);
}

function texts<Rule extends RuleId>(figures: Readonly<Record<Rule, Figure>>): Record<Rule, string> {
  const entries = Object.entries(figures) as [Rule, Figure][];
  return Object.fromEntries(entries.map(([rule, figure]) => [rule, text(figure)])) as Record<Rule, string>;
}
