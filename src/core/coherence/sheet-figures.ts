import type { Cycle } from '../compute.ts';
import type { Bilingual } from '../explain/language.ts';
import { pointsValue } from '../quantity/points.ts';
import { isZero, ONE, rational, sumOf, type Rational } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import type { Penalty } from '../rules/executive-sheet.ts';
import { withoutSubject, type FigureDefinition } from './facts.ts';
import { greatestOf, leastOf, meanOf } from './statistics.ts';

/** What is declared of the entity's performance, objectives and sheets (R §3). */
export const SHEET_FIGURES = {
  'entity.residualCollectionRate': {
    ...figure(
      { it: 'Riscossione dei residui attivi, in percentuale', en: 'Collection of residuals, in percent' },
      'percent',
      null,
    ),
    settledBy: 'technicalStructure',
    compute: withoutSubject(({ cycle }) => cycle.entity.residualCollectionRate.value),
  },
  'silo.achievement': {
    ...figure({ it: 'Raggiungimento del silo', en: 'Achievement of the silo' }, 'percent', null),
    subject: 'silo',
    compute: ({ cycle }, subject) => cycle.silos.find(({ id }) => id === subject)?.achievement.value ?? null,
  },
  'objectives.weights': {
    ...figure(
      {
        it: 'Somma dei pesi degli obiettivi principali della direzione',
        en: 'Sum of the weights of the principal objectives of the direction',
      },
      'factor',
      null,
    ),
    subject: 'direction',
    settledBy: 'technicalStructure',
    compute: ({ input }, subject) => {
      if (!input.directions.some(({ id }) => id === subject)) return null;
      const own = input.objectives.filter(
        ({ direction, kind }) => direction === subject && kind === 'principal',
      );
      return sumOf(own.map(({ weight }) => (weight === undefined ? ONE : exactly(weight))));
    },
  },
  'penalties.transparency': penalised(
    { it: 'Direzioni penalizzate per la trasparenza', en: 'Directions with a penalty for transparency' },
    'PEN-T',
  ),
  'penalties.differentiation': penalised(
    {
      it: 'Direzioni penalizzate per mancata differenziazione',
      en: 'Directions with a penalty for lack of differentiation',
    },
    'PEN-D',
  ),
  'eqHolders.lowestTotal': ofTotals(
    { it: 'Punteggio minimo delle EQ', en: 'Lowest total of the EQ holders' },
    eqTotals,
    leastOf,
  ),
  'eqHolders.meanTotal': ofTotals(
    { it: 'Punteggio medio delle EQ', en: 'Mean total of the EQ holders' },
    eqTotals,
    meanOf,
  ),
  'eqHolders.highestTotal': ofTotals(
    { it: 'Punteggio massimo delle EQ', en: 'Highest total of the EQ holders' },
    eqTotals,
    greatestOf,
  ),
  'employees.lowestTotal': ofTotals(
    { it: 'Punteggio minimo dei dipendenti', en: 'Lowest total of the employees' },
    employeeTotals,
    leastOf,
  ),
  'employees.meanTotal': ofTotals(
    { it: 'Punteggio medio dei dipendenti', en: 'Mean total of the employees' },
    employeeTotals,
    meanOf,
  ),
  'employees.highestTotal': ofTotals(
    { it: 'Punteggio massimo dei dipendenti', en: 'Highest total of the employees' },
    employeeTotals,
    greatestOf,
  ),
} as const satisfies Readonly<Record<string, FigureDefinition>>;

function figure(title: Bilingual, unit: FigureDefinition['unit'], decimals: number | null) {
  return { title, unit, decimals, subject: 'none', settledBy: 'evaluationBoard' } as const;
}

function penalised(title: Bilingual, penalty: Penalty): FigureDefinition {
  return {
    ...figure(title, 'count', 0),
    compute: withoutSubject(({ cycle }) =>
      rational(
        [...cycle.sheets.values()].filter(({ penalties }) => !isZero(penalties[penalty].value)).length,
      ),
    ),
  };
}

function ofTotals(
  title: Bilingual,
  totals: (cycle: Cycle) => readonly Rational[],
  statistic: (values: readonly Rational[]) => Rational | null,
): FigureDefinition {
  return {
    ...figure(title, 'points', statistic === meanOf ? null : 2),
    compute: withoutSubject(({ cycle }) => statistic(totals(cycle))),
  };
}

function eqTotals({ eqHolders }: Cycle): Rational[] {
  return eqHolders.list.map(({ sheet }) => sheet.total.value);
}

/** Of those entitled: who has too few months is not evaluated for a premium. */
function employeeTotals({ employees }: Cycle): Rational[] {
  return employees.filter(({ entitled }) => entitled).map(({ total }) => pointsValue(total));
}
