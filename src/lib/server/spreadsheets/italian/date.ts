import { isoDate, type IsoDate } from '#core/calendar/iso-date.ts';
import type { Cell } from '../cell.ts';
import { trimmed, type Parsed } from './parsed.ts';

const MONTHS = [
  ...[
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
  ],
  ...['novembre', 'dicembre'],
];
/** Years of two digits: up to 69 in this century. */
const LAST_YEAR_OF_2000 = 69;

const TIME = /[ T]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?$/;
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const IN_WORDS = /^(\d{1,2})[°º]?[ -]([a-z]{3,})\.?[ -](\d{4}|\d{2})$/;

/**
 * A day as Italians write it: `31/12/2025`, `31-12-25`, `31.12.2025`, `1° aprile 2025`, `31 dic 2025`, and `2025-12-31`. A time
 * of day behind it is cut off. A number is no day: its cell would have to be formatted as one.
 */
export function italianDate(cell: Cell): Parsed<IsoDate, 'empty' | 'notADate' | 'noSuchDay'> {
  if (cell.kind === 'date') return { ok: true, value: cell.date };
  if (cell.kind === 'empty') return { ok: false, code: 'empty' };
  if (cell.kind !== 'text') return { ok: false, code: 'notADate' };
  const text = trimmed(cell.text).replace(/ +/g, ' ').toLowerCase();
  if (text === '') return { ok: false, code: 'empty' };
  const parts = partsOf(text.replace(TIME, '').replace(/t\d{2}:\d{2}(:\d{2}(\.\d+)?)?z?$/, ''));
  if (parts === null) return { ok: false, code: 'notADate' };
  const date = isoDate(parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'));
  return date === null ? { ok: false, code: 'noSuchDay' } : { ok: true, value: date };
}

/** Year, month and day. */
function partsOf(text: string): [number, number, number] | null {
  const iso = ISO.exec(text);
  if (iso !== null) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return [year(numeric[4]!), Number(numeric[3]), Number(numeric[1])];
  const words = IN_WORDS.exec(text);
  if (words === null) return null;
  const month = MONTHS.findIndex((name) => name === words[2] || name.slice(0, 3) === words[2]) + 1;
  return month === 0 ? null : [year(words[3]!), month, Number(words[1])];
}

function year(written: string): number {
  const number = Number(written);
  if (written.length === 4) return number;
  return number <= LAST_YEAR_OF_2000 ? 2000 + number : 1900 + number;
}
