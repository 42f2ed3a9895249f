import type { Cycle } from '../compute.ts';
import type { Bilingual } from '../explain/language.ts';
import type { Unit } from '../explain/operation.ts';
import { rational, type Rational } from '../quantity/rational.ts';
import { withoutSubject, type FigureDefinition } from './facts.ts';
import { percentOf } from './statistics.ts';

/** What is declared of the funds and premiums (R §3.1–3.3). */
export const PREMIUM_FIGURES = {
  'employees.entitled': figure(
    { it: 'Dipendenti aventi diritto', en: 'Employees entitled' },
    'persons',
    0,
    ({ pot }) => pot.heads.value,
  ),
  'employees.positive': figure(
    { it: 'Dipendenti valutati positivamente', en: 'Employees with a positive total' },
    'persons',
    0,
    ({ employees }) => rational(employees.filter(({ entitled, positive }) => entitled && positive).length),
  ),
  'uplift.count': figure(
    { it: 'Maggiorazioni attribuibili', en: 'Uplifts that may be awarded' },
    'count',
    0,
    ({ pot }) => pot.upliftCount.value,
  ),
  'uplift.percent': figure(
    {
      it: 'Maggiorazioni, in percentuale degli aventi diritto',
      en: 'Uplifts, in percent of those entitled',
    },
    'percent',
    null,
    ({ pot }) => percentOf(pot.upliftCount.value, pot.heads.value),
  ),
  'uplift.value': amount(
    { it: 'Valore della maggiorazione', en: 'Value of the uplift' },
    ({ pot }) => pot.upliftValue.value,
  ),
  'uplift.pot': amount(
    { it: 'Risorse per la maggiorazione', en: 'Uplift pot' },
    ({ pot }) => pot.upliftPot.value,
  ),
  'pot.base': amount(
    { it: 'Risorse al netto della maggiorazione', en: 'Base pot' },
    ({ pot }) => pot.basePot.value,
  ),
  'premium.meanPerHead': figure(
    { it: 'Premio medio pro capite', en: 'Mean premium per head' },
    'euro',
    null,
    ({ pot }) => pot.meanPerHead.value,
  ),
  'premium.meanBase': figure(
    { it: 'Premio medio senza maggiorazione', en: 'Mean premium without uplift' },
    'euro',
    null,
    ({ pot }) => pot.meanBase.value,
  ),
  'premium.meanWithUplift': figure(
    { it: 'Premio medio con maggiorazione', en: 'Mean premium with uplift' },
    'euro',
    null,
    ({ pot }) => pot.meanWithUplift.value,
  ),
  'fund.executivesAvailable': fund(
    { it: 'Risultato dei dirigenti, disponibile', en: 'Result pay of executives, available' },
    'executives',
    'available',
  ),
  'fund.executivesPaid': fund(
    { it: 'Risultato dei dirigenti, distribuito', en: 'Result pay of executives, paid' },
    'executives',
    'paid',
  ),
  'fund.eqHoldersAvailable': fund(
    { it: 'Risultato delle EQ, disponibile', en: 'Result pay of EQ holders, available' },
    'eqHolders',
    'available',
  ),
  'fund.eqHoldersPaid': fund(
    { it: 'Risultato delle EQ, distribuito', en: 'Result pay of EQ holders, paid' },
    'eqHolders',
    'paid',
  ),
  'fund.employeesAvailable': fund(
    { it: 'Premi dei dipendenti, disponibile', en: 'Premiums of employees, available' },
    'employees',
    'available',
  ),
  'fund.employeesPaid': fund(
    { it: 'Premi dei dipendenti, distribuito', en: 'Premiums of employees, paid' },
    'employees',
    'paid',
  ),
} as const satisfies Readonly<Record<string, FigureDefinition>>;

function figure(
  title: Bilingual,
  unit: Unit,
  decimals: number | null,
  value: (cycle: Cycle) => Rational | null,
): FigureDefinition {
  return {
    title,
    unit,
    decimals,
    subject: 'none',
    settledBy: 'humanResources',
    compute: withoutSubject(({ cycle }) => value(cycle)),
  };
}

function amount(title: Bilingual, value: (cycle: Cycle) => Rational): FigureDefinition {
  return figure(title, 'euro', 2, value);
}

function fund(title: Bilingual, name: keyof Cycle['funds'], field: 'available' | 'paid'): FigureDefinition {
  return amount(title, ({ funds }) => funds[name][field].value);
}
