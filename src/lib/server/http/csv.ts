/**
 * Rows as a file that a spreadsheet of an Italian office opens with a double click: semicolons, UTF-8 with its mark, lines
 * as RFC 4180 ends them. A cell that a spreadsheet would take for a formula is made a text by an apostrophe.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
