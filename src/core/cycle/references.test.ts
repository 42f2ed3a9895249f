import { describe, expect, test } from 'vitest';
import {
  aFullCycle,
  anExecutive,
  outcomeOf,
  refusalOf,
  type CycleDocument,
} from '../../../tests/domain/cycle-builder.ts';

function refused(change: (cycle: CycleDocument) => void): string[] {
  const cycle = aFullCycle();
  change(cycle);
  return refusalOf(cycle);
}

describe('an id stands once in its list', () => {
  test.each(['silos', 'objectives', 'directions', 'eqHolders', 'employees', 'projects'] as const)(
    '%s',
    (list) => {
      const repeated = (cycle: CycleDocument) => {
        const all: unknown[] = cycle[list];
        all.push(structuredClone(all[0]));
      };
      const cycle = aFullCycle();
      expect(refused(repeated)).toEqual([`${list}[${cycle[list].length}].id: compare più di una volta`]);
    },
  );

  test('executives', () => {
    expect(refused(({ executives }) => (executives[1] = anExecutive('x1', 'd2')))).toEqual([
      'executives[1].id: compare più di una volta',
    ]);
  });

  test('the beneficiaries of a project', () => {
    expect(refused(({ projects }) => projects[0]!.beneficiaries.push({ id: 'e1', share: 1 }))).toEqual([
      'projects[0].beneficiaries[2].id: compare più di una volta',
    ]);
  });

  test('but it may stand in two lists', () => {
    const cycle = aFullCycle();
    cycle.eqHolders[0]!.id = 'x1';
    cycle.projects[1]!.beneficiaries[0]!.id = 'x1';
    cycle.silos[0]!.id = 'd1';
    expect(refusalOf(cycle)).toEqual([]);
    expect(outcomeOf(cycle).eqHolders[0]!.id).toBe('x1');
  });

  test('and is not empty', () => {
    expect(refused((cycle) => (cycle.projects[0]!.id = ''))).toEqual([
      'projects[0].id: non può essere vuoto',
    ]);
  });
});

describe('a reference leads somewhere', () => {
  test.each<[string, string, (cycle: CycleDocument) => void]>([
    ['objectives[0].direction', 'nessuna direzione', (cycle) => (cycle.objectives[0]!.direction = 'd9')],
    ['objectives[0].silo', 'nessun silo', (cycle) => (cycle.objectives[0]!.silo = 'd1')],
    ['executives[0].direction', 'nessuna direzione', (cycle) => (cycle.executives[0]!.direction = 'D1')],
    ['eqHolders[0].direction', 'nessuna direzione', (cycle) => (cycle.eqHolders[0]!.direction = 'curo')],
    ['employees[0].direction', 'nessuna direzione', (cycle) => (cycle.employees[0]!.direction = 'd1 ')],
    ['survey.invited.d9', 'nessuna direzione', (cycle) => (cycle.survey!.invited.d9 = 1)],
    [
      'survey.responses[0].direction',
      'nessuna direzione',
      (cycle) => (cycle.survey!.responses[0]!.direction = 'd9'),
    ],
    [
      'projects[0].beneficiaries[0].id',
      'nessuna persona',
      (cycle) => (cycle.projects[0]!.beneficiaries[0]!.id = 'd1'),
    ],
    ['regulation', 'nessun regolamento', (cycle) => (cycle.regulation = 'cremona-2026')],
    ['regulation', 'nessun regolamento', (cycle) => (cycle.regulation = '__proto__')],
    [
      'objectives[0].direction',
      'nessuna direzione',
      (cycle) => (cycle.objectives[0]!.direction = 'constructor'),
    ],
  ])('%s: %s', (path, nothing, change) => {
    expect(refused(change)).toEqual([`${path}: non corrisponde a ${nothing}`]);
  });

  test('a direction taken away is missed wherever it is named', () => {
    expect(refused((cycle) => cycle.directions.pop()).sort()).toEqual([
      'executives[1].direction: non corrisponde a nessuna direzione',
      'objectives[1].direction: non corrisponde a nessuna direzione',
      'survey.invited.d2: non corrisponde a nessuna direzione',
    ]);
  });
});

test('a direction has one executive, or none', () => {
  expect(refused(({ executives }) => executives.push(anExecutive('x9', 'd1')))).toEqual([
    'executives[2].direction: la direzione ha già un dirigente',
  ]);
  expect(refused(({ executives }) => executives.pop())).toEqual([]);
});

describe('months of service', () => {
  test('are given or counted, not both', () => {
    expect(refused(({ employees }) => (employees[1]!.months = 12))).toEqual([
      'employees[1].presenceDays: indicare months oppure presenceDays, non entrambi',
    ]);
  });

  test('are one of the two', () => {
    expect(refused(({ employees }) => delete employees[0]!.months)).toEqual(['employees[0].months: manca']);
  });
});

describe('the survey', () => {
  test('a direction has no more responses than people invited', () => {
    expect(refused(({ survey }) => (survey!.invited.d1 = 5))).toEqual([]);
    expect(refused(({ survey }) => (survey!.invited.d1 = '4'))).toEqual([
      'survey.invited.d1: 5 risposte per 4 invitati',
    ]);
  });

  test('not named among the invited, it has none', () => {
    expect(refused(({ survey }) => delete survey!.invited.d1)).toEqual([
      'survey.invited.d1: 5 risposte per 0 invitati',
    ]);
  });
});

describe('the beneficiaries of a project', () => {
  test.each<[string, CycleDocument['projects'][number]['beneficiaries'], string]>([
    ['both in one', [{ id: 'e1', share: 1, amount: '90' }], 'projects[0].beneficiaries[0].share'],
    [
      'shares, then an amount',
      [
        { id: 'e1', share: 1 },
        { id: 'e2', amount: '90' },
      ],
      'projects[0].beneficiaries[1].amount',
    ],
    [
      'amounts, then a share',
      [
        { id: 'e1', amount: '90' },
        { id: 'e2', share: 1 },
      ],
      'projects[0].beneficiaries[1].share',
    ],
  ])('have shares or amounts: %s', (_, beneficiaries, path) => {
    const refusal = refused(({ projects }) => (projects[0]!.beneficiaries = beneficiaries));
    expect(refusal.map((line) => line.slice(0, line.indexOf(': ')))).toContain(path);
  });

  test('have one of the two', () => {
    expect(refused(({ projects }) => (projects[0]!.beneficiaries = [{ id: 'e1' }]))).toEqual([
      'projects[0].beneficiaries[0].share: manca',
    ]);
  });

  test('have shares that are not all 0', () => {
    const zeros = [
      { id: 'e1', share: 0 },
      { id: 'e2', share: '0.00' },
    ];
    expect(refused(({ projects }) => (projects[0]!.beneficiaries = zeros))).toEqual([
      'projects[0].beneficiaries: le quote sono tutte 0',
    ]);
  });

  test.each([
    ['9.99', '9.99'],
    ['10.01', '10.01'],
    [0, '0.00'],
  ])('have amounts that sum to what was reported, not %s instead of 10.00', (amount, found) => {
    expect(refused(({ projects }) => (projects[1]!.beneficiaries[0]!.amount = amount))).toEqual([
      `projects[1].beneficiaries: gli importi sommano a ${found} invece di 10.00`,
    ]);
  });

  test('the amounts may be written in any way that sums', () => {
    const parts = [
      { id: 'e1', amount: 9.9 },
      { id: 'e2', amount: '0.10' },
    ];
    expect(refused(({ projects }) => (projects[1]!.beneficiaries = parts))).toEqual([]);
  });
});
