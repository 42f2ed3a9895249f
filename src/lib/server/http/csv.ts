import { stringify } from 'csv-stringify/sync';

/**
 * Rows as a file that a spreadsheet of an Italian office opens with a double click: semicolons, UTF-8 with its mark, lines
 * as RFC 4180 ends them. A cell that a spreadsheet would take for a formula is made a text by an apostrophe.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      bom: true,
      delimiter: ';',
      escape_formulas: true,
      quoted_match: /[\r\n]/,
      record_delimiter: 'windows',
    },
  );
}
