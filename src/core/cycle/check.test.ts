import { describe, expect, test } from 'vitest';
import {
  aCycle,
  aFullCycle,
  outcomeOf,
  refusalOf,
  type CycleDocument,
} from '../../../tests/domain/cycle-builder.ts';
import {
  changedAt,
  fieldOf,
  pathOf,
  pathsOf,
  valueAt,
  type Path,
} from '../../../tests/domain/document-paths.ts';
import { shapeFaults } from '../../../tests/domain/output-shape.ts';
import { pathText } from './fault-text.ts';

const document = aFullCycle();
const paths = pathsOf(document);

/** The full document with another value at `employees[0].months`, or wherever the path leads. */
function changed(path: string, value: unknown): unknown {
  expect(valueAt(document, pathOf(path))).toBeDefined();
  return changedAt(document, pathOf(path), value);
}

test('the document that these tests change is valid, and has every kind of field', () => {
  expect(refusalOf(document)).toEqual([]);
  expect(shapeFaults(outcomeOf(document))).toEqual([]);
});

describe('a wrong value, at every field and element in turn', () => {
  const names = [
    ...[
      'entity.qualityOfLife[].source',
      'entity.residualCollection[].title',
      'silos[].name',
      'directions[].name',
    ],
    ...['executives[].extras[].label', 'projects[].name'],
  ];
  // Those of them that nothing refers to.
  const ids = ['silos[].id', 'objectives[].id', 'executives[].id', 'projects[].id'];

  test.each<[string, unknown, string[]]>([
    ['null', null, []],
    ['a text', 'x', [...names, ...ids]],
    ['the text NaN', 'NaN', [...names, ...ids]],
    ['NaN', NaN, []],
    ['Infinity', Infinity, []],
    ['-1', -1, []],
    ['-0', -0, []],
    ['an object', {}, []],
    [
      'a list',
      [],
      [
        ...['entity.qualityOfLife', 'entity.residualCollection', 'objectives', 'directions[].training.staff'],
        ...['survey.responses', 'executives', 'executives[].extras', 'eqHolders[].objectives', 'projects'],
        ...['employees[].individualObjectives', 'employees[].groupObjectives', 'employees[].sanctions'],
        'projects[].beneficiaries',
      ],
    ],
    [
      'true',
      true,
      [
        ...['entity.budgetBalance.achieved', 'entity.budgetBalance.waiver', 'directions[].latePayments'],
        ...['directions[].training.staff[].exempt', 'directions[].transparency.reported'],
      ],
    ],
    [
      'a thousand',
      1e3,
      [
        ...['entity.qualityOfLife[].position', 'entity.qualityOfLife[].of'],
        ...['entity.residualCollection[].collected', 'entity.residualCollection[].assessed'],
        ...['objectives[].weight', 'eqHolders[].objectives[].weight', 'employees[].groupObjectives[].weight'],
        ...['improved', 'unchanged', 'worsened', 'notAssessable'].flatMap((outcome) => [
          `directions[].indicators.${outcome}`,
          `eqHolders[].indicators.${outcome}`,
        ]),
        ...['directions[].training.staff[].hours', 'directions[].transparency.findings'],
        ...[
          'survey.invited.d1',
          'survey.invited.d2',
          'executives[].tieBreakRank',
          'employees[].tieBreakRank',
        ],
        ...['executives[].extras[].amount', 'employees[].otherIncentives', 'funds.executives.resultPay'],
        ...['funds.executives.uplift', 'funds.executives.firstBandAmount', 'funds.eqHolders.resultPay'],
        ...['funds.employees.individual', 'projects[].planned', 'projects[].reported'],
        'projects[].beneficiaries[].share',
      ],
    ],
    ['a function', () => 1, []],
    ['a bigint', 1n, []],
    ['a date', new Date(0), []],
  ])('%s is refused, or computed where it means something', (_, value, accepted) => {
    const found = new Set<string>();
    for (const path of paths) {
      const other = changedAt(document, path, value);
      const refusal = refusalOf(other);
      if (refusal.length === 0) {
        found.add(fieldOf(path));
        expect(shapeFaults(outcomeOf(other as CycleDocument))).toEqual([]);
      } else if (!Array.isArray(value) && typeof value !== 'string') {
        // The fault is told at the value, or at what is in it or around it.
        expect(refusal.filter((line) => isAbout(line, path))).not.toEqual([]);
      }
      for (const line of refusal) expect(line).toMatch(/^\S[^\n]*: \S[^\n]*$/);
    }
    expect([...found].sort()).toEqual([...accepted].sort());
  });
});

function isAbout(line: string, path: Path): boolean {
  const told = line.slice(0, line.indexOf(': '));
  // What a project reported is told where its amounts do not sum to it.
  const at = path.at(-1) === 'reported' ? path.slice(0, -1) : path;
  const written = at.length === 0 ? '' : pathText(at);
  return told === 'documento' || told.startsWith(written) || written.startsWith(told);
}

describe('a missing field', () => {
  const optional = [
    ...[
      'silos[].achievement',
      'objectives[].silo',
      'objectives[].weight',
      'directions[].training.staff[].exempt',
    ],
    ...['survey', 'survey.invited.d2', 'executives[].extras', 'executives[].tieBreakRank'],
    ...['eqHolders[].objectives[].weight', 'eqHolders[].incentiveReduction'],
    ...['employees[].groupObjectives[].weight', 'employees[].sanctions', 'employees[].otherIncentives'],
    ...['employees[].tieBreakRank', 'funds.executives.firstBandAmount'],
  ];
  const fields = paths.filter((path) => typeof path.at(-1) === 'string');

  test('is told by its path, unless it may be absent', () => {
    const absent = new Set<string>();
    for (const path of fields) {
      const refusal = refusalOf(changedAt(document, path, undefined));
      if (refusal.length === 0) absent.add(fieldOf(path));
      // Of these the other one is told, or the sum.
      else if (!['presenceDays', 'share', 'amount', 'd1'].includes(String(path.at(-1))))
        expect(refusal).toContain(`${pathText(path)}: manca`);
    }
    expect([...absent].sort()).toEqual([...optional].sort());
  });

  test('of a document that is nothing, every field is missing', () => {
    expect(refusalOf({})).toEqual(
      [
        ...['year', 'regulation', 'entity', 'silos', 'objectives', 'directions', 'executives', 'eqHolders'],
        ...['employees', 'funds', 'projects'],
      ].map((field) => `${field}: manca`),
    );
    for (const nothing of [null, [], 'x', 5, true])
      expect(refusalOf(nothing)).toEqual(['documento: deve essere un oggetto']);
  });
});

describe('an unknown field', () => {
  const objects = paths.filter((path) => {
    const value = valueAt(document, path);
    return typeof value === 'object' && !Array.isArray(value) && fieldOf(path) !== 'survey.invited';
  });

  test.each(['sconosciuto', '__proto__', 'constructor', 'toString', 'Year', ''])(
    '%j is told at every object',
    (name) => {
      for (const path of objects) {
        const refusal = refusalOf(changedAt(document, [...path, name], 1));
        expect(refusal).toEqual([`${pathText([...path, name])}: campo non previsto`]);
      }
    },
  );

  test('several are told one by one, and do not hide other faults', () => {
    const faults = refusalOf({ ...(changed('year', 1999) as object), a: 1, b: { c: 2 } });
    expect(faults.sort()).toEqual([
      'a: campo non previsto',
      'b: campo non previsto',
      'year: deve essere tra 2000 e 2100',
    ]);
  });

  test('with a line break in its name is told on one line', () => {
    expect(refusalOf({ ...document, 'a\nb: c\n    at x': 1 })).toEqual([
      '["a\\nb: c\\n    at x"]: campo non previsto',
    ]);
  });
});

describe('ranges, just inside and just outside', () => {
  const count = { inside: [0, '0', '7.0', 9007199254740991, '9007199254740991'], outside: [-1, 1.5, '1.5', '9007199254740992', 1e16, 2 ** 53] }; // prettier-ignore
  const percent = { inside: [0, 100, '100.00', '99.9999999999999999999', 0.1], outside: [-1, 101, '100.01', 100.01, '100.0000000000000000001'] }; // prettier-ignore
  const months = { inside: [0, 12, '12', '6.0'], outside: [-1, 13, '6.5', 6.5, '12.0000000001'] };
  const weight = { inside: ['0.0000000001', 1e-10, 1e21, '1000000'], outside: [0, '0', '0.000', -1] };
  const money = {
    inside: [0, '0', '0.01', 0.01, '1.2', 12.34, '9999999999999.99', 1e15],
    outside: [-1, -0.01, '-1', '0.001', 0.001, '10.000', '1.230', 1e-7],
  };
  const upTo = (most: number, beyond: string) => ({ inside: [0, '0.00', most, String(most)], outside: [-1, beyond, Number(beyond)] }); // prettier-ignore

  test.each<[string, { inside: unknown[]; outside: unknown[] }]>([
    ['year', { inside: [2000, 2100, '2025', '2025.0'], outside: [1999, 2101, 2025.5, '2025.5', 0] }],
    ['entity.qualityOfLife[0].position', { inside: [1, 107, '1'], outside: [0, -1, 1.5] }],
    ['entity.qualityOfLife[0].of', { inside: [1, 107], outside: [0, -1, '1.5'] }],
    ['silos[0].achievement', percent],
    ['objectives[0].achievement', percent],
    ['objectives[0].weight', weight],
    ['directions[0].policyAlignment[3]', upTo(2.5, '2.51')],
    ['directions[0].indicators.improved', count],
    ['directions[0].indicators.notAssessable', count],
    ['directions[0].training.staff[0].hours', { inside: [0, '41.5', 8784, '0.0001'], outside: [-1, -0.5] }],
    ['directions[0].training.staff[0].days', { inside: [0, 366, '366'], outside: [-1, 367, 1.5] }],
    ['directions[0].training.internalDelivery', upTo(1, '1.01')],
    ['directions[0].managerial.planning', upTo(1, '1.01')],
    ['directions[0].managerial.timeliness', upTo(3, '3.01')],
    ['directions[0].managerial.eqObjectives', upTo(1, '1.01')],
    ['directions[0].transparency.findings', count],
    ['survey.responses[0].answers[7]', { inside: [1, 5, '5', '3.0'], outside: [0, 6, 2.5, '2.5', -1] }],
    ['executives[0].months', months],
    ['executives[0].tieBreakRank', count],
    ['eqHolders[0].months', months],
    ['eqHolders[0].objectives[0].achievement', percent],
    ['eqHolders[0].objectives[0].weight', weight],
    ['eqHolders[0].behaviours[0]', { inside: [1, 5, '4.75'], outside: [0, '0.99', '5.01', 6] }],
    ['eqHolders[0].incentiveReduction', percent],
    ['employees[0].months', months],
    ['employees[1].presenceDays[11]', { inside: [0, 31, '12'], outside: [-1, 32, 11.5] }],
    ['employees[0].individualObjectives[0].achievement', percent],
    ['employees[0].groupObjectives[0].weight', weight],
    ['employees[0].behaviours[0]', upTo(2.5, '2.51')],
    ['employees[0].tieBreakRank', count],
    ['entity.residualCollection[0].collected', money],
    ['entity.residualCollection[0].assessed', money],
    ['executives[0].extras[0].amount', money],
    ['employees[0].otherIncentives', money],
    ['funds.executives.resultPay', money],
    ['funds.executives.uplift', money],
    ['funds.executives.firstBandAmount', money],
    ['funds.eqHolders.resultPay', money],
    ['funds.employees.individual', money],
    ['projects[0].planned', money],
    ['projects[0].reported', money],
    ['projects[0].beneficiaries[0].share', { inside: [0, '0.333', 1e6], outside: [-1, '-1'] }],
  ])('%s', (path, { inside, outside }) => {
    for (const value of inside) {
      const other = changed(path, value);
      expect([value, refusalOf(other)]).toEqual([value, []]);
      expect(shapeFaults(outcomeOf(other as CycleDocument))).toEqual([]);
    }
    for (const value of outside) {
      const refusal = refusalOf(changed(path, value));
      expect([value, refusal.length]).toEqual([value, 1]);
      expect(refusal[0]!.startsWith(`${path}: `)).toBe(true);
    }
  });

  test.each([
    ['directions[0].policyAlignment', 4],
    ['survey.responses[0].answers', 8],
    ['eqHolders[0].behaviours', 6],
    ['employees[0].behaviours', 4],
    ['employees[1].presenceDays', 12],
  ])('%s has exactly %d values', (path, length) => {
    const list = valueAt(document, pathOf(path)) as unknown[];
    for (const other of [[], list.slice(1), [...list, list[0]]])
      expect(refusalOf(changed(path, other))).toEqual([`${path}: deve avere ${length} valori`]);
  });

  test.each([
    ['eqHolders[0].objectives', 5],
    ['employees[0].individualObjectives', 2],
    ['employees[0].groupObjectives', 2],
  ])('%s are at most %d', (path, most) => {
    const objectives = (length: number) => Array.from({ length }, () => ({ achievement: '90' }));
    expect(refusalOf(changed(path, objectives(most)))).toEqual([]);
    expect(refusalOf(changed(path, objectives(most + 1)))).toEqual([
      `${path}: può avere al massimo ${most} elementi`,
    ]);
  });

  test.each([
    ['objectives[0].kind', 'secondary'],
    ['employees[0].sanctions[0]', 'dismissal'],
    ['projects[0].funding', 'third party'],
  ])('%s is one of a few words, not %s', (path, word) => {
    expect(refusalOf(changed(path, word))).toEqual([
      expect.stringMatching(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}: deve essere uno di: `)),
    ]);
  });
});

test.each([
  '1,234.56',
  '1.234,56',
  '1e3',
  '+1',
  '-1',
  '',
  ' 1',
  '1 ',
  '.5',
  '5.',
  '０',
  '0x10',
  '1_000',
  'NaN',
  '1/2',
])('an amount written %j is no quantity', (text) => {
  expect(refusalOf(changed('funds.employees.individual', text))).toEqual([
    expect.stringMatching(
      /^funds\.employees\.individual: deve essere un numero in notazione decimale semplice/,
    ),
  ]);
});

test('a quantity may have thousands of digits', () => {
  const digits = '3'.repeat(10_000);
  const cycle = changed('objectives[0].weight', `1.${digits}`) as CycleDocument;
  expect(shapeFaults(outcomeOf(cycle))).toEqual([]);
  expect(refusalOf(changed('objectives[0].achievement', digits))).toEqual([
    'objectives[0].achievement: deve essere tra 0 e 100',
  ]);
});

describe('ids that are names of the language', () => {
  const strange = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    '0',
    'null',
    ' ',
    'a.b',
    '\n',
    '\u0000',
    '\ud800',
  ];

  test.each(strange)('%j is an id like any other', (id) => {
    const cycle = JSON.parse(
      JSON.stringify(document).replace(/"(d1|x1|q1|e1|p1|o-d1|curo)"/g, JSON.stringify(id)),
    ) as CycleDocument;
    expect(refusalOf(cycle)).toEqual([]);
    const renamed = outcomeOf(cycle);
    expect(shapeFaults(renamed)).toEqual([]);
    expect(renamed.employees[0]).toMatchObject({ id, pay: outcomeOf(document).employees[0]!.pay });
    expect(renamed.survey.directions[0]).toMatchObject({ id, invited: 62 });
  });

  test.each(strange)('the people invited by a direction %j are checked as anywhere', (id) => {
    for (const invited of [-5, 'abc', '5.5', null, {}]) {
      const cycle = JSON.parse(
        JSON.stringify({ ...aCycle(), survey: { invited: { d1: invited }, responses: [] } }).replaceAll(
          '"d1"',
          JSON.stringify(id),
        ),
      ) as unknown;
      expect([invited, refusalOf(cycle)]).toEqual([invited, [expect.stringMatching(/^survey\.invited/)]]);
    }
  });
});

test('faults of every kind are told at once, each with its path', () => {
  const cycle = aFullCycle();
  const wrong = {
    ...cycle,
    year: '1999',
    colour: 'red',
    entity: { ...cycle.entity, qualityOfLife: [{ source: 'x', position: 0, of: 107 }] },
    directions: [cycle.directions[0]!, { ...cycle.directions[1]!, name: 5 }],
    executives: [cycle.executives[0]!, { ...cycle.executives[0]!, months: 13 }],
    employees: [
      { ...cycle.employees[0]!, direction: 'nowhere' },
      { ...cycle.employees[1]!, months: 12, behaviours: ['2.51', '1', -1, '1'] },
    ],
    funds: { ...cycle.funds, eqHolders: { resultPay: '1,00' } },
    projects: [{ ...cycle.projects[1]!, reported: '10.01' }],
  };
  expect(
    refusalOf(wrong)
      .map((line) => line.slice(0, line.indexOf(': ')))
      .sort(),
  ).toEqual([
    'colour',
    'directions[1].name',
    'employees[0].direction',
    'employees[1].behaviours[0]',
    'employees[1].behaviours[2]',
    'employees[1].presenceDays',
    'entity.qualityOfLife[0].position',
    'executives[1].direction',
    'executives[1].id',
    'executives[1].months',
    'funds.eqHolders.resultPay',
    'projects[0].beneficiaries',
    'year',
  ]);
});

test('two hundred thousand faults are two hundred thousand lines', () => {
  const employees = Array<number>(200_000).fill(5);
  expect(refusalOf({ ...aCycle(), employees })).toHaveLength(200_000);
});

test('a hundred and fifty thousand references that lead nowhere are told', () => {
  const objectives = Array.from({ length: 150_000 }, (_, at) => ({
    id: `o${at}`,
    direction: 'nowhere',
    kind: 'principal' as const,
    achievement: 1,
  }));
  expect(refusalOf({ ...aCycle(), objectives })).toHaveLength(150_000);
});

test('what has no prototype is an object all the same', () => {
  expect(refusalOf(Object.assign(Object.create(null), aFullCycle()))).toEqual([]);
});
