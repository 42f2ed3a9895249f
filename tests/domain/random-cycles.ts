/** Small valid cycles for property tests: few values each, so that ties, boundaries and gaps are common. */
import fc from 'fast-check';
import { SANCTIONS } from '../../src/core/regulation/schema.ts';
import type {
  CycleDocument,
  DirectionDocument,
  EmployeeDocument,
  EqHolderDocument,
  ExecutiveDocument,
  ObjectiveDocument,
  ProjectDocument,
  Quantity,
} from './cycle-builder.ts';

const money = (most: number): fc.Arbitrary<Quantity> =>
  fc.oneof(
    fc.integer({ min: 0, max: most }),
    fc.integer({ min: 0, max: most * 100 }).map((cents) => (cents / 100).toFixed(2)),
    fc.constantFrom('0', '0.01', '0.05'),
  );
const percent: fc.Arbitrary<Quantity> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Quantity>(100, '100', 90, '87.5', '60') },
  fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
  fc.constantFrom<Quantity>(0, '33.333333333333333333', 0.1),
);
const objective: fc.Arbitrary<ObjectiveDocument> = fc.record(
  { achievement: percent, weight: fc.constantFrom<Quantity>(1, 2, '0.5', '0.333', 3.25) },
  { requiredKeys: ['achievement'] },
);
const count = fc.constantFrom<Quantity>(0, 0, 1, 2, '3', 40);
const indicators = fc.record({ improved: count, unchanged: count, worsened: count, notAssessable: count });
const months = fc.constantFrom<Quantity>(12, 12, 12, 12, 11, 6, '6', 5, 4, 3, 0);
const tieBreakRank = fc.constantFrom<Quantity>(0, 1, 1, 2, '2');
const points = (most: number) =>
  fc.oneof(
    fc.constant<Quantity>(most),
    fc.integer({ min: 0, max: most * 100 }).map((hundredths) => (hundredths / 100).toFixed(2)),
  );
const four = <Element>(element: fc.Arbitrary<Element>) => fc.array(element, { minLength: 4, maxLength: 4 });

/** Ids that an object or a comparison of strings might stumble over; the same one may stand in two lists. */
const ids = (prefix: string, least: number, most: number) =>
  fc.uniqueArray(
    fc.oneof(
      { weight: 4, arbitrary: fc.nat(30).map((at) => `${prefix}${at}`) },
      fc.constantFrom('constructor', '__proto__', 'toString', '10', '9', 'è', '\ufffd', '😀', 'a b', '1e3'),
    ),
    { minLength: least, maxLength: most },
  );

/** The same best sheet for many, so that totals are equal at the cuts. */
const bestSheet = {
  individualObjectives: [{ achievement: 100 }],
  groupObjectives: [{ achievement: '100', weight: 1 }],
  behaviours: ['2.5', '2.5', '2.5', '2.5'],
};
const bestDirection = {
  policyAlignment: ['2.5', '2.5', '2.5', '2.5'],
  indicators: { improved: 4, unchanged: 1, worsened: 0, notAssessable: 0 },
  training: { staff: [], internalDelivery: 1 },
  managerial: { planning: 1, timeliness: 3, eqObjectives: 1 },
  transparency: { reported: true, findings: 0 },
  latePayments: false,
};

const employee = (id: string, directions: readonly string[]): fc.Arbitrary<EmployeeDocument> =>
  fc
    .record(
      {
        direction: fc.constantFrom(...directions),
        service: fc.oneof(
          { weight: 4, arbitrary: months.map((given) => ({ months: given })) },
          fc
            .array(fc.constantFrom<Quantity>(0, 11, 12, '13', 31), { minLength: 12, maxLength: 12 })
            .map((presenceDays) => ({ presenceDays })),
        ),
        individualObjectives: fc.array(objective, { maxLength: 2 }),
        groupObjectives: fc.array(objective, { maxLength: 2 }),
        behaviours: four(points(2.5)),
        sanctions: fc.array(fc.constantFrom(...SANCTIONS), { maxLength: 5 }),
        otherIncentives: fc.constantFrom<Quantity>(0, '1749.99', 1750, '2499.50', '2500.00'),
        tieBreakRank,
      },
      {
        requiredKeys: ['direction', 'service', 'individualObjectives', 'groupObjectives', 'behaviours'],
      },
    )
    .chain(({ service, ...rest }) =>
      fc.constantFrom({ id, ...service, ...rest }, { id, ...service, ...rest, ...bestSheet }),
    );

const executive = (id: string, direction: string): fc.Arbitrary<ExecutiveDocument> =>
  fc
    .record(
      {
        months,
        extras: fc.array(fc.record({ label: fc.constant('voce'), amount: money(5000) }), { maxLength: 2 }),
        tieBreakRank,
      },
      { requiredKeys: ['months'] },
    )
    .map((rest) => ({ id, direction, ...rest }));

const eqHolder = (id: string, directions: readonly string[]): fc.Arbitrary<EqHolderDocument> =>
  fc
    .record(
      {
        direction: fc.constantFrom(...directions),
        months,
        objectives: fc.array(objective, { maxLength: 3 }),
        indicators,
        behaviours: fc.array(fc.constantFrom<Quantity>(1, 3, '4.5', 5), { minLength: 6, maxLength: 6 }),
        incentiveReduction: percent,
      },
      { requiredKeys: ['direction', 'months', 'objectives', 'indicators', 'behaviours'] },
    )
    .map((rest) => ({ id, ...rest }));

const direction = (id: string): fc.Arbitrary<DirectionDocument> =>
  fc
    .record({
      policyAlignment: four(points(2.5)),
      indicators,
      training: fc.record({
        staff: fc.array(
          fc.record(
            {
              hours: fc.constantFrom<Quantity>(40, 40, '39.99', '20.5', 0),
              days: fc.constantFrom(365, 366, 183, 0),
              exempt: fc.boolean(),
            },
            { requiredKeys: ['hours', 'days'] },
          ),
          { maxLength: 3 },
        ),
        internalDelivery: points(1),
      }),
      managerial: fc.record({ planning: points(1), timeliness: points(3), eqObjectives: points(1) }),
      transparency: fc.record({
        reported: fc.constantFrom(true, true, true, false),
        findings: fc.constantFrom(0, 0, 0, 3, 10),
      }),
      latePayments: fc.boolean(),
    })
    .chain((rest) => fc.constantFrom(rest, bestDirection))
    .map((rest) => ({ id, name: `Direzione ${id}`, ...structuredClone(rest) }));

const project = (id: string, people: readonly string[]): fc.Arbitrary<ProjectDocument> =>
  fc
    .record({
      funding: fc.constantFrom('own' as const, 'third-party' as const),
      planned: money(50_000),
      shared: fc.boolean(),
      beneficiaries: fc.subarray([...people]),
      parts: fc.array(fc.nat(300), { minLength: people.length, maxLength: people.length }),
      reported: money(50_000),
    })
    .map(({ funding, planned, shared, beneficiaries, parts, reported }): ProjectDocument => {
      const start = { id, name: `Progetto ${id}`, funding, planned };
      if (shared)
        return {
          ...start,
          reported,
          // The first share is never 0, so that not all are.
          beneficiaries: beneficiaries.map((id, at) => ({ id, share: parts[at]! + (at === 0 ? 1 : 0) })),
        };
      const cents = beneficiaries.map((_, at) => parts[at]!);
      return {
        ...start,
        reported: (cents.reduce((sum, each) => sum + each, 0) / 100).toFixed(2),
        beneficiaries: beneficiaries.map((id, at) => ({ id, amount: (cents[at]! / 100).toFixed(2) })),
      };
    });

const each = <Element>(list: readonly string[], make: (id: string) => fc.Arbitrary<Element>) =>
  fc.tuple(...list.map(make));

export const randomCycle: fc.Arbitrary<CycleDocument> = fc
  .record({
    directions: ids('d', 1, 4),
    silos: ids('s', 0, 3),
    objectives: ids('o', 0, 6),
    executives: ids('x', 0, 4),
    eqHolders: ids('q', 0, 3),
    employees: ids('e', 0, 14),
    projects: ids('p', 0, 2),
  })
  .chain((names) => {
    const people = [...new Set([...names.executives, ...names.eqHolders, ...names.employees])].slice(0, 5);
    const led = names.directions.slice(0, names.executives.length);
    const someDirection = fc.constantFrom(...names.directions);
    return fc
      .record(
        {
          year: fc.constantFrom<Quantity>(2024, 2025, '2028'),
          regulation: fc.constant<unknown>('cremona-2025'),
          entity: fc.record({
            budgetBalance: fc.record({
              achieved: fc.constantFrom(true, true, true, false),
              waiver: fc.boolean(),
            }),
            qualityOfLife: fc.array(
              fc.record({
                source: fc.constant('classifica'),
                position: fc.constantFrom<Quantity>(14, 30, '31', 39),
                of: fc.constant<Quantity>(107),
              }),
              { maxLength: 2 },
            ),
            residualCollection: fc.array(
              fc.record({
                title: fc.constant('1'),
                collected: fc.constantFrom<Quantity>('42', '41.99', 50, 0),
                assessed: fc.constantFrom<Quantity>(100, '100.00', 0),
              }),
              { maxLength: 2 },
            ),
          }),
          silos: each(names.silos, (id) =>
            fc
              .record({ achievement: percent }, { requiredKeys: [] })
              .map((rest) => ({ id, name: `Silo ${id}`, ...rest })),
          ),
          objectives: each(names.objectives, (id) =>
            fc
              .record({
                direction: someDirection,
                silo: fc.option(fc.constantFrom(...names.silos, undefined), { nil: undefined }),
                kind: fc.constantFrom('principal' as const, 'derived' as const),
                objective,
              })
              .map(({ direction, silo, kind, objective }) => ({
                id,
                direction,
                ...(silo === undefined ? {} : { silo }),
                kind,
                ...objective,
              })),
          ),
          directions: each(names.directions, direction),
          survey: fc
            .array(
              fc.record({
                direction: someDirection,
                answers: fc.array(fc.constantFrom<Quantity>(1, 3, 4, 5, '5'), { minLength: 8, maxLength: 8 }),
              }),
              { maxLength: 14 },
            )
            .map((responses) => ({
              invited: Object.fromEntries(names.directions.map((id) => [id, 14])),
              responses,
            })),
          executives: each(led, (id) => executive(names.executives[names.directions.indexOf(id)]!, id)),
          eqHolders: each(names.eqHolders, (id) => eqHolder(id, names.directions)),
          employees: each(names.employees, (id) => employee(id, names.directions)),
          funds: fc.record({
            executives: fc.record(
              { resultPay: money(140_000), uplift: money(3000), firstBandAmount: money(8000) },
              { requiredKeys: ['resultPay', 'uplift'] },
            ),
            eqHolders: fc.record({ resultPay: money(75_000) }),
            employees: fc.record({ individual: money(20_000) }),
          }),
        },
        {
          requiredKeys: [
            'year',
            'regulation',
            'entity',
            'silos',
            'objectives',
            'directions',
            'executives',
            'eqHolders',
            'employees',
            'funds',
          ],
        },
      )
      .chain((cycle) =>
        each(names.projects, (id) =>
          project(
            id,
            people.filter((person) => isIn(cycle, person)),
          ),
        ).map((projects): CycleDocument => plain({ ...cycle, projects })),
      );
  });

/** Who lost the executive's post to a lack of directions is nobody's beneficiary. */
function isIn(cycle: Pick<CycleDocument, 'executives' | 'eqHolders' | 'employees'>, person: string): boolean {
  return [...cycle.executives, ...cycle.eqHolders, ...cycle.employees].some(({ id }) => id === person);
}

/** As it comes out of a JSON text: plain objects, `__proto__` a field like any other. */
function plain(cycle: object): CycleDocument {
  return JSON.parse(JSON.stringify(cycle)) as CycleDocument;
}
