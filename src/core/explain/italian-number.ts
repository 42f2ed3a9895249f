import { decimalText } from '../quantity/decimal-text.ts';
import type { Rational } from '../quantity/rational.ts';

/** A number as it is written in Italian, `1.234,50`, with `least` to `most` decimals. */
export function italianNumber(value: Rational, least: number, most = least): string {
  const [whole = '', decimals = ''] = decimalText(value, most).split('.');
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return kept === '' ? grouped : `${grouped},${kept}`;
}
