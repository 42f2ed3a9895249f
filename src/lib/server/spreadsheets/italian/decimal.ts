import type { Cell } from '../cell.ts';
import { trimmed, type Parsed } from './parsed.ts';

/**
 * A number as Italians write it, in plain decimal notation: `1.234,50` gives `1234.5`. Points, spaces and apostrophes part
 * groups of three digits, a comma parts the decimals. The sign may stand behind; `€` and `%` are taken off, and a cell that is
 * formatted as a percentage counts as it is shown: 12,5 % gives `12.5`, however the file holds it.
 *
 * A single point is what makes it difficult, since many programs write `1.5`. Not followed by three digits, it can only be a
 * decimal point. Followed by three, `1.234` is 1234, as Italian has it; where it cannot part groups (`0.125`, `1234.567`) the
 * writer meant decimals, but the same writer's `1.125` would be read as 1125, so it is refused as `ambiguous`.
 */
export function italianDecimal(cell: Cell): Parsed<string, 'empty' | 'notANumber' | 'ambiguous'> {
  if (cell.kind === 'empty') return { ok: false, code: 'empty' };
  if (cell.kind === 'number') {
    return { ok: true, value: cell.percent ? timesHundred(cell.decimal) : cell.decimal };
  }
  if (cell.kind !== 'text') return { ok: false, code: 'notANumber' };
  const text = trimmed(cell.text);
  if (text === '') return { ok: false, code: 'empty' };
  const parts = withoutSignAndUnit(text);
  if (parts === null) return { ok: false, code: 'notANumber' };
  if (/^(0|\d{4,})\.\d{3}$/.test(parts.amount)) return { ok: false, code: 'ambiguous' };
  const match = FORMS.map((form) => form.exec(parts.amount)).find((found) => found !== null);
  if (match?.[1] === undefined) return { ok: false, code: 'notANumber' };
  return { ok: true, value: plain(parts.negative, match[1].replace(/[. '’]/g, ''), match[2] ?? '') };
}

/** The whole part with its groups, then the decimals. */
const FORMS = [
  /^(\d+)(?:,(\d+))?$/,
  /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/,
  /^([1-9]\d{0,2}(?: \d{3})+)(?:,(\d+))?$/,
  /^([1-9]\d{0,2}(?:['’]\d{3})+)(?:[.,](\d+))?$/,
  /^(\d+)\.(\d{1,2}|\d{4,})$/,
];

const SIGN = '[-−+]';
const AMOUNT = new RegExp(
  `^(?:€|EUR)? ?(${SIGN}?) ?(?:€|EUR)? ?(\\d(?:.*\\d)?) ?(${SIGN}?)(?: ?(?:€|EUR|%))?(${SIGN}?)$`,
  'i',
);

function withoutSignAndUnit(text: string): { negative: boolean; amount: string } | null {
  const match = AMOUNT.exec(text);
  if (match === null) return null;
  const signs = [match[1]!, match[3]!, match[4]!].filter((sign) => sign !== '');
  if (signs.length > 1) return null;
  return { negative: signs.length === 1 && signs[0] !== '+', amount: match[2]! };
}

function plain(negative: boolean, whole: string, decimals: string): string {
  const kept = decimals.replace(/0+$/, '');
  const number = whole.replace(/^0+(?=\d)/, '') + (kept === '' ? '' : `.${kept}`);
  return negative && number !== '0' ? `-${number}` : number;
}

function timesHundred(decimal: string): string {
  const [whole, decimals = ''] = decimal.replace('-', '').split('.') as [string, string?];
  const moved = decimals.padEnd(2, '0');
  return plain(decimal.startsWith('-'), whole + moved.slice(0, 2), moved.slice(2));
}
