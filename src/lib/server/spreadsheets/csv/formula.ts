/** A number, an amount or a telephone number behind its sign. */
const NUMBER = /^[+-][\s€]*\d[\d\s.,'’/()-]*[%€]?$/;

/**
 * Whether a spreadsheet that opens a CSV file would take the text for a formula. A dash alone, or before a space or another
 * dash, is how people mark a list or an empty cell.
 */
export function looksLikeFormula(text: string): boolean {
  if (/^[=@＝＠]/.test(text)) return true;
  return /^[+-]/.test(text) && !/^-([\s-]|$)/.test(text) && !NUMBER.test(text);
}

/** The text in a cell where an apostrophe says that it is one, as exports write it; null if there is none. */
export function textBehindApostrophe(text: string): string | null {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : null;
}
