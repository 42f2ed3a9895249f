import { because, type Figure } from '../explain/figure.ts';
import { compare, divide, multiply, rational, type Rational } from '../quantity/rational.ts';
import { tabled } from '../regulation/lookup.ts';
import type { Band, Regulation } from '../regulation/schema.ts';

/** The band of an executive's total and the share of the first band that it pays (`BAND-E`). */
export function executiveBand(total: Figure, regulation: Regulation): { band: Band; share: Figure } {
  const rows = regulation.rules['BAND-E'].parameters.bands.value;
  const row = rows.find(({ upTo }) => compare(total.value, upTo.value) <= 0) ?? rows.at(-1)!;
  const upTo = tabled('BAND-E', 'bandUpTo', { ...row.upTo, unit: 'points' });
  return {
    band: row.band,
    share: because('bandShare', [total, upTo], tabled('BAND-E', 'bandShare', row.share)),
  };
}

/** What tells the evaluation band of an employee from the total of the sheet (`PEN-D`, rules.md §6: a reading). */
export function employeeBands(maximum: Rational, regulation: Regulation): (total: Rational) => Band {
  const rows = regulation.rules['PEN-D'].parameters.employeeBands.value.map(({ band, upTo }) => ({
    band,
    upTo: divide(multiply(maximum, upTo.value), rational(100)),
  }));
  return (total) => {
    for (const { band, upTo } of rows) if (compare(total, upTo) <= 0) return band;
    return rows.at(-1)!.band;
  };
}
