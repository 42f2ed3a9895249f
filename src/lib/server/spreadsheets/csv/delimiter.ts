/** In the order in which they win where they fit equally well: Italian numbers have commas in them. */
const DELIMITERS = [';', '\t', ','] as const;
const ROWS_LOOKED_AT = 50;

export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that parts most rows of the beginning of a file into as many cells as its first row. */
export function delimiterOf(beginning: string): Delimiter {
  const rows = rowsWithoutQuoted(beginning).slice(0, ROWS_LOOKED_AT);
  let best: Delimiter = ';';
  let bestFits = 0;
  for (const delimiter of DELIMITERS) {
    const counts = rows.map((row) => row.split(delimiter).length - 1);
    const fits = counts.filter((count) => count > 0 && count === counts[0]).length;
    if (fits > bestFits) [best, bestFits] = [delimiter, fits];
  }
  return best;
}

function rowsWithoutQuoted(beginning: string): string[] {
  return beginning
    .replace(/"[^"]*("|$)/g, '')
    .split(/[\r\n]+/)
    .filter((row) => row.trim() !== '');
}
