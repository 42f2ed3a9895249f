import type { Band, Sanction } from '../regulation/schema.ts';
import type { Bilingual } from './language.ts';
import type { Operation } from './operation.ts';
import { PARAMETER_WORDS } from './parameter-words.ts';
import { PREMIUM_WORDS } from './premium-words.ts';
import { SHEET_WORDS } from './sheet-words.ts';

/** What the figures of an explanation are called. */
export const LABELS = { ...PARAMETER_WORDS, ...SHEET_WORDS, ...PREMIUM_WORDS };

export type Label = keyof typeof LABELS;

/** How a value follows from what stands below it. */
export const OPERATIONS: Readonly<Record<Operation, Bilingual>> = {
  given: { it: '', en: '' },
  parameter: { it: 'dal regolamento', en: 'from the regulation' },
  sum: { it: 'somma di', en: 'sum of' },
  difference: { it: 'differenza tra', en: 'difference of' },
  product: { it: 'prodotto di', en: 'product of' },
  quotient: { it: 'rapporto tra', en: 'quotient of' },
  least: { it: 'il minore tra', en: 'the least of' },
  greatest: { it: 'il maggiore tra', en: 'the greatest of' },
  weighted: { it: '', en: '' },
  'weighted-mean': { it: 'media ponderata di', en: 'weighted mean of' },
  round: { it: 'arrotondato, da', en: 'rounded, from' },
  floor: { it: 'arrotondato per difetto, da', en: 'rounded down, from' },
  case: { it: 'perché', en: 'because' },
  share: { it: 'in proporzione, al centesimo, da', en: 'in proportion, to the cent, from' },
};

/** The disciplinary sanctions as the source calls them (`SAN-1`). */
export const SANCTION_NAMES: Readonly<Record<Sanction, Bilingual>> = {
  'written-reprimand': { it: '«rimprovero scritto»', en: '“written reprimand”' },
  fine: { it: '«multa»', en: '“fine”' },
  'suspension-to-10-days': { it: '«sospensione fino a 10 giorni»', en: '“suspension up to 10 days”' },
  'suspension-to-1-month': {
    it: '«sospensione da 11 giorni a 1 mese»',
    en: '“suspension from 11 days to 1 month”',
  },
  'suspension-over-1-month': { it: '«sospensione oltre 1 mese»', en: '“suspension over 1 month”' },
};

export const BAND_NAMES: Readonly<Record<Band, Bilingual>> = {
  first: { it: 'prima fascia', en: 'first band' },
  second: { it: 'seconda fascia', en: 'second band' },
  third: { it: 'terza fascia', en: 'third band' },
  fourth: { it: 'quarta fascia', en: 'fourth band' },
  fifth: { it: 'quinta fascia', en: 'fifth band' },
  none: { it: 'nessuna fascia', en: 'no band' },
};

/** Whose figures an explanation is about. */
export const KINDS = {
  executive: { it: 'dirigente', en: 'executive' },
  eqHolder: { it: 'incaricato di Elevata Qualificazione', en: 'EQ holder' },
  employee: { it: 'dipendente', en: 'employee' },
  direction: { it: 'direzione', en: 'direction' },
} as const satisfies Readonly<Record<string, Bilingual>>;
