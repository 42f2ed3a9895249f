import { decimalFault } from './decimal-fault.ts';
import type { Cell } from '../spreadsheets/cell.ts';
import { italianBoolean } from '../spreadsheets/italian/boolean.ts';
import { italianDate } from '../spreadsheets/italian/date.ts';
import { italianDecimal } from '../spreadsheets/italian/decimal.ts';
import { folded } from '../texts/folded.ts';
import type { Column, ReferenceTarget } from './column.ts';
import type { CellFault } from './fault.ts';
import type { Resolver } from './references.ts';

export type Parsed =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly fault: CellFault };

const value = (text: string | null): Parsed => ({ ok: true, value: text });
const wrong = (fault: CellFault): Parsed => ({ ok: false, fault });

/**
 * What stands in a column, in canonical text: numbers in plain decimal notation without needless zeros, days as
 * `2025-04-01`, `true` and `false`, choices by their value, references by the id of the record.
 *
 * @param resolvers what the references of the list mean
 */
export function parseCell(
  column: Column,
  cell: Cell,
  resolvers: ReadonlyMap<ReferenceTarget, Resolver>,
): Parsed {
  if (cell.kind === 'error') return wrong({ code: 'errorCell', text: cell.text });
  const written = shown(cell);
  if (written === '') return column.required ? wrong({ code: 'missing' }) : value(null);
  switch (column.kind) {
    case 'text':
      return written.length > column.most ? wrong({ code: 'tooLong', most: column.most }) : value(written);
    case 'whole': {
      const number = italianDecimal(cell);
      if (!number.ok) return wrong({ code: 'notANumber', text: written });
      const canonical = canonicalDecimal(number.value);
      if (canonical.includes('.')) return wrong({ code: 'notWhole', text: written });
      const fault = decimalFault(canonical, { least: String(column.least), most: String(column.most) });
      return fault ? wrong(fault) : value(canonical);
    }
    case 'decimal': {
      const number = italianDecimal(cell);
      if (!number.ok) return wrong({ code: 'notANumber', text: written });
      const canonical = canonicalDecimal(number.value);
      const fault = decimalFault(canonical, column);
      return fault ? wrong(fault) : value(canonical);
    }
    case 'date': {
      const date = italianDate(cell);
      return date.ok ? value(date.value) : wrong({ code: 'notADate', text: written });
    }
    case 'boolean': {
      const answer = italianBoolean(cell);
      return answer.ok ? value(String(answer.value)) : wrong({ code: 'notYesNo', text: written });
    }
    case 'choice': {
      const wanted = folded(written);
      const found = column.choices.find((choice) =>
        [choice.value, choice.it, choice.en].some((name) => folded(name) === wanted),
      );
      if (found) return value(found.value);
      return wrong({ code: 'notAChoice', text: written, choices: column.choices.map(({ it }) => it) });
    }
    case 'reference': {
      const meaning = resolvers.get(column.to)!(written);
      if (typeof meaning === 'object') return value(meaning.id);
      return wrong({ code: meaning, to: column.to, text: written });
    }
  }
}

/** A cell as a text, as people would write it. */
function shown(cell: Exclude<Cell, { kind: 'error' }>): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.text.normalize('NFC').trim();
    case 'number':
      return cell.decimal;
    case 'date':
      return cell.date;
    case 'boolean':
      return cell.value ? 'sì' : 'no';
  }
}

/** Plain decimal notation without needless zeros: `007.50` → `7.5`, `-0` → `0`. */
export function canonicalDecimal(decimal: string): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const rest = fraction.replace(/0+$/, '');
  const text = rest === '' ? digits : `${digits}.${rest}`;
  return negative && text !== '0' ? `-${text}` : text;
}
