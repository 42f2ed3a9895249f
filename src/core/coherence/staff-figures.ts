import type { Bilingual } from '../explain/language.ts';
import { rational, type Rational } from '../quantity/rational.ts';
import { withoutSubject, type Facts, type FigureDefinition } from './facts.ts';

/** What is declared of the organisation and its staff (R §1, §2.2, §2.4, §3). */
export const STAFF_FIGURES = {
  'staff.headcount': persons(
    { it: 'Dipendenti al 31 dicembre', en: 'Staff on 31 December' },
    ({ staff }) => staff.headcount,
  ),
  'staff.permanent': persons(
    { it: 'Dipendenti a tempo indeterminato al 31 dicembre', en: 'Permanent staff on 31 December' },
    ({ staff }) => staff.permanent,
  ),
  'staff.fixedTerm': persons(
    { it: 'Dipendenti a tempo determinato al 31 dicembre', en: 'Fixed-term staff on 31 December' },
    ({ staff }) => staff.fixedTerm,
  ),
  'staff.executives': persons({ it: 'Dirigenti', en: 'Executives' }, ({ input }) => input.executives.length),
  'staff.eqHolders': persons(
    { it: 'Titolari di Elevata Qualificazione', en: 'EQ holders' },
    ({ input }) => input.eqHolders.length,
  ),
  'organisation.directions': {
    ...persons({ it: 'Direzioni', en: 'Directions' }, ({ input }) => input.directions.length),
    unit: 'count',
  },
} as const satisfies Readonly<Record<string, FigureDefinition>>;

function persons(title: Bilingual, count: (facts: Facts) => number | null): FigureDefinition {
  return {
    title,
    unit: 'persons',
    decimals: 0,
    subject: 'none',
    settledBy: 'humanResources',
    compute: withoutSubject((facts) => whole(count(facts))),
  };
}

function whole(count: number | null): Rational | null {
  return count === null ? null : rational(count);
}
