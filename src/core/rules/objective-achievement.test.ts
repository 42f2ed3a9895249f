import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explanationText } from '../explain/text.ts';
import { decimalText } from '../quantity/decimal-text.ts';
import { compare, rational } from '../quantity/rational.ts';
import { writtenMeasure, type Written } from '../quantity/written.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { INDICATOR_AIMS, objectiveAchievement, type IndicatorAim } from './objective-achievement.ts';

function indicator(
  better: IndicatorAim,
  baseline: string | null,
  target: string,
  measured: string | null,
  weight: string | null = null,
) {
  return {
    better,
    baseline: baseline === null ? null : writtenMeasure(baseline)!,
    target: writtenMeasure(target)!,
    measured: measured === null ? null : writtenMeasure(measured)!,
    weight: weight as Written<'weight'> | null,
  };
}

function achievement(...indicators: ReturnType<typeof indicator>[]): string | null {
  const figure = objectiveAchievement(indicators, CREMONA_2025);
  return figure && decimalText(figure.value);
}

describe('an objective with one indicator', () => {
  test.each<[IndicatorAim, string | null, string, string | null, string]>([
    // aim, baseline, target, measured, achievement
    ['higher', '20', '80', '50', '50.00'],
    ['higher', '20', '80', '80', '100.00'],
    ['higher', '20', '80', '300', '100.00'],
    ['higher', '20', '80', '20', '0.00'],
    ['higher', '20', '80', '10', '0.00'],
    ['higher', null, '80', '50', '62.50'],
    ['higher', null, '3', '1', '33.33'],
    ['higher', null, '3', '2', '66.67'],
    ['higher', '80', '80', '50', '62.50'],
    ['higher', '90', '80', '50', '62.50'],
    ['higher', '90', '80', '85', '100.00'],
    ['higher', null, '0', '-1', '0.00'],
    ['higher', null, '0', '0', '100.00'],
    ['higher', null, '-5', '-10', '0.00'],
    ['higher', '-20', '-5', '-10', '66.67'],
    ['higher', null, '10', '-10', '0.00'],
    ['lower', '60', '30', '40', '66.67'],
    ['lower', '60', '30', '30', '100.00'],
    ['lower', '60', '30', '0', '100.00'],
    ['lower', '60', '30', '70', '0.00'],
    ['lower', null, '30', '40', '75.00'],
    ['lower', '30', '30', '40', '75.00'],
    ['lower', '20', '30', '40', '75.00'],
    ['lower', null, '0', '0', '100.00'],
    ['lower', null, '0', '4', '0.00'],
    ['lower', '10', '0', '4', '60.00'],
    ['lower', null, '-5', '-2', '0.00'],
    ['lower', '0', '-5', '-2', '40.00'],
    ['onTarget', '60', '100', '90', '75.00'],
    ['onTarget', '60', '100', '110', '75.00'],
    ['onTarget', '140', '100', '110', '75.00'],
    ['onTarget', '60', '100', '10', '0.00'],
    ['onTarget', null, '100', '90', '90.00'],
    ['onTarget', '100', '100', '110', '90.00'],
    ['onTarget', null, '100', '100', '100.00'],
    ['onTarget', null, '-100', '-90', '90.00'],
    ['onTarget', null, '0', '0', '100.00'],
    ['onTarget', null, '0', '0.01', '0.00'],
    ['onTarget', '2', '0', '0.5', '75.00'],
    ['yesNo', null, '1', '1', '100.00'],
    ['yesNo', null, '1', '0', '0.00'],
    ['yesNo', '1', '1', '0', '0.00'],
    ['yesNo', null, '0', '0', '100.00'],
    ['higher', '20', '80', null, '0.00'],
    ['lower', '60', '30', null, '0.00'],
    ['onTarget', null, '0', null, '0.00'],
    ['yesNo', null, '0', null, '0.00'],
  ])('%s, from %s to %s, measured %s: %s', (aim, baseline, target, measured, expected) => {
    expect(achievement(indicator(aim, baseline, target, measured))).toBe(expected);
  });
});

describe('an objective', () => {
  test('without indicators has no achievement', () => {
    expect(achievement()).toBeNull();
  });

  test('is the weighted mean of its indicators, rounded once, at the end', () => {
    const third = indicator('higher', null, '3', '1', '1');
    const whole = indicator('yesNo', null, '1', '1', '2');
    expect(achievement(third, third, third)).toBe('33.33');
    expect(achievement(third, whole)).toBe('77.78');
    expect(achievement(indicator('higher', null, '3', '2'), whole)).toBe('88.89');
  });

  test('says how it came about', () => {
    const figure = objectiveAchievement(
      [
        { ...indicator('lower', '60', '30', '40', '2'), name: 'giorni di attesa' },
        indicator('yesNo', null, '1', '1'),
        indicator('higher', null, '5', null),
      ],
      CREMONA_2025,
    )!;
    expect(explanationText({ kind: 'direction', id: 'd1', figures: [figure] }, CREMONA_2025, 'en')).toBe(
      [
        'd1, direction',
        '└─ OBJ-A Achievement of the objective (R §3.1, punto 2 B): 58.33%, rounded, from',
        '   └─ weighted mean of the indicators: 58.3333%, weighted mean of',
        '      ├─ indicator giorni di attesa: 66.6667% × 2',
        '      │  ├─ achievement of the indicator: 66.6667%, the greatest of',
        '      │  │  ├─ not less than zero per cent: 0%',
        '      │  │  └─ way in percent: 66.6667%, product of',
        '      │  │     ├─ one hundred per cent: 100',
        '      │  │     └─ progress made out of progress expected: 0.666667, quotient of',
        '      │  │        ├─ progress made: -20, difference of',
        '      │  │        │  ├─ measured result: 40',
        '      │  │        │  └─ baseline: 60',
        '      │  │        └─ progress expected: -30, difference of',
        '      │  │           ├─ target value: 30',
        '      │  │           └─ baseline: 60',
        '      │  └─ weight: 2',
        '      ├─ indicator 2: 100% × 1',
        '      │  ├─ target reached: 100%, because',
        '      │  │  ├─ measured result: 1',
        '      │  │  ├─ target value: 1',
        '      │  │  └─ one hundred per cent: 100%',
        '      │  └─ weight: 1',
        '      └─ indicator 3: 0% × 1',
        '         ├─ result not measured (OBJ-A, R §3.1, punto 2 B): 0%',
        '         └─ weight: 1',
        '',
      ].join('\n'),
    );
  });
});

const figure = fc.integer({ min: -50, max: 50 }).map(String);
const anIndicator = fc
  .tuple(
    fc.constantFrom(...INDICATOR_AIMS),
    fc.option(figure),
    figure,
    fc.option(figure),
    fc.option(fc.integer({ min: 1, max: 9 }).map(String)),
  )
  .map((parts) => indicator(...parts));

describe('whatever the indicators', () => {
  test('the achievement is from 0 to 100', () => {
    fc.assert(
      fc.property(fc.array(anIndicator, { minLength: 1 }), (all) => {
        const { value } = objectiveAchievement(all, CREMONA_2025)!;
        expect(compare(value, rational(0))).toBeGreaterThanOrEqual(0);
        expect(compare(value, rational(100))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test('a better result never achieves less', () => {
    fc.assert(
      fc.property(fc.option(figure), figure, figure, figure, (baseline, target, a, b) => {
        const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a];
        const of = (better: 'higher' | 'lower', measured: string) =>
          Number(achievement(indicator(better, baseline, target, measured)));
        expect(of('higher', high)).toBeGreaterThanOrEqual(of('higher', low));
        expect(of('lower', low)).toBeGreaterThanOrEqual(of('lower', high));
      }),
      { numRuns: 500 },
    );
  });

  test('a target that is reached is worth 100, whatever the baseline', () => {
    fc.assert(
      fc.property(fc.constantFrom(...INDICATOR_AIMS), fc.option(figure), figure, (aim, baseline, target) => {
        expect(achievement(indicator(aim, baseline, target, target))).toBe('100.00');
      }),
    );
  });
});
