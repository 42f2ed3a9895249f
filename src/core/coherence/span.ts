import { add, compare, multiply, rational, subtract, type Rational } from '../quantity/rational.ts';
import { exactly, writtenDecimals } from '../quantity/written.ts';
import type { DeclaredFigure } from './declared-figure.ts';
import { FIGURE_KINDS } from './figure-kinds.ts';

/** The values that what is written may stand for. Null: no end. */
export interface Span {
  readonly least: Rational | null;
  readonly most: Rational | null;
  /** Whether `most` itself is outside: what is rounded half-up would be rounded to the next. */
  readonly open: boolean;
}

/**
 * What a declared figure may stand for: an amount with its cents and a count are what is written; what was rounded,
 * such as a percentage, is up to half a unit of its last decimal away; a limit has one end.
 */
export function spanOf({ figure, relation, value }: DeclaredFigure): Span {
  const written = exactly(value);
  if (relation === 'atMost') return { least: null, most: written, open: false };
  if (relation === 'atLeast') return { least: written, most: null, open: false };
  const decimals = writtenDecimals(value);
  const exact = FIGURE_KINDS[figure].decimals;
  if (exact !== null && decimals >= exact) return { least: written, most: written, open: false };
  const half = rational(1n, 2n * 10n ** BigInt(decimals));
  return { least: subtract(written, half), most: add(written, half), open: true };
}

/** Whether no value is in both. */
export function areApart(a: Span, b: Span): boolean {
  return endsBefore(a, b) || endsBefore(b, a);
}

function endsBefore({ most, open }: Span, { least }: Span): boolean {
  if (most === null || least === null) return false;
  const gap = compare(most, least);
  return open ? gap <= 0 : gap < 0;
}

/** Between which values something lies, and between which it is written. None of the figures is negative. */
export interface Range {
  readonly least: Rational;
  readonly most: Rational;
  readonly lowestWritten: Rational;
  readonly highestWritten: Rational;
}

/** Whatever of several sources is right: from the least of what they may stand for to the most. Null without any `is`. */
export function rangeOf(declared: readonly DeclaredFigure[]): Range | null {
  const ranges = declared.flatMap((each): Range[] => {
    const { least, most } = spanOf(each);
    const written = exactly(each.value);
    return least === null || most === null
      ? []
      : [{ least, most, lowestWritten: written, highestWritten: written }];
  });
  if (ranges.length === 0) return null;
  return ranges.reduce((a, b) => ({
    least: lower(a.least, b.least),
    most: higher(a.most, b.most),
    lowestWritten: lower(a.lowestWritten, b.lowestWritten),
    highestWritten: higher(a.highestWritten, b.highestWritten),
  }));
}

export function pointRange(value: Rational): Range {
  return { least: value, most: value, lowestWritten: value, highestWritten: value };
}

/** The sum or product of ranges, end by end. */
export function combined(ranges: readonly Range[], by: 'sum' | 'product'): Range {
  const of = (end: keyof Range) =>
    ranges.map((range) => range[end]).reduce((a, b) => (by === 'sum' ? add(a, b) : multiply(a, b)));
  return {
    least: of('least'),
    most: of('most'),
    lowestWritten: of('lowestWritten'),
    highestWritten: of('highestWritten'),
  };
}

export function lower(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function higher(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}
