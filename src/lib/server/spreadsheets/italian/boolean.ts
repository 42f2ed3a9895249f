import type { Cell } from '../cell.ts';
import { trimmed, type Parsed } from './parsed.ts';

const TRUE = new Set(['sì', "si'", 'si’', 'sí', 'si', 's', 'x', 'vero', 'true', '1']);
const FALSE = new Set(['no', 'n', 'falso', 'false', '0']);

/** Yes or no, in the words of Italian offices and programs. What an empty cell means is not decided here. */
export function italianBoolean(cell: Cell): Parsed<boolean, 'empty' | 'notABoolean'> {
  if (cell.kind === 'boolean') return { ok: true, value: cell.value };
  const written =
    cell.kind === 'text' ? cell.text : cell.kind === 'number' && !cell.percent ? cell.decimal : null;
  const word = written === null ? null : trimmed(written).normalize('NFC').toLowerCase();
  if (cell.kind === 'empty' || word === '') return { ok: false, code: 'empty' };
  if (word !== null && TRUE.has(word)) return { ok: true, value: true };
  if (word !== null && FALSE.has(word)) return { ok: true, value: false };
  return { ok: false, code: 'notABoolean' };
}
