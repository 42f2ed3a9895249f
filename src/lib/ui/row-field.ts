/** The name of an input of a form in which many records are edited together. */
export function rowField(column: string, row: string): string {
  return `${column}.${row}`;
}

/** The name of the hidden input that holds a record as it was shown: what comes back is compared with what is kept. */
export function shownField(row: string): string {
  return rowField('shown', row);
}
