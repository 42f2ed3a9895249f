/** Digits that Excel and LibreOffice keep of a number: what lies beyond is the noise of binary fractions. */
const SHOWN_DIGITS = 15;

/**
 * A number as a spreadsheet shows it when there is room: at most 15 significant digits, no exponent, no zeros at the end.
 * `number` must be finite.
 */
export function decimalNotation(number: number): string {
  const [mantissa, exponent] = String(Number(number.toPrecision(SHOWN_DIGITS))).split('e') as [
    string,
    string?,
  ];
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.') as [string, string?];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : sign + digits.padEnd(point, '0');
}

/** The same of a number as a file writes it, such as `1.5E-3`; null if it is none. */
export function decimalOf(written: string): string | null {
  if (/^-?[1-9]\d{0,14}$/.test(written)) return written;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written)) return null;
  const number = Number(written);
  return Number.isFinite(number) ? decimalNotation(number) : null;
}
