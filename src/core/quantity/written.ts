import { negate, rational, type Rational } from './rational.ts';

/**
 * A quantity as it is written in the input: a JSON number or a string in plain decimal notation, both meaning the
 * exact decimal that is written (core contract, "Command line"). The kind keeps money, points and percentages
 * apart; it exists for the type checker only. What carries a kind has been checked at the edge.
 */
export type Written<Kind extends string> = (string | number) & { readonly [kind]: Kind };
declare const kind: unique symbol;

/**
 * The exact value of a text in plain decimal notation: digits, perhaps a point and digits; no sign, exponent or
 * separator. Null if it is anything else, or longer than any real quantity.
 */
export function plainDecimal(text: string): Rational | null {
  if (text.length >= SAFE_LENGTH) return text.length > MOST_CHARACTERS ? null : longDecimal(text);
  let digits = 0;
  let point = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= DIGIT_0 && code <= DIGIT_9) digits = digits * 10 + (code - DIGIT_0);
    else if (code === POINT && point < 0 && at > 0) point = at;
    else return null;
  }
  if (text.length === 0 || point === text.length - 1) return null;
  return { numerator: digits, denominator: point < 0 ? 1 : 10 ** (text.length - point - 1) };
}

/**
 * A measured quantity, such as the balance of a service, as it is written: it may have a minus in front. Null if the text
 * is anything else. What the contract of the core holds is never negative: see {@link plainDecimal}.
 */
export function writtenMeasure(text: string): Written<'measure'> | null {
  const unsigned = text.startsWith('-') ? text.slice(1) : text;
  return plainDecimal(unsigned) === null ? null : (text as Written<'measure'>);
}

/** The exact value of a measured quantity, perhaps negative. Throws a RangeError as {@link exactly} does. */
export function exactMeasure(written: Written<'measure'>): Rational {
  const measure: string | number = written;
  if (typeof measure === 'number') return measure < 0 ? negate(exactly(-measure)) : exactly(measure);
  return measure.startsWith('-') ? negate(exactly(measure.slice(1))) : exactly(measure);
}

/** How many decimals are written: 2 for `"1.20"`. A number has those of its shortest decimal form. */
export function writtenDecimals(quantity: string | number): number {
  if (typeof quantity === 'number' && Number.isInteger(quantity)) return 0;
  const text = typeof quantity === 'number' ? plainText(quantity) : quantity;
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/**
 * The exact value of a quantity. Throws a RangeError if the text is not in plain decimal notation or the number is
 * negative or not finite: what comes from outside has been checked before it gets here.
 */
export function exactly(quantity: string | number): Rational {
  if (typeof quantity === 'number' && Number.isSafeInteger(quantity))
    return { numerator: quantity, denominator: 1 };
  const value = plainDecimal(typeof quantity === 'number' ? plainText(quantity) : quantity);
  if (value === null) throw new RangeError('not in plain decimal notation');
  return value;
}

/** No quantity of a municipality is longer; turning a million digits into a number would take minutes. */
const MOST_CHARACTERS = 20_000;
/** Any fifteen digits are a safe integer. */
const SAFE_LENGTH = 16;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const POINT = 0x2e;

function longDecimal(text: string): Rational | null {
  const [, whole, decimals = ''] = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** A finite number without exponent: `1e-7` → `0.0000001`. */
function plainText(value: number): string {
  const text = String(value);
  const exponentAt = text.indexOf('e');
  if (exponentAt < 0) return text;
  const [whole = '', fraction = ''] = text.slice(0, exponentAt).split('.');
  const point = whole.length + Number(text.slice(exponentAt + 1));
  const digits = whole + fraction;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return digits.padEnd(point, '0');
}
