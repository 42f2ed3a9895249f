import { describe, expect, test } from 'vitest';
import {
  aCycle,
  anEmployee,
  numbered,
  outcomeOf,
  type ProjectDocument,
  type Quantity,
} from '../../../tests/domain/cycle-builder.ts';

type Beneficiaries = ProjectDocument['beneficiaries'];

function project(
  reported: Quantity,
  beneficiaries: Beneficiaries,
  change: Partial<ProjectDocument> = {},
): ProjectDocument {
  return {
    id: 'p1',
    name: 'Progetto',
    funding: 'own',
    planned: '40000.00',
    reported,
    beneficiaries,
    ...change,
  };
}

function outcome(...projects: ProjectDocument[]) {
  const people = [1, 2, 3, 4].map((at) => anEmployee(numbered('e', at)));
  return outcomeOf({ ...aCycle(), employees: people, projects }).projects;
}

const shares = (...list: Quantity[]): Beneficiaries =>
  list.map((share, at) => ({ id: numbered('e', at + 1), share }));
const given = (...list: Quantity[]): Beneficiaries =>
  list.map((amount, at) => ({ id: numbered('e', at + 1), amount }));

describe('what a project reported goes to its beneficiaries without losing a cent', () => {
  test.each([
    ['100.00', [1, 1, 1], ['33.34', '33.33', '33.33']],
    ['46356.00', [1, 2, '0.5'], ['13244.57', '26489.14', '6622.29']],
    ['0.02', [1, 1, 1], ['0.01', '0.01', '0.00']],
    ['10', [0, 1, 0], ['0.00', '10.00', '0.00']],
    ['0', [1, 2], ['0.00', '0.00']],
    ['0.01', ['0.0000000001', 0], ['0.01', '0.00']],
  ])('%s by shares %j', (reported, list, amounts) => {
    expect(outcome(project(reported, shares(...list))).list[0]!.amounts.map(({ amount }) => amount)).toEqual(
      amounts,
    );
  });

  test('the odd cent goes by id, not by place in the list', () => {
    const [only] = outcome(project('0.01', shares(1, 1).reverse())).list;
    expect(only!.amounts).toEqual([
      { id: 'e002', amount: '0.00' },
      { id: 'e001', amount: '0.01' },
    ]);
  });

  test('given amounts are taken as they are', () => {
    expect(outcome(project('900.32', given('400.30', '500.02'))).list[0]).toEqual({
      id: 'p1',
      planned: '40000.00',
      reported: '900.32',
      beneficiaries: 2,
      max: '500.02',
      min: '400.30',
      amounts: [
        { id: 'e001', amount: '400.30' },
        { id: 'e002', amount: '500.02' },
      ],
    });
  });

  test('the largest and the smallest premium count everybody, who gets nothing as well', () => {
    expect(outcome(project('1000', shares(5, 0, 3, 2))).list[0]).toMatchObject({
      beneficiaries: 4,
      max: '500.00',
      min: '0.00',
    });
  });

  test('without beneficiaries there is no largest or smallest', () => {
    expect(outcome(project('1000', [])).list[0]).toMatchObject({
      beneficiaries: 0,
      max: null,
      min: null,
      amounts: [],
    });
  });
});

test('the totals of 2025 by funding', () => {
  const { own, thirdParty, total } = outcome(
    project('46356.00', [], { id: 'p1', planned: '40000.00' }),
    project('98658.45', [], { id: 'p2', planned: '99200.00' }),
    project('21493.05', [], { id: 'p3', planned: '26000', funding: 'third-party' }),
  );
  expect(own).toEqual({ planned: '139200.00', reported: '145014.45' });
  expect(thirdParty).toEqual({ planned: '26000.00', reported: '21493.05' });
  expect(total).toEqual({ planned: '165200.00', reported: '166507.50' });
});

test('executives and EQ holders may be beneficiaries as well', () => {
  const cycle = aCycle();
  cycle.projects = [project('10', [{ id: 'x1', share: 1 }])];
  expect(outcomeOf(cycle).projects.list[0]!.amounts).toEqual([{ id: 'x1', amount: '10.00' }]);
});
