import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  aCycle,
  aCycleOf,
  aCycleScoring,
  anEmployee,
  anEqHolder,
  aRegulation,
  cycleOf,
  type CycleDocument,
} from '../../../tests/domain/cycle-builder.ts';
import { randomCycle } from '../../../tests/domain/random-cycles.ts';
import { output } from '../cycle/output.ts';
import { writtenMeasure } from '../quantity/written.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import type { RuleId } from '../regulation/rule-id.ts';
import { indicatorOutcome } from '../rules/indicator-outcome.ts';
import { INDICATOR_AIMS, objectiveAchievement } from '../rules/objective-achievement.ts';
import { employeeFigures } from './employee-figures.ts';
import { explain, type Explanation } from './explain.ts';
import type { Figure } from './figure.ts';
import { explanationJson, type FigureJson } from './json.ts';
import { explanationText } from './text.ts';

// Hundreds of trees, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 60 };

/** A fraction of two bigints: the reader's own arithmetic, nothing of the core's. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const NONE: Fraction = { n: 0n, d: 1n };
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const minus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction): Fraction =>
  b.n === 0n ? NONE : b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
const isLess = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d;
const isSame = (a: Fraction, b: Fraction) => a.n * b.d === b.n * a.d;
const total = (all: readonly Fraction[]) => all.reduce(plus, NONE);

function roundedTo(decimals: number, { n, d }: Fraction): Fraction {
  const scale = 10n ** BigInt(decimals);
  const size = ((n < 0n ? -n : n) * scale * 2n + d) / (2n * d);
  return { n: n < 0n ? -size : size, d: scale };
}

function flooredTo(decimals: number, { n, d }: Fraction): Fraction {
  const scale = 10n ** BigInt(decimals);
  const scaled = n * scale;
  return { n: scaled / d - (scaled < 0n && scaled % d !== 0n ? 1n : 0n), d: scale };
}

/** Works a figure out from its leaves alone, checking every figure on the way against what it claims to be. */
function workedOut(figure: Figure): Fraction {
  const inputs = figure.inputs.map(workedOut);
  const value = byOperation(figure, inputs);
  expect({ label: figure.label, same: isSame(value, claimed(figure)) }).toEqual({
    label: figure.label,
    same: true,
  });
  return value;
}

function claimed({ value }: Pick<Figure, 'value'>): Fraction {
  return { n: BigInt(value.numerator), d: BigInt(value.denominator) };
}

function byOperation(figure: Figure, inputs: readonly Fraction[]): Fraction {
  const [first = NONE, second = NONE, third = NONE, fourth = NONE] = inputs;
  switch (figure.operation) {
    case 'given':
    case 'parameter':
      expect(figure.inputs).toEqual([]);
      return claimed(figure);
    case 'sum':
      return total(inputs);
    case 'difference':
      return inputs.slice(1).reduce(minus, first);
    case 'product':
      return inputs
        .map((input, at) => (figure.inputs[at]!.unit === 'percent' ? over(input, { n: 100n, d: 1n }) : input))
        .reduce(times);
    case 'quotient':
      return over(first, second);
    case 'least':
      return inputs.reduce((best, each) => (isLess(each, best) ? each : best));
    case 'greatest':
      return inputs.reduce((best, each) => (isLess(best, each) ? each : best));
    case 'weighted':
      return times(first, second);
    case 'weighted-mean':
      return over(total(inputs), total(figure.inputs.map(({ inputs }) => claimed(inputs[1]!))));
    case 'round':
      return roundedTo(figure.decimals!, first);
    case 'floor':
      return flooredTo(figure.decimals!, first);
    case 'case':
      return inputs.at(-1)!;
    case 'share': {
      expect([0n, 1n]).toContain((fourth.n * 100n) / fourth.d);
      return plus(flooredTo(2, over(times(first, second), third)), fourth);
    }
  }
}

function textOf({ n, d }: Fraction): string {
  const { n: hundredths } = roundedTo(2, { n, d });
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function rulesIn(figures: readonly Figure[]): Set<RuleId | null> {
  return new Set(figures.flatMap((figure) => [figure.rule, ...rulesIn(figure.inputs)]));
}

/** Everybody and every direction of a cycle, with the explanations of each. */
function explanations(document: CycleDocument): { cycle: ReturnType<typeof cycleOf>; all: Explanation[] } {
  const cycle = cycleOf(document);
  const lists = [document.executives, document.eqHolders, document.employees, document.directions];
  const ids = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
  return { cycle, all: [...ids].flatMap((id) => explain(cycle, id)) };
}

function only(document: CycleDocument, id: string, kind: Explanation['kind']): Explanation {
  return explain(cycleOf(document), id).find((each) => each.kind === kind)!;
}

describe('an explanation is the calculation', () => {
  test('so is that of what goes into a cycle: the achievement of an objective, the outcome of an indicator', () => {
    const measure = fc.integer({ min: -300, max: 300 }).map((n) => writtenMeasure((n / 10).toFixed(1))!);
    const indicator = fc.record({
      baseline: fc.option(measure),
      target: measure,
      measured: fc.option(measure),
      weight: fc.constant(null),
      better: fc.constantFrom(...INDICATOR_AIMS),
    });
    fc.assert(
      fc.property(fc.array(indicator, { minLength: 1, maxLength: 4 }), measure, measure, (all, a, b) => {
        workedOut(objectiveAchievement(all, CREMONA_2025)!);
        const result = indicatorOutcome({ standard: a, value: b, better: 'higher' }, CREMONA_2025);
        workedOut((result as Extract<typeof result, { why: Figure }>).why);
      }),
      { numRuns: 300 },
    );
  });

  test('every figure follows from the ones below it, and the root is what the output says', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { cycle, all } = explanations(document);
        const { executives, eqHolders, employees, directions, funds } = output(cycle);
        expect(all).toHaveLength([executives, eqHolders, employees, directions].flat().length);
        const budgets: Fraction[] = [];
        for (const { kind, id, figures } of all) {
          const found = figures.map(workedOut);
          const root = textOf(found[0]!);
          const by = <Row extends { id: string }>(rows: readonly Row[]) => rows.find((row) => row.id === id)!;
          if (kind === 'executive') expect(root).toBe(by(executives).pay);
          if (kind === 'eqHolder') expect(root).toBe(by(eqHolders).pay);
          if (kind === 'employee') expect(root).toBe(by(employees).pay);
          if (kind === 'direction') {
            expect(root).toBe(by(directions).total);
            budgets.push(found[1]!);
          }
        }
        if (funds.employees.heads > 0) expect(textOf(total(budgets))).toBe(funds.employees.basePot);
      }),
      runs,
    );
  });

  test('the items of a sheet stand in it with the points of the output', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { cycle, all } = explanations(document);
        const { directions, eqHolders } = output(cycle);
        for (const { kind, id, figures } of all) {
          const sheet =
            kind === 'direction'
              ? directions.find((row) => row.id === id)!
              : kind === 'eqHolder'
                ? eqHolders.find((row) => row.id === id)!
                : null;
          if (sheet === null) continue;
          for (const [rule, points] of Object.entries(sheet.items)) {
            const item = figuresOf(figures).find(
              (figure) => figure.rule === rule && figure.operation !== 'parameter',
            );
            expect([rule, item && textOf(claimed(item))]).toEqual([rule, points]);
          }
        }
      }),
      runs,
    );
  });
});

function figuresOf(figures: readonly Figure[]): Figure[] {
  return figures.flatMap((figure) => [figure, ...figuresOf(figure.inputs)]);
}

const SHEET: readonly RuleId[] = [
  ...(['ENT', 'ENT-A', 'ENT-B', 'SET-A', 'SET-B1', 'SET-B2', 'SET-C', 'SET-D1', 'SET-D2'] as const),
  ...(['MAN-1', 'MAN-2', 'MAN-3', 'MAN-4', 'PEN-T', 'PEN-D'] as const),
];

describe('every rule that made the figure appears', () => {
  const expectRules = ({ figures }: Explanation, ...rules: readonly RuleId[]) => {
    const found = rulesIn(figures);
    expect(rules.filter((rule) => !found.has(rule))).toEqual([]);
  };

  test('in the pay of an executive', () => {
    const cycle = aCycleScoring(92);
    cycle.executives[0]!.extras = [{ label: 'vicesegretario', amount: '4000' }];
    expectRules(only(cycle, 'x1', 'executive'), ...SHEET, 'BAND-E', 'PAY-E', 'UPL-E', 'EXT-E');
    cycle.directions[0]!.latePayments = true;
    expectRules(only(cycle, 'x1', 'executive'), 'PEN-P');
  });

  test('in the pay of an executive without access: too few points', () => {
    expectRules(only(aCycleScoring(50), 'x1', 'executive'), ...SHEET, 'PAY-E', 'UPL-E', 'EXT-E');
  });

  test('in the total of a direction, with its money and places', () => {
    expectRules(
      only(aCycleOf([anEmployee('e1')], '100'), 'd1', 'direction'),
      ...SHEET,
      'EMP-S',
      'EMP-B',
      'UPL-K',
    );
  });

  test('in the pay of an EQ holder', () => {
    const cycle = { ...aCycle(), eqHolders: [{ ...anEqHolder('q1'), incentiveReduction: '50' }] };
    expectRules(
      only(cycle, 'q1', 'eqHolder'),
      ...(['PAY-Q', 'EQ-1A', 'EQ-1B', 'EQ-2A', 'EQ-2B', 'EQ-3', 'ENT', 'SET-B1', 'SET-B2', 'SET-C'] as const),
    );
  });

  test('in the pay of an employee', () => {
    const employees = Array.from({ length: 10 }, (_, at) => anEmployee(`e${at}`, 50 - at));
    Object.assign(employees[0]!, {
      sanctions: ['fine'],
      otherIncentives: '2000',
      presenceDays: Array(12).fill(12),
    });
    delete employees[0]!.months;
    expectRules(
      only(aCycleOf(employees, '1000'), 'e0', 'employee'),
      ...(['EMP-1', 'EMP-2', 'EMP-3', 'PAY-M', 'SAN-1', 'BAL-1', 'EMP-S', 'EMP-B', 'EMP-M'] as const),
      ...(['UPL-V', 'UPL-K', 'UPL-W'] as const),
    );
  });

  test('in what an employee does not get', () => {
    const cycle = aCycleOf([{ ...anEmployee('e1'), months: 5 }, anEmployee('e2', 20)], '1000');
    for (const id of ['e1', 'e2'])
      expectRules(only(cycle, id, 'employee'), 'EMP-1', 'EMP-2', 'EMP-3', 'PAY-M', 'UPL-W');
  });

  test('where the survey is too small, the threshold', () => {
    const cycle = aCycleScoring(90, 80);
    expectRules(only(cycle, 'd2', 'direction'), 'MAN-4', 'SUR-3');
  });

  test('the mean of the survey, under the rule of the means', () => {
    expectRules(only(aCycle(), 'd1', 'direction'), 'SUR-2');
  });

  test('the gate, where it is closed', () => {
    const cycle = { ...aCycle(), eqHolders: [anEqHolder('q1')] };
    cycle.entity.budgetBalance.achieved = false;
    expectRules(only(cycle, 'x1', 'executive'), 'GATE-1');
    expectRules(only(cycle, 'q1', 'eqHolder'), 'GATE-1');
  });

  test('the months and the months needed, where they are too few', () => {
    const cycle = { ...aCycleScoring(100), eqHolders: [{ ...anEqHolder('q1'), months: 3 }] };
    cycle.executives[0]!.months = 3;
    for (const [id, kind] of [
      ['x1', 'executive'],
      ['q1', 'eqHolder'],
    ] as const) {
      const labels = figuresOf(only(cycle, id, kind).figures).map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining(['months', 'minimumMonths']));
    }
  });
});

test("an employee's explanation is about nobody else: no other person's id is in it", () => {
  fc.assert(
    fc.property(randomCycle, (document) => {
      const { cycle, all } = explanations(renamed(document));
      for (const explanation of all.filter(({ kind }) => kind === 'employee')) {
        const told =
          JSON.stringify(explanationJson(explanation, cycle.regulation, 'it')) +
          explanationText(explanation, cycle.regulation, 'en');
        expect([...new Set(told.match(/persona-\w+-\d+/g))]).toEqual([explanation.id]);
      }
    }),
    runs,
  );
});

/** Everybody under an id that cannot be mistaken for anything else. */
function renamed(document: CycleDocument): CycleDocument {
  const names = new Map<string, string>();
  for (const list of ['executives', 'eqHolders', 'employees'] as const)
    document[list].forEach((person, at) => {
      names.set(person.id, `persona-${list}-${at}`);
      person.id = `persona-${list}-${at}`;
    });
  for (const { beneficiaries } of document.projects)
    for (const beneficiary of beneficiaries) beneficiary.id = names.get(beneficiary.id)!;
  return document;
}

describe('rendering', () => {
  test.each([
    ['it', /^[ │]*[├└]─ \S.*: -?[\d.]+(,\d+)?/],
    ['en', /^[ │]*[├└]─ \S.*: -?€?[\d,]+(\.\d+)?/],
  ] as const)(
    'as text (%s): one line a figure, with nothing that is not a word or a number',
    (language, line) => {
      fc.assert(
        fc.property(randomCycle, (document) => {
          const { cycle, all } = explanations(document);
          for (const explanation of all) {
            const text = explanationText(explanation, cycle.regulation, language);
            const [first = '', ...lines] = text.trimEnd().split('\n');
            expect(first.startsWith(`${explanation.id}, `)).toBe(true);
            expect(lines).toHaveLength(figuresOf(explanation.figures).length);
            for (const each of lines) expect(each).toMatch(line);
            expect(text).not.toMatch(/undefined|null|NaN|\[object/);
          }
        }),
        runs,
      );
    },
  );

  test.each(['o1', 'constructor', '__proto__', 'toString', 'fine'])(
    'an objective %s is told by its own id',
    (id) => {
      const document = aCycle();
      document.objectives[0]!.id = id;
      const cycle = cycleOf(document);
      expect(explanationText(explain(cycle, 'd1')[0]!, cycle.regulation, 'it')).toContain(
        `obiettivo ${id}: 100 % × 1\n`,
      );
    },
  );

  test('as JSON: the same tree, each value as an exact fraction', () => {
    const same = (json: FigureJson, figure: Figure) => {
      const [n = '', d = '1'] = json.exact.split('/');
      expect(isSame({ n: BigInt(n), d: BigInt(d) }, claimed(figure))).toBe(true);
      expect(json).toMatchObject({ rule: figure.rule, unit: figure.unit, operation: figure.operation });
      expect(json.inputs).toHaveLength(figure.inputs.length);
      json.inputs.forEach((input, at) => {
        same(input, figure.inputs[at]!);
      });
    };
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { cycle, all } = explanations(document);
        for (const explanation of all) {
          const json = explanationJson(explanation, cycle.regulation, 'it');
          expect(JSON.parse(JSON.stringify(json))).toEqual(json);
          expect([json.kind, json.id]).toEqual([explanation.kind, explanation.id]);
          json.figures.forEach((figure, at) => {
            same(figure, explanation.figures[at]!);
          });
        }
      }),
      runs,
    );
  });

  test.each([
    [
      'it',
      'x1, dirigente',
      'importo spettante: 7.961,59 €, somma di',
      'PAY-E Retribuzione di risultato dei dirigenti, retribuzione di risultato (R §3.1): 6.329,09 €, arrotondato, da',
    ],
    [
      'en',
      'x1, executive',
      'amount due: €7,961.59, sum of',
      'PAY-E Result pay of executives, result pay (R §3.1): €6,329.09, rounded, from',
    ],
  ] as const)('in %s a figure is named by its rule, with title and citation', (language, ...first) => {
    const cycle = cycleOf(aCycleScoring(85));
    const text = explanationText(explain(cycle, 'x1')[0]!, cycle.regulation, language);
    const lines = text.split('\n').map((line) => line.replace(/^[ │├└─]+/, ''));
    expect(lines.slice(0, 3)).toEqual(first);
  });

  test('both languages tell the same figures: only words and the form of the numbers differ', () => {
    const bare = ({ name: _, how: __, shown: ___, inputs, ...rest }: FigureJson): unknown => ({
      ...rest,
      inputs: inputs.map(bare),
    });
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { cycle, all } = explanations(document);
        for (const explanation of all) {
          const [italian, english] = (['it', 'en'] as const).map((language) =>
            explanationJson(explanation, cycle.regulation, language).figures.map(bare),
          );
          expect(english).toEqual(italian);
        }
      }),
      runs,
    );
  });

  test('a number of another regulation is told with its own citation', () => {
    const regulation = aRegulation();
    regulation.rules['SET-A'].citation = 'Regolamento di Altrove, art. 7';
    const cycle = cycleOf({ ...aCycle(), regulation });
    expect(explanationText(explain(cycle, 'd1')[0]!, cycle.regulation, 'it')).toContain(
      '(Regolamento di Altrove, art. 7)',
    );
  });
});

test('the band of an employee is the first whose cut the total does not exceed', () => {
  fc.assert(
    fc.property(randomCycle, (document) => {
      const cycle = cycleOf(document);
      const rows = cycle.regulation.rules['PEN-D'].parameters.employeeBands.value;
      for (const result of cycle.employees) {
        const { band, total } = employeeFigures(result, cycle);
        const cut = workedOut(band);
        expect(isLess(cut, claimed(total))).toBe(false);
        const at = rows.findIndex((row) => row.band === result.band);
        if (at === 0) continue;
        // 50 points are the maximum of the sheet.
        const below = times(claimed(rows[at - 1]!.upTo), { n: 50n, d: 100n });
        expect(isLess(below, claimed(total))).toBe(true);
      }
    }),
    runs,
  );
});

test('an id that two lists share is explained once for each; an unknown one not at all', () => {
  const cycle = aCycle();
  cycle.executives[0]!.id = 'd1';
  cycle.eqHolders = [anEqHolder('d1')];
  cycle.employees = [anEmployee('d1')];
  const computed = cycleOf(cycle);
  expect(explain(computed, 'd1').map(({ kind }) => kind)).toEqual([
    'executive',
    'eqHolder',
    'employee',
    'direction',
  ]);
  for (const id of ['nobody', '__proto__', 'constructor', '']) expect(explain(computed, id)).toEqual([]);
});
