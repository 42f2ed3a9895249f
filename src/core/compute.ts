import type { CycleInput } from './cycle/input.ts';
import { Notices, type OpenDecision, type Warning } from './cycle/notices.ts';
import { wholeNumber } from './cycle/quantity-field.ts';
import { difference, given, type Figure } from './explain/figure.ts';
import { compare, sumOf, ZERO, type Rational } from './quantity/rational.ts';
import { exactly } from './quantity/written.ts';
import type { RuleId } from './regulation/rule-id.ts';
import type { Regulation } from './regulation/schema.ts';
import { employeePremiums, type EmployeePremiums } from './rules/employee-premiums.ts';
import { employeePot, type EmployeePot } from './rules/employee-pot.ts';
import { employeeResults, type EmployeeResult } from './rules/employee-results.ts';
import { entityResult, type EntityResult } from './rules/entity.ts';
import { eqPremiums, type EqPremiums } from './rules/eq-premium.ts';
import { eqSheet } from './rules/eq-sheet.ts';
import { executivePremiums, type ExecutivePremiums } from './rules/executive-premium.ts';
import { executiveSheet, type ExecutiveSheet } from './rules/executive-sheet.ts';
import { projectResults, type ProjectResults } from './rules/projects.ts';
import { siloResults, type SiloResult } from './rules/silos.ts';
import { surveyResults, type SurveyResults } from './rules/survey.ts';

/** A computed cycle: every figure with how it came about, and what was noticed on the way. */
export interface Cycle {
  readonly year: number;
  readonly regulation: Regulation;
  readonly entity: EntityResult;
  readonly silos: readonly SiloResult[];
  readonly survey: SurveyResults;
  /** By direction. */
  readonly sheets: ReadonlyMap<string, ExecutiveSheet>;
  readonly executives: ExecutivePremiums;
  readonly eqHolders: EqPremiums;
  readonly employees: readonly EmployeeResult[];
  readonly pot: EmployeePot;
  readonly premiums: EmployeePremiums;
  readonly funds: { readonly executives: Fund; readonly eqHolders: Fund; readonly employees: Fund };
  readonly projects: ProjectResults;
  readonly readings: readonly RuleId[];
  readonly warnings: readonly Warning[];
  readonly openDecisions: readonly OpenDecision[];
}

/** In euros. Economies are what is available less what is paid; negative if more is paid than there is. */
export interface Fund {
  readonly available: Figure;
  readonly paid: Figure;
  readonly economies: Figure;
}

/**
 * Computes a whole cycle from a checked input, in the order of chapter 3 of the source. Pure: the same input gives the
 * same cycle, the input is not changed, and the order of its lists changes no figure.
 */
export function compute(input: CycleInput, regulation: Regulation): Cycle {
  const notices = new Notices();

  // §3.1 The entity, its silos and the survey of the staff
  const year = wholeNumber(input.year);
  const entity = entityResult(input.entity, regulation, notices);
  const silos = siloResults(input, notices);
  const survey = surveyResults(input.survey, input.directions, regulation, notices);

  // §3.3, ahead of its turn: how a direction tells its employees apart counts in the sheet of its executive
  const employees = employeeResults(input, regulation, notices);

  // §3.1 The sheets of the executives and their result pay
  const grounds = { year, entity, silos, survey, principalObjectives: principalObjectives(input) };
  const sheets = new Map(
    input.directions.map((direction) => {
      const differentiation = differentiationOf(employees.byDirection.get(direction.id)!);
      return [direction.id, executiveSheet(direction, grounds, differentiation, regulation, notices)];
    }),
  );
  const executives = executivePremiums(input, sheets, entity, regulation, notices);

  // §3.2 The sheets of the EQ holders and their result pay
  const eqSheets = input.eqHolders.map((holder) =>
    eqSheet(holder, sheets.get(holder.direction)!, entity, regulation, notices),
  );
  const eqHolders = eqPremiums(eqSheets, input.funds.eqHolders, entity, regulation);

  // §3.3 The individual premium of the employees and the projects
  const heads = employees.all.filter(({ entitled }) => entitled).length;
  const pot = employeePot(input.funds.employees.individual, heads, regulation);
  const premiums = employeePremiums(employees.all, employees.byDirection, pot, regulation, notices);
  const projects = projectResults(input.projects);

  const funds = {
    executives: fund(
      exactly(input.funds.executives.resultPay),
      sumOf(executives.list.map(({ pay }) => pay.value)),
    ),
    eqHolders: fund(
      exactly(input.funds.eqHolders.resultPay),
      sumOf(eqHolders.list.map(({ pay }) => pay.value)),
    ),
    employees: fund(pot.pot.value, sumOf([...premiums.byDirection.values()].map(({ paid }) => paid))),
  };
  if (compare(funds.executives.economies.value, ZERO) < 0) notices.warn('fund-exceeded', 'executives');

  return {
    year,
    regulation,
    entity,
    silos,
    survey,
    sheets,
    executives,
    eqHolders,
    employees: employees.all,
    pot,
    premiums,
    funds,
    projects,
    readings: notices.readings,
    warnings: notices.warnings,
    openDecisions: notices.openDecisions,
  };
}

function principalObjectives({ objectives }: CycleInput): Map<string, CycleInput['objectives']> {
  const byDirection = new Map<string, CycleInput['objectives']>();
  for (const objective of objectives) {
    if (objective.kind !== 'principal') continue;
    const own = byDirection.get(objective.direction);
    if (own) own.push(objective);
    else byDirection.set(objective.direction, [objective]);
  }
  return byDirection;
}

function differentiationOf(results: readonly EmployeeResult[]) {
  return { assessableStaff: results.length, bandsUsed: new Set(results.map(({ band }) => band)).size };
}

function fund(available: Rational, paid: Rational): Fund {
  const [all, spent] = [given('available', 'euro', available), given('paid', 'euro', paid)];
  return { available: all, paid: spent, economies: difference('economies', 'euro', all, spent) };
}
