import type { EmployeeInput } from '../cycle/input.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import { because, counted, given, item, product, sum, under, type Figure } from '../explain/figure.ts';
import { compare, rational } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';
import { meanAchievement } from './objectives.ts';

export const EMPLOYEE_ITEMS = ['EMP-1', 'EMP-2', 'EMP-3'] as const;
export type EmployeeItem = (typeof EMPLOYEE_ITEMS)[number];

export interface EmployeeSheet {
  readonly items: Readonly<Record<EmployeeItem, Figure>>;
  readonly total: Figure;
}

/** The sheet of an employee (R §3.3): max 50 = individual objectives 15 + group objectives 25 + behaviours 10. */
export function employeeSheet(employee: EmployeeInput, regulation: Regulation): EmployeeSheet {
  const objectivePoints = (rule: 'EMP-1' | 'EMP-2', objectives: EmployeeInput['groupObjectives']) =>
    item(
      rule,
      product(
        'objectivePoints',
        'points',
        parameter(regulation, rule, 'maximum'),
        meanAchievement(objectives),
      ),
    );
  const items: Record<EmployeeItem, Figure> = {
    'EMP-1': objectivePoints('EMP-1', employee.individualObjectives),
    'EMP-2': objectivePoints('EMP-2', employee.groupObjectives),
    'EMP-3': item('EMP-3', behaviours(employee)),
  };
  return { items, total: sum('total', 'points', [items['EMP-1'], items['EMP-2'], items['EMP-3']]) };
}

/** The maximum of the sheet, 50 in the source. */
export function employeeSheetMaximum(regulation: Regulation): Figure {
  return sum('sheetMaximum', 'points', [
    parameter(regulation, 'EMP-1', 'maximum'),
    parameter(regulation, 'EMP-2', 'maximum'),
    product(
      'behavioursMaximum',
      'points',
      parameter(regulation, 'EMP-3', 'behaviours'),
      parameter(regulation, 'EMP-3', 'behaviourMaximum'),
    ),
  ]);
}

/** Months of service: as given, or the months with enough days of presence (R §3.3; leave by law is presence). */
export function monthsOfService(employee: EmployeeInput, regulation: Regulation): number {
  if (employee.presenceDays === undefined) return wholeNumber(employee.months!);
  const { value } = parameter(regulation, 'PAY-M', 'minimumDays');
  return employee.presenceDays.filter((days) => compare(exactly(days), value) >= 0).length;
}

/** The months of service as a figure, told from the days of presence where those are what is known. */
export function monthsFigure(employee: EmployeeInput, regulation: Regulation): Figure {
  const months = counted('months', 'months', monthsOfService(employee, regulation));
  if (employee.presenceDays === undefined) return months;
  const presence = employee.presenceDays.map((days, at) =>
    given('presenceDays', 'days', exactly(days), String(at + 1)),
  );
  return under(
    'PAY-M',
    because('monthsFromPresence', [...presence, parameter(regulation, 'PAY-M', 'minimumDays')], months),
  );
}

/** Entitled (*avente diritto*): enough months of service. */
export function isEntitled(months: number, regulation: Regulation): boolean {
  return compare(rational(months), parameter(regulation, 'PAY-M', 'minimumMonths').value) >= 0;
}

/** Positive: a total that gives access to the premium. */
export function isPositive(total: Figure, regulation: Regulation): boolean {
  return compare(total.value, parameter(regulation, 'PAY-M', 'minimumTotal').value) >= 0;
}

function behaviours({ behaviours }: EmployeeInput): Figure {
  return sum(
    'behaviours',
    'points',
    behaviours.map((points, at) => given('behaviour', 'points', exactly(points), ORDINALS[at] ?? null)),
  );
}

const ORDINALS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
