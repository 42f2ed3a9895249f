import type { CycleInput, EmployeeInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { awardPoints, pointsValue, type Points } from '../quantity/points.ts';
import type { Band, Regulation } from '../regulation/schema.ts';
import { employeeBands } from './bands.ts';
import {
  employeeSheet,
  employeeSheetMaximum,
  isEntitled,
  isPositive,
  monthsOfService,
  type EmployeeItem,
} from './employee-sheet.ts';

/** What an employee's sheet came to. Numbers only: there may be a million; the figures behind are made when asked for. */
export interface EmployeeResult {
  readonly employee: EmployeeInput;
  readonly items: Readonly<Record<EmployeeItem, Points>>;
  readonly total: Points;
  readonly months: number;
  readonly entitled: boolean;
  readonly positive: boolean;
  readonly band: Band;
  /** The place in the list of employees. */
  readonly position: number;
}

/** Evaluates every sheet, and puts the results together by direction, those without employees included. */
export function employeeResults(input: CycleInput, regulation: Regulation, notices: Notices) {
  const bandOf = employeeBands(employeeSheetMaximum(regulation).value, regulation);
  const byDirection = new Map<string, EmployeeResult[]>(input.directions.map(({ id }) => [id, []]));
  const all = input.employees.map((employee, position): EmployeeResult => {
    if (employee.individualObjectives.length === 0 || employee.groupObjectives.length === 0)
      notices.warn('no-objectives', employee.id);
    const { items, total: sheetTotal } = employeeSheet(employee, regulation);
    const total = awardPoints(sheetTotal.value);
    const months = monthsOfService(employee, regulation);
    const result: EmployeeResult = {
      employee,
      items: {
        'EMP-1': awardPoints(items['EMP-1'].value),
        'EMP-2': awardPoints(items['EMP-2'].value),
        'EMP-3': awardPoints(items['EMP-3'].value),
      },
      total,
      months,
      entitled: isEntitled(months, regulation),
      positive: isPositive(sheetTotal, regulation),
      band: bandOf(pointsValue(total)),
      position,
    };
    byDirection.get(employee.direction)!.push(result);
    return result;
  });
  return { all, byDirection };
}
