import { wholeNumber } from '../cycle/quantity-field.ts';
import type { Bilingual } from '../explain/language.ts';
import { rational } from '../quantity/rational.ts';
import { OUTCOMES, type Outcome } from '../rules/indicator-outcome.ts';
import type { Facts, FigureDefinition } from './facts.ts';
import { percentOf } from './statistics.ts';

const COMMON = { subject: 'directionOrNone', settledBy: 'technicalStructure' } as const;

/** What is declared of the service indicators, of the entity or of a direction (R §3.1, item 2 C). */
export const INDICATOR_FIGURES = {
  'indicators.total': count({ it: 'Indicatori rendicontati', en: 'Indicators reported' }, OUTCOMES),
  'indicators.improved': count({ it: 'Indicatori in miglioramento', en: 'Indicators improved' }, [
    'improved',
  ]),
  'indicators.unchanged': count({ it: 'Indicatori invariati', en: 'Indicators unchanged' }, ['unchanged']),
  'indicators.worsened': count({ it: 'Indicatori in peggioramento', en: 'Indicators worsened' }, [
    'worsened',
  ]),
  'indicators.notAssessable': count(
    { it: 'Indicatori non valutabili', en: 'Indicators that cannot be assessed' },
    ['notAssessable'],
  ),
  'indicators.improvedPercent': percent(
    { it: 'Indicatori in miglioramento, in percentuale', en: 'Indicators improved, in percent' },
    'improved',
  ),
  'indicators.unchangedPercent': percent(
    { it: 'Indicatori invariati, in percentuale', en: 'Indicators unchanged, in percent' },
    'unchanged',
  ),
  'indicators.worsenedPercent': percent(
    { it: 'Indicatori in peggioramento, in percentuale', en: 'Indicators worsened, in percent' },
    'worsened',
  ),
  'indicators.notAssessablePercent': percent(
    { it: 'Indicatori non valutabili, in percentuale', en: 'Indicators that cannot be assessed, in percent' },
    'notAssessable',
  ),
} as const satisfies Readonly<Record<string, FigureDefinition>>;

function count(title: Bilingual, outcomes: readonly Outcome[]): FigureDefinition {
  return {
    ...COMMON,
    title,
    unit: 'count',
    decimals: 0,
    compute: (facts, subject) => counted(facts, subject, outcomes),
  };
}

function percent(title: Bilingual, outcome: Outcome): FigureDefinition {
  return {
    ...COMMON,
    title,
    unit: 'percent',
    decimals: null,
    compute: (facts, subject) => {
      const part = counted(facts, subject, [outcome]);
      const whole = counted(facts, subject, OUTCOMES);
      return part === null || whole === null ? null : percentOf(part, whole);
    },
  };
}

function counted({ input }: Facts, subject: string | null, outcomes: readonly Outcome[]) {
  const directions = input.directions.filter(({ id }) => subject === null || id === subject);
  if (directions.length === 0) return null;
  let sum = 0n;
  for (const { indicators } of directions)
    for (const outcome of outcomes) sum += BigInt(wholeNumber(indicators[outcome]));
  return rational(sum);
}
