import { decimalText } from '../quantity/decimal-text.ts';
import type { Rational } from '../quantity/rational.ts';
import type { Language } from './language.ts';

const MARKS = {
  it: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
} as const satisfies Record<Language, unknown>;

/** A number as it is read, `1.234,50` or `1,234.50`, with `least` to `most` decimals, rounded half-up to those. */
export function numberText(value: Rational, language: Language, least: number, most = least): string {
  const { group, decimal } = MARKS[language];
  const [whole = '', decimals = ''] = decimalText(value, most).split('.');
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return kept === '' ? grouped : `${grouped}${decimal}${kept}`;
}
