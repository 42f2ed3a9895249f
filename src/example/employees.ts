import { employeePlans, type EmployeePlan } from './employee-plan.ts';
import { sheetOf } from './employee-sheet-fit.ts';
import { hundredths, type ExampleEmployee } from './example-document.ts';
import { settleTotals } from './premium-targets.ts';
import type { Random } from './random.ts';
import { DIRECTIONS } from './directions.ts';

type GroupObjectives = ExampleEmployee['groupObjectives'];

/** An employee of the file and what the plan says of the total, which others need: uplifts, projects, training. */
export interface PlannedEmployee {
  readonly plan: EmployeePlan;
  readonly employee: ExampleEmployee;
}

/** A month of service has at least 12 days of presence (R §3.3, paragraph 1). */
const DAYS_OF_A_MONTH = 12;

/** The employees of the example with their sheets. */
export function employees(random: Random): PlannedEmployee[] {
  const plans = employeePlans(random);
  settleTotals(plans);
  const groups = new Map(DIRECTIONS.map(({ id, employees }) => [id, groupsOf(employees, random)]));
  const planned = plans.map((plan, at) => ({
    plan,
    employee: employeeOf(`e${String(at + 1).padStart(4, '0')}`, plan, groups.get(plan.direction)!, random),
  }));
  for (const { id } of DIRECTIONS) rankTies(planned.filter(({ plan }) => plan.direction === id));
  return planned;
}

/** The objectives of a direction's groups, about a dozen people each. The first group always reached everything. */
function groupsOf(employees: number, random: Random): GroupObjectives[] {
  const groups: GroupObjectives[] = [[{ achievement: 100 }]];
  for (let left = employees - 12; left > 0; left -= 12) groups.push(groupObjectives(random));
  return groups;
}

function groupObjectives(random: Random): GroupObjectives {
  if (random.chance(40)) return [{ achievement: random.integer(96, 100) }];
  return [
    { achievement: random.integer(96, 100), weight: 60 },
    { achievement: random.integer(94, 100), weight: 40 },
  ];
}

function employeeOf(
  id: string,
  plan: EmployeePlan,
  groups: readonly GroupObjectives[],
  random: Random,
): ExampleEmployee {
  const { direction, months, total, sanctions, otherIncentives } = plan;
  return {
    id,
    direction,
    ...service(months, random),
    ...sheetOf(total.value, groups, random),
    ...(sanctions.length > 0 && { sanctions: [...sanctions] }),
    ...(otherIncentives !== null && { otherIncentives: hundredths(otherIncentives) }),
  };
}

/** Months are given, or, for one in twelve, left to be counted from the days of presence. */
function service(months: number, random: Random): Pick<ExampleEmployee, 'months' | 'presenceDays'> {
  if (!random.chance(8)) return { months };
  const full = new Set(random.shuffled([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).slice(0, months));
  const presenceDays = Array.from({ length: 12 }, (_, month) =>
    full.has(month) ? random.integer(DAYS_OF_A_MONTH, 23) : random.integer(0, DAYS_OF_A_MONTH - 1),
  );
  return { presenceDays };
}

/**
 * Gives a rank to those who are equal where the uplifts of the direction end (`UPL-W`). The criteria of art. 24(2)
 * CCI are not in R §3.3, so the ranks follow nothing but the order of the ids.
 */
function rankTies(planned: readonly PlannedEmployee[]): void {
  const entitled = planned.filter(({ plan }) => plan.months >= 6);
  const ranked = [...entitled].sort((a, b) => b.plan.total.value - a.plan.total.value);
  const equalToAnother = ranked.filter(({ plan }) =>
    // Whoever could be at the cut: the tenth of the heads, rounded down or up.
    [0, 1].some(
      (up) => plan.total.value === ranked[Math.floor(entitled.length / 10) - 1 + up]?.plan.total.value,
    ),
  );
  const totals = new Set(equalToAnother.map(({ plan }) => plan.total.value));
  for (const total of totals) {
    const equal = entitled.filter(({ plan }) => plan.total.value === total);
    if (equal.length > 1) equal.forEach(({ employee }, at) => (employee.tieBreakRank = at + 1));
  }
}
