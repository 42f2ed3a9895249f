import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECLARED_FIGURES } from '../../example/declared-figures.ts';
import { EXAMPLE_URL } from '../../example/example-files.ts';
import { compute } from '../compute.ts';
import { checkInput } from '../cycle/check.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import { publish } from '../disclosure/publish.ts';
import { countSurvey } from '../disclosure/survey-counts.ts';
import { decimalText } from '../quantity/decimal-text.ts';
import { add, compare, rational, ZERO, type Rational } from '../quantity/rational.ts';
import { roundHalfUp } from '../quantity/rounding.ts';
import { declaredFigureSchema, type DeclaredFigure, type Relation } from './declared-figure.ts';
import { OFFICES, type Facts } from './facts.ts';
import { FIGURE_KIND_NAMES, FIGURE_KINDS, type FigureKind } from './figure-kinds.ts';
import { incoherences } from './incoherences.ts';

const facts = await exampleFacts();

/** The example of 2025 as it is committed; how many of the staff are permanent is not in it. */
async function exampleFacts(): Promise<Facts> {
  const checked = checkInput(JSON.parse(await readFile(EXAMPLE_URL, 'utf8')));
  if (!checked.ok) throw new Error('the example is refused');
  const { input, regulation } = checked;
  const { invited, responses } = input.survey!;
  const counts = countSurvey(
    input.directions.map(({ id }) => ({ id, invited: wholeNumber(invited[id]!) })),
    responses.map(({ direction, answers }) => ({ direction, answers: answers.map(wholeNumber) })),
    regulation,
  );
  const headcount = input.executives.length + input.eqHolders.length + input.employees.length;
  return {
    input,
    cycle: compute(input, regulation),
    staff: { headcount, permanent: null, fixedTerm: null },
    survey: publish(counts, regulation, null),
  };
}

function declared(
  figure: FigureKind,
  value: string,
  { subject = null, relation = 'is', source = 'Relazione' }: Partial<DeclaredFigure> = {},
): DeclaredFigure {
  return { figure, subject, relation, value, source };
}

/** The incoherences in short. */
function found(...figures: DeclaredFigure[]) {
  return incoherences(figures, facts).map(({ kind, contradiction, figure, subject, ...found }) =>
    [
      contradiction ?? kind,
      subject === null ? figure : `${figure} ${subject}`,
      found.declared
        .map(({ relation, value }) => (relation === 'is' ? value : `${relation} ${value}`))
        .join(' '),
      found.computed,
      found.difference,
    ].join(' | '),
  );
}

/** Every figure that the example has, with each of its subjects. */
const KNOWN: readonly { figure: FigureKind; subject: string | null; value: Rational }[] =
  FIGURE_KIND_NAMES.flatMap((figure) => {
    const { input, cycle } = facts;
    const directions = input.directions.map(({ id }) => id);
    const questions = cycle.regulation.rules['SUR-1'].parameters.statements.value.map((_, at) =>
      String(at + 1),
    );
    const subjects = {
      none: [null],
      project: input.projects.map(({ id }) => id),
      silo: input.silos.map(({ id }) => id),
      direction: directions,
      directionOrNone: [null, ...directions],
      question: [...questions, ...directions.flatMap((id) => questions.map((number) => `${id}:${number}`))],
    }[FIGURE_KINDS[figure].subject];
    return subjects.flatMap((subject) => {
      const value = FIGURE_KINDS[figure].compute(facts, subject);
      return value === null ? [] : [{ figure, subject, value }];
    });
  });
const known = fc.constantFrom(...KNOWN);
const decimals = fc.integer({ min: 0, max: 10 });

describe('the catalogue of figures', () => {
  test('has a title in both languages and an office for each', () => {
    for (const name of FIGURE_KIND_NAMES) {
      const { title, settledBy } = FIGURE_KINDS[name];
      expect([title.it, title.en, title.it === title.en]).toEqual([title.it || '?', title.en || '?', false]);
      expect(OFFICES).toContain(settledBy);
    }
    const titles = Object.values(FIGURE_KINDS).map(({ title }) => title);
    expect(new Set(titles.map(({ it }) => it)).size).toBe(titles.length);
    expect(new Set(titles.map(({ en }) => en)).size).toBe(titles.length);
  });

  test('computes every figure of the example, but what it does not hold', () => {
    const names = new Set(KNOWN.map(({ figure }) => figure));
    expect(FIGURE_KIND_NAMES.filter((name) => !names.has(name))).toEqual([
      'staff.permanent',
      'staff.fixedTerm',
    ]);
  });

  test.each<[FigureKind, string | null, string]>([
    ['staff.executives', null, '13.00'],
    ['employees.entitled', null, '556.00'],
    ['indicators.total', 'd01', '62.00'],
    ['indicators.worsenedPercent', 'd01', '14.52'],
    ['objectives.weights', 'd01', '8.00'],
    ['survey.invited', null, '617.00'],
    ['survey.responses', null, '406.00'],
    ['survey.invited', 'd01', '75.00'],
    ['fund.eqHoldersPaid', null, '72681.04'],
    ['fund.employeesPaid', null, '600238.00'],
  ])('computes %s of %s: %s', (figure, subject, value) => {
    expect(decimalText(FIGURE_KINDS[figure].compute(facts, subject)!)).toBe(value);
  });

  test('knows no figure of a subject that there is not', () => {
    for (const name of FIGURE_KIND_NAMES)
      for (const subject of ['x', '', 'd01:0', 'd01:9', 'x:1', ':1', '0'])
        expect(FIGURE_KINDS[name].compute(facts, subject)).toBeNull();
  });

  test('has figures without decimals where it says so', () => {
    for (const { figure, value } of KNOWN) {
      const exact = FIGURE_KINDS[figure].decimals;
      if (exact !== null) expect(compare(roundHalfUp(value, exact), value)).toBe(0);
    }
  });
});

describe('a figure that is declared', () => {
  test('may be absent', () => {
    expect(found()).toEqual([]);
  });

  test('as it is computed, at any precision, is coherent', () => {
    fc.assert(
      fc.property(known, decimals, ({ figure, subject, value }, precision) => {
        expect(found(declared(figure, decimalText(value, precision), { subject }))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('one unit of its last decimal away is one incoherence', () => {
    fc.assert(
      fc.property(known, decimals, fc.boolean(), ({ figure, subject, value }, precision, more) => {
        const unit = rational(more ? 1n : -1n, 10n ** BigInt(precision));
        const other = add(roundHalfUp(value, precision), unit);
        fc.pre(compare(other, ZERO) >= 0);
        const one = declared(figure, decimalText(other, precision), { subject });
        expect(incoherences([one], facts)).toMatchObject([
          {
            kind: 'declaredDiffers',
            figure,
            subject,
            declared: [one],
            computed: decimalText(value, precision),
            difference: decimalText({ ...unit, numerator: -unit.numerator }, precision),
            settledBy: FIGURE_KINDS[figure].settledBy,
          },
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test('of something nobody knows is not held against anything', () => {
    expect(found(declared('project.planned', '1.00', { subject: 'p99' }))).toEqual([]);
    expect(found(declared('staff.permanent', '609'))).toEqual([]);
  });

  test.each<[Relation, string, boolean]>([
    // 56 of 556 are 10.0719… %
    ['atMost', '10', false],
    ['atMost', '10.0', false],
    ['atMost', '10.07', false],
    ['atMost', '10.08', true],
    ['atLeast', '10', true],
    ['atLeast', '10.07', true],
    ['atLeast', '10.08', false],
    ['is', '10', true],
    ['is', '10.07', true],
    ['is', '10.08', false],
  ])('as a limit is compared exactly: uplifts %s %s %%', (relation, value, coherent) => {
    expect(found(declared('uplift.percent', value, { relation })).length).toBe(coherent ? 0 : 1);
  });

  test('as a limit tells by how much it is exceeded, with as many decimals as that takes', () => {
    expect(found(declared('uplift.percent', '10', { relation: 'atMost' }))).toEqual([
      'declaredDiffers | uplift.percent | atMost 10 | 10.07 | 0.07',
    ]);
    expect(found(declared('uplift.percent', '10.0719', { relation: 'atMost' }))).toEqual([
      'declaredDiffers | uplift.percent | atMost 10.0719 | 10.07194 | 0.00004',
    ]);
    expect(found(declared('uplift.count', '60', { relation: 'atLeast' }))).toEqual([
      'declaredDiffers | uplift.count | atLeast 60 | 56 | -4',
    ]);
  });

  test('is the business of the office of its kind', () => {
    const offices = incoherences(
      [
        declared('staff.headcount', '1'),
        declared('indicators.total', '1'),
        declared('penalties.transparency', '9'),
      ],
      facts,
    ).map(({ settledBy }) => settledBy);
    expect(offices).toEqual(['humanResources', 'evaluationBoard', 'technicalStructure']);
  });
});

describe('the survey', () => {
  const hidden = { state: 'hidden', reason: 'complementary' } as const;
  const withHidden: Facts = {
    ...facts,
    survey: {
      ...facts.survey!,
      directions: facts.survey!.directions.map((direction) =>
        direction.id === 'd09' ? { id: 'd09', ...hidden } : direction,
      ),
    },
  };

  test('tells nothing of a direction whose result is hidden, whatever is declared', () => {
    const guesses = FIGURE_KIND_NAMES.filter((name) => name.startsWith('survey.')).flatMap((name) =>
      ['d09', 'd09:1'].map((subject) => declared(name, '1', { subject })),
    );
    expect(incoherences(guesses, withHidden)).toEqual([]);
    expect(incoherences(guesses, facts).length).toBeGreaterThan(0);
  });

  test('has no figures before it is published', () => {
    const guess = declared('survey.mean', '1.00');
    expect(incoherences([guess], { ...facts, survey: null })).toEqual([]);
    expect(found(guess)).toEqual(['declaredDiffers | survey.mean | 1.00 | 3.42 | 2.42']);
  });

  test('never tells more of a mean than the two decimals that are published', () => {
    expect(found(declared('survey.questionMean', '3.3812345', { subject: '1' }))).toEqual([
      'declaredDiffers | survey.questionMean 1 | 3.3812345 | 3.3800000 | -0.0012345',
    ]);
  });
});

describe('two sources', () => {
  const places = (...values: string[]) =>
    values.map((value, at) => declared('staff.permanent', value, { source: `posto ${at}` }));
  const rounded = (...values: [Relation, string][]) =>
    values.map(([relation, value], at) =>
      declared('survey.participation', value, { relation, source: `posto ${at}`, subject: 'x' }),
    );

  test('that say the same of a figure agree', () => {
    expect(found(...places('609', '609', '609.0'))).toEqual([]);
  });

  test('that do not are one incoherence, however many they are', () => {
    expect(found(...places('609', '610'))).toEqual(['sourcesDiffer | staff.permanent | 609 610 |  | 1']);
    expect(found(...places('609', '610', '609', '600'))).toHaveLength(1);
  });

  test.each<[boolean, ...[Relation, string][]]>([
    [true, ['is', '65.8'], ['is', '65.80']],
    [true, ['is', '65.8'], ['is', '65.84']],
    [true, ['is', '65.8'], ['is', '65.75']],
    [true, ['is', '66'], ['is', '65.8']],
    [false, ['is', '65.8'], ['is', '65.9']],
    [false, ['is', '65.8'], ['is', '65.86']],
    [false, ['is', '65.80'], ['is', '65.81']],
    [true, ['is', '10.07'], ['atLeast', '10']],
    [false, ['is', '10.07'], ['atMost', '10']],
    [true, ['is', '10'], ['atMost', '10']],
    [false, ['atLeast', '11'], ['atMost', '10']],
    [true, ['atLeast', '10'], ['atMost', '10']],
  ])('agree as far as what is written may be rounded: %s, %j and %j', (agree, ...values) => {
    expect(found(...rounded(...values)).length).toBe(agree ? 0 : 1);
  });
});

describe('figures that cannot hold together', () => {
  // Of subjects that are not in the example, so that nothing is computed.
  const project = (reported: string, beneficiaries: string, smallest: string, largest: string) =>
    found(
      declared('project.reported', reported, { subject: 'p' }),
      declared('project.beneficiaries', beneficiaries, { subject: 'p' }),
      declared('project.smallest', smallest, { subject: 'p' }),
      declared('project.largest', largest, { subject: 'p' }),
    );

  test('beneficiaries times the smallest premium are not more than what was reported', () => {
    expect(project('5000.00', '3', '1666.66', '1666.67')).toEqual([]);
    expect(project('5000.00', '3', '1666.67', '1666.67')).toEqual([
      'smallestTooLarge | project.reported p | 5000.00 3 1666.67 | 5000.01 | 0.01',
    ]);
  });

  test('beneficiaries times the largest premium are not less than what was reported', () => {
    expect(project('5000.00', '3', '1666.66', '1666.66')).toEqual([
      'largestTooSmall | project.reported p | 5000.00 3 1666.66 | 4999.98 | -0.02',
    ]);
  });

  test('amounts without cents may be rounded', () => {
    expect(project('5000', '3', '1667', '1667')).toEqual([]);
    expect(project('5000', '30', '1667', '1667')).toHaveLength(1);
  });

  test('what is smallest is not more than what is largest', () => {
    expect(project('5000.00', '2', '2500.00', '2499.00')).toEqual([
      'largestTooSmall | project.reported p | 5000.00 2 2499.00 | 4998.00 | -2.00',
      'outOfOrder | project.largest p | 2499.00 2500.00 | 2500.00 | 1.00',
    ]);
  });

  const indicators = (total: string, ...counts: string[]) =>
    found(
      declared('indicators.total', total, { subject: 'd' }),
      ...(['improved', 'unchanged', 'worsened', 'notAssessable'] as const).map((outcome, at) =>
        declared(`indicators.${outcome}`, counts[at]!, { subject: 'd' }),
      ),
    );

  test('parts make their total', () => {
    expect(indicators('728', '579', '45', '82', '22')).toEqual([]);
    expect(indicators('728', '579', '45', '82', '23')).toEqual([
      'partsAndTotal | indicators.total d | 728 579 45 82 23 | 729 | 1',
    ]);
    expect(found(declared('staff.permanent', '609'), declared('staff.fixedTerm', '37'))).toEqual([]);
  });

  test('a limit is no part of it', () => {
    const parts = [declared('staff.permanent', '609'), declared('staff.fixedTerm', '36')];
    const limit = declared('staff.headcount', '700.00', { relation: 'atMost' });
    expect(found(limit, ...parts)).toEqual([]);
    expect(found(limit, declared('staff.headcount', '646'), ...parts)).toEqual([
      'partsAndTotal | staff.headcount | 646 609 36 | 645 | -1',
    ]);
  });

  const percentages = (...values: string[]) =>
    found(
      ...(['improved', 'unchanged', 'worsened', 'notAssessable'] as const).map((outcome, at) =>
        declared(`indicators.${outcome}Percent`, values[at]!, { subject: 'd' }),
      ),
    );

  test('percentages make 100, as far as rounding allows', () => {
    expect(percentages('79.53', '6.18', '11.26', '3.02')).toEqual([]);
    expect(percentages('79.53', '6.18', '11.26', '3.01')).toEqual([]);
    expect(percentages('79.53', '6.18', '11.26', '3.00')).toEqual([
      'percentages | indicators.improvedPercent d | 79.53 6.18 11.26 3.00 | 99.97 | -0.03',
    ]);
    expect(percentages('80', '6', '11', '3')).toEqual([]);
  });

  test('the projects make the total of their funding', () => {
    const own = facts.cycle.projects.list.filter(({ project }) => project.funding === 'own');
    const all = own.map(({ project }) =>
      declared('project.planned', String(project.planned), { subject: project.id }),
    );
    const total = declared('projects.ownPlanned', '139200.00');
    expect(found(total, ...all)).toEqual([]);
    const last = all.at(-1)!;
    const more = { ...last, value: '3200.01' };
    expect(found(total, ...all.slice(0, -1), more)).toEqual([
      'declaredDiffers | project.planned p08 | 3200.01 | 3200.00 | -0.01',
      expect.stringMatching(/^partsAndTotal \| projects\.ownPlanned .* \| 139200\.01 \| 0\.01$/),
    ]);
    expect(found(total, ...all.slice(0, -1))).toEqual([]);
  });

  test('where sources differ, one that would make it possible is enough', () => {
    const parts = [declared('staff.permanent', '609'), declared('staff.fixedTerm', '36')];
    const headcounts = (...values: string[]) =>
      values.map((value) => declared('staff.headcount', value, { source: value }));
    const kinds = (...values: string[]) =>
      incoherences([...parts, ...headcounts(...values)], facts).map(({ kind }) => kind);
    expect(kinds('646')).toEqual(['impossible']);
    expect(kinds('646', '645')).toEqual(['declaredDiffers', 'sourcesDiffer']);
  });
});

describe('the key of an incoherence', () => {
  const all = [
    declared('staff.headcount', '1'),
    declared('staff.headcount', '2', { source: 'Altro, §1/2' }),
    declared('staff.headcount', '3', { source: 'Altro, §1/2', relation: 'atMost' }),
    declared('staff.headcount', '4', { source: 'Altro, §1/2' }),
    declared('indicators.total', '1', { subject: 'd01' }),
    declared('indicators.total', '1', { subject: 'd02' }),
  ];
  const keys = (figures: DeclaredFigure[]) => incoherences(figures, facts).map(({ key }) => key);

  test('is its own, and does not depend on order or value', () => {
    expect(new Set(keys(all)).size).toBe(keys(all).length);
    expect(keys([...all].reverse())).toEqual(keys(all));
    expect(keys(all.map((each) => ({ ...each, value: `${each.value}.5` })))).toEqual(keys(all));
    expect(keys(all)).toContain('declaredDiffers/staff.headcount//is/Altro%2C%20%C2%A71%2F2');
  });
});

test('what comes in is a known figure, a plain decimal, and says where it is written', () => {
  const good = declared('staff.headcount', '646');
  expect(DECLARED_FIGURES.every((each) => declaredFigureSchema.safeParse(each).success)).toBe(true);
  for (const wrong of [
    { figure: 'staff' },
    { value: '-1' },
    { value: '1,5' },
    { value: '' },
    { value: '1.00000000000' },
    { subject: '' },
    { source: '' },
    { relation: 'about' },
  ])
    expect(declaredFigureSchema.safeParse({ ...good, ...wrong }).success).toBe(false);
});

test('what R states of 2025 contradicts itself, and the example, where it is known to', () => {
  expect(found(...DECLARED_FIGURES)).toEqual([
    // §2.4: 609 permanent and 36 fixed-term employees are 645
    'partsAndTotal | staff.headcount | 646 646 609 36 | 645 | -1',
    // §3.3: not more than 10 %, and 56 of 556
    'declaredDiffers | uplift.percent | atMost 10 | 10.07 | 0.07',
    // §3.1: more than 13 executives can get, see docs/published-figures.md
    'declaredDiffers | fund.executivesPaid | 117073.23 | 99872.23 | -17201.00',
    // §3.3, cemeteries: three times 1,666.67, where one of the three gets a cent less
    'smallestTooLarge | project.reported p05 | 5000.00 5000.00 3 1666.67 | 5000.01 | 0.01',
    // §3.3, SMART: 990.93 in the table, 900.32 in the text
    'declaredDiffers | project.reported p10 | 900.32 | 990.93 | 90.61',
    'sourcesDiffer | project.reported p10 | 990.93 900.32 | 990.93 | 90.61',
    'declaredDiffers | project.smallest p05 | 1666.67 | 1666.66 | -0.01',
  ]);
});
