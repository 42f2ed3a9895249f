import { describe, expect, test } from 'vitest';
import {
  aCycleOf,
  anEmployee,
  numbered,
  outcomeOf,
  type CycleDocument,
  type EmployeeDocument,
} from '../../../tests/domain/cycle-builder.ts';

/** Employees `d1-000`, `d1-001`, … by direction, with these totals. */
function staffed(pot: string, totals: Record<string, number[]>): CycleDocument {
  const employees = Object.entries(totals).flatMap(([direction, points]) =>
    points.map((each, at) => anEmployee(numbered(`${direction}-`, at), each, direction)),
  );
  return aCycleOf(employees, pot);
}

function amounts(cycle: CycleDocument, of: 'base' | 'uplift' | 'pay'): Record<string, string> {
  return Object.fromEntries(outcomeOf(cycle).employees.map((employee) => [employee.id, employee[of]]));
}

function uplifted(cycle: CycleDocument): string[] {
  return Object.entries(amounts(cycle, 'uplift'))
    .filter(([, uplift]) => uplift !== '0.00')
    .map(([id]) => id);
}

/** Totals that fall by a tenth from the best. */
function falling(count: number, best = 50): number[] {
  return Array.from({ length: count }, (_, at) => best - at / 10);
}

function person(cycle: CycleDocument, id: string): EmployeeDocument {
  return cycle.employees.find((employee) => employee.id === id)!;
}

describe('EMP-S: the budget of a direction is in proportion to its heads', () => {
  test('100.00 over one head and two', () => {
    expect(amounts(staffed('100.00', { d1: [50], d2: [50, 50] }), 'base')).toEqual({
      'd1-000': '33.33',
      'd2-000': '33.34',
      'd2-001': '33.33',
    });
  });

  test('the odd cent goes to the first direction', () => {
    expect(amounts(staffed('100.01', { d2: [50], d1: [50] }), 'base')).toEqual({
      'd1-000': '50.01',
      'd2-000': '50.00',
    });
  });

  test('heads count whether positive or not; who is not entitled does not', () => {
    const cycle = staffed('90.00', { d1: [50, 20], d2: [50, 50] });
    person(cycle, 'd2-001').months = 5;
    // Three heads: 60.00 for d1, all to its one positive employee, and 30.00 for d2.
    expect(amounts(cycle, 'base')).toEqual({
      'd1-000': '60.00',
      'd1-001': '0.00',
      'd2-000': '30.00',
      'd2-001': '0.00',
    });
  });

  test('what one direction leaves does not go to another', () => {
    const cycle = staffed('90.00', { d1: [50, 50], d2: [50] });
    person(cycle, 'd1-000').sanctions = ['suspension-over-1-month'];
    expect(amounts(cycle, 'base')).toEqual({ 'd1-000': '24.71', 'd1-001': '35.29', 'd2-000': '30.00' });
  });
});

describe('a budget without recipients', () => {
  test.each<[string, Partial<EmployeeDocument>]>([
    ['nobody is positive', anEmployee('d2-000', 29.99, 'd2')],
    ['incentives of law take it all', { otherIncentives: '2500' }],
    ['sanctions take it all', { sanctions: Array<string>(4).fill('suspension-over-1-month') }],
  ])('is economies where %s, with a warning', (_, change) => {
    const cycle = staffed('100.00', { d1: [50], d2: [50] });
    Object.assign(person(cycle, 'd2-000'), change);
    const { employees, funds, warnings } = outcomeOf(cycle);
    expect(employees.map(({ base }) => base)).toEqual(['50.00', '0.00']);
    expect(funds.employees).toMatchObject({ paid: '50.00', economies: '50.00' });
    expect(warnings).toContainEqual({ code: 'budget-without-recipients', id: 'd2' });
  });

  test('is not warned of where the budget is 0', () => {
    const noHeads = staffed('100.00', { d1: [50], d2: [50] });
    person(noHeads, 'd2-000').months = 5;
    const noPot = staffed('0', { d1: [20] });
    for (const cycle of [noHeads, noPot])
      expect(outcomeOf(cycle).warnings.filter(({ code }) => code === 'budget-without-recipients')).toEqual(
        [],
      );
  });
});

describe('UPL-K by direction: 10 % of its heads, by largest remainder', () => {
  test.each<[string, Record<string, number[]>, Record<string, number>]>([
    ['5, 5 and 5 heads have 2 places: ties go by direction', { d3: falling(5), d2: falling(5), d1: falling(5) }, { d1: 1, d2: 1, d3: 0 }], // prettier-ignore
    ['12, 13 and 5 heads have 3 places', { d1: falling(12), d2: falling(13), d3: falling(5) }, { d1: 1, d2: 1, d3: 1 }], // prettier-ignore
    ['18 and 7 heads have 3 places', { d1: falling(18), d2: falling(7) }, { d1: 2, d2: 1 }],
    [
      '23 and 2 heads have 3 places: 0.3 is more than 0.2',
      { d1: falling(23), d2: falling(2) },
      { d1: 3, d2: 0 },
    ],
    ['1 and 3 heads have none', { d1: falling(1), d2: falling(3) }, { d1: 0, d2: 0 }],
  ])('%s', (_, staff, places) => {
    const winners = uplifted(staffed('100000', staff));
    const expected = Object.entries(staff).flatMap(([direction]) =>
      Array.from({ length: places[direction]! }, (_, at) => numbered(`${direction}-`, at)),
    );
    expect(winners.sort()).toEqual(expected.sort());
  });
});

describe('UPL-W: the uplift goes to the highest totals of the direction', () => {
  test('one of ten heads with a pot of 1,000.00 gets 33.00 besides the base', () => {
    const cycle = staffed('1000', { d1: falling(10).reverse() });
    expect(uplifted(cycle)).toEqual(['d1-009']);
    const { employees, funds } = outcomeOf(cycle);
    const [best] = employees.slice(-1);
    expect(Number(best!.pay)).toBeCloseTo(Number(best!.base) + 33, 6);
    expect(funds.employees).toMatchObject({ paid: '1000.00', economies: '0.00' });
  });

  test('with fewer positive than places, the rest is economies', () => {
    const cycle = staffed('2000', { d1: [49, ...Array<number>(19).fill(20)] });
    const { employees, funds, openDecisions } = outcomeOf(cycle);
    // Two places of 33.00, one held; the base pot goes all to the one.
    expect(employees[0]).toMatchObject({ base: '1934.00', uplift: '33.00', pay: '1967.00' });
    expect(funds.employees).toMatchObject({ upliftCount: 2, paid: '1967.00', economies: '33.00' });
    expect(openDecisions).toEqual([]);
  });

  test('who is not entitled does not compete', () => {
    const cycle = staffed('1000', { d1: [...falling(10), 50] });
    person(cycle, 'd1-000').months = 5;
    person(cycle, 'd1-001').months = 6;
    expect(uplifted(cycle)).toEqual(['d1-010']);
  });

  test('those equal at the cut get nothing; who is ahead keeps the uplift', () => {
    const cycle = staffed('2000', { d1: [50, 49, 49, 49, ...falling(16, 48)] });
    expect(uplifted(cycle)).toEqual(['d1-000']);
    const { openDecisions, readings, funds } = outcomeOf(cycle);
    expect(openDecisions).toEqual([{ code: 'tie', id: 'UPL-W:d1', persons: ['d1-001', 'd1-002', 'd1-003'] }]);
    expect(readings).toContain('UPL-W');
    expect(funds.employees.economies).toBe('33.00');
  });

  test('the rank settles a tie, lower first and absent last, and it is a reading', () => {
    const cycle = staffed('2000', { d1: [49, 49, 49, ...falling(17, 48)] });
    person(cycle, 'd1-002').tieBreakRank = 1;
    person(cycle, 'd1-001').tieBreakRank = 2;
    expect(uplifted(cycle)).toEqual(['d1-001', 'd1-002']);
    const { openDecisions, readings } = outcomeOf(cycle);
    expect(openDecisions).toEqual([]);
    expect(readings).toContain('UPL-W');
  });

  test('with two equal ranks at the cut, only those two stay tied', () => {
    const cycle = staffed('2000', { d1: [49, 49, 49, 49, ...falling(16, 48)] });
    person(cycle, 'd1-003').tieBreakRank = 1;
    person(cycle, 'd1-001').tieBreakRank = 2;
    person(cycle, 'd1-002').tieBreakRank = '2.0';
    expect(uplifted(cycle)).toEqual(['d1-003']);
    expect(outcomeOf(cycle).openDecisions).toEqual([
      { code: 'tie', id: 'UPL-W:d1', persons: ['d1-001', 'd1-002'] },
    ]);
  });

  test('a clear cut is no reading, though totals are equal elsewhere', () => {
    const cycle = staffed('2000', { d1: [50, 50, 48, 48, ...falling(16, 47)] });
    expect(uplifted(cycle)).toEqual(['d1-000', 'd1-001']);
    expect(outcomeOf(cycle).readings).not.toContain('UPL-W');
  });

  test('a direction where everybody is equal has an open decision of its own', () => {
    const equal = Array<number>(10).fill(45);
    const { openDecisions } = outcomeOf(staffed('2000', { d2: equal, d1: falling(10) }));
    expect(openDecisions.map(({ id, persons }) => [id, persons.length])).toEqual([['UPL-W:d2', 10]]);
  });
});
