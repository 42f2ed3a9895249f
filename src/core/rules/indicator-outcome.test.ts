import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRegulation } from '../../../tests/domain/cycle-builder.ts';
import { explanationText } from '../explain/text.ts';
import { writtenMeasure, type Written } from '../quantity/written.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { regulationSchema } from '../regulation/schema.ts';
import { countOutcomes, indicatorOutcome, type MeasuredIndicator } from './indicator-outcome.ts';

function measure(text: string | null): Written<'measure'> | null {
  return text === null ? null : writtenMeasure(text)!;
}

function indicator(standard: string | null, value: string | null, better: 'higher' | 'lower' = 'higher') {
  return { standard: measure(standard), value: measure(value), better } satisfies MeasuredIndicator;
}

function tolerating(tolerance: string) {
  const document = aRegulation();
  document.rules['IND-O'].parameters.tolerance.value = tolerance;
  return regulationSchema.parse(document);
}

describe('a service indicator against its standard', () => {
  test.each([
    ['10', '10.01', 'higher', 'improved'],
    ['10', '10.01', 'lower', 'worsened'],
    ['10', '9.99', 'higher', 'worsened'],
    ['10', '9.99', 'lower', 'improved'],
    ['10', '10.00', 'higher', 'unchanged'],
    ['0.1', '0.10000000000000000001', 'higher', 'improved'],
    ['0', '0', 'lower', 'unchanged'],
    ['0', '1', 'lower', 'worsened'],
    ['-10', '-9', 'higher', 'improved'],
    ['-10', '-11', 'higher', 'worsened'],
    ['-10', '-11', 'lower', 'improved'],
    ['-1', '1', 'higher', 'improved'],
    [null, '10', 'higher', 'notAssessable'],
    ['10', null, 'lower', 'notAssessable'],
    [null, null, 'lower', 'notAssessable'],
  ] as const)('standard %s, result %s, %s is better: %s', (standard, value, better, outcome) => {
    expect(indicatorOutcome(indicator(standard, value, better), CREMONA_2025).outcome).toBe(outcome);
  });

  test('what is missing is told', () => {
    expect(indicatorOutcome(indicator(null, '1'), CREMONA_2025)).toMatchObject({ missing: ['standard'] });
    expect(indicatorOutcome(indicator('1', null), CREMONA_2025)).toMatchObject({ missing: ['value'] });
  });

  test.each([
    ['100', '105', 'unchanged'],
    ['100', '95', 'unchanged'],
    ['100', '105.01', 'improved'],
    ['100', '94.99', 'worsened'],
    ['-100', '-95', 'unchanged'],
    ['-100', '-105.01', 'worsened'],
    ['0', '0.01', 'improved'],
  ])('with a tolerance of five per cent, standard %s, result %s: %s', (standard, value, outcome) => {
    expect(indicatorOutcome(indicator(standard, value), tolerating('5')).outcome).toBe(outcome);
  });

  test('says why', () => {
    const result = indicatorOutcome(indicator('-10', '-8'), tolerating('10'));
    const figures = 'why' in result ? [result.why] : [];
    expect(explanationText({ kind: 'direction', id: 'd1', figures }, CREMONA_2025, 'it')).toBe(
      [
        'd1, direzione',
        "└─ IND-O Esito dell'indicatore di servizio, scostamento favorevole (R §3.1, punto 2 C): 2, perché",
        '   ├─ scostamento tollerato: 1, prodotto di',
        '   │  ├─ tolleranza sullo standard (IND-O, R §3.1, punto 2 C): 10 %',
        '   │  └─ grandezza dello standard: 10, differenza tra',
        '   │     ├─ da zero: 0',
        '   │     └─ standard: -10',
        '   └─ scostamento dallo standard: 2, differenza tra',
        '      ├─ risultato rilevato: -8',
        '      └─ standard: -10',
        '',
      ].join('\n'),
    );
  });
});

const figure = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 2 }))
  .map(([hundredths, decimals]) => (hundredths / 100).toFixed(decimals));
const anIndicator = fc
  .tuple(fc.option(figure), fc.option(figure), fc.constantFrom('higher' as const, 'lower' as const))
  .map(([standard, value, better]) => indicator(standard, value, better));

test('turning the direction round turns improved and worsened round', () => {
  fc.assert(
    fc.property(anIndicator, (one) => {
      const other = { ...one, better: one.better === 'higher' ? ('lower' as const) : ('higher' as const) };
      const turned = { improved: 'worsened', worsened: 'improved', unchanged: 'unchanged' } as const;
      const { outcome } = indicatorOutcome(one, CREMONA_2025);
      expect(indicatorOutcome(other, CREMONA_2025).outcome).toBe(
        outcome === 'notAssessable' ? outcome : turned[outcome],
      );
    }),
  );
});

test('every indicator is counted once', () => {
  fc.assert(
    fc.property(fc.array(anIndicator), (all) => {
      const { improved, unchanged, worsened, notAssessable } = countOutcomes(all, CREMONA_2025);
      expect(improved + unchanged + worsened + notAssessable).toBe(all.length);
      expect(notAssessable).toBe(
        all.filter(({ standard, value }) => standard === null || value === null).length,
      );
    }),
  );
});

test('no indicators are four noughts', () => {
  expect(countOutcomes([], CREMONA_2025)).toEqual({
    improved: 0,
    unchanged: 0,
    worsened: 0,
    notAssessable: 0,
  });
});
