/**
 * A block of cells as spreadsheets put it on the clipboard: columns parted by tabs, rows by line ends, a cell with either of
 * them in quotes. The line end after the last row begins no further one.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < plain.length; at++) {
    const char = plain[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (plain[at + 1] === '"') cell += plain[at++]!;
      else quoted = false;
    } else if (char === '"' && cell === '' && closes(plain, at)) quoted = true;
    else if (char === '\t' || char === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (char === '\n') rows.push([]);
    } else cell += char;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

/** Whether a quote at the beginning of a cell has its like at the end of one; else somebody wrote it. */
function closes(text: string, from: number): boolean {
  return /^"(?:[^"]|"")*"(?:\t|\n|$)/.test(text.slice(from));
}
