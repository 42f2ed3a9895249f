import { csv } from '../http/csv.ts';
import type { Cell } from './cell.ts';
import { textBehindApostrophe } from './csv/formula.ts';

/** The rows under their titles, as `csv` writes them: decimals with a comma, days as `31/12/2025`, `sì` and `no`. */
export function writeCsv(titles: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return csv([titles.map(text), ...rows.map((row) => row.map(writtenCell))]);
}

function writtenCell(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'error':
      return text(cell.text);
    case 'number':
      return cell.decimal.replace('.', ',');
    case 'date':
      return cell.date.split('-').reverse().join('/');
    case 'boolean':
      return cell.value ? 'sì' : 'no';
  }
}

/** Reading takes off an apostrophe that says «this is a text»; one that belongs to the text needs another before it. */
function text(text: string): string {
  return textBehindApostrophe(text) === null ? text : `'${text}`;
}
