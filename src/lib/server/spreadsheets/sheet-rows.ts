import { EMPTY, cleanText, type Cell, type Row } from './cell.ts';
import { Refusal, bomb } from './fault.ts';
import type { Limits } from './limits.ts';

const PROGRESS_EVERY = 1000;
/** Values that are kept once, however often they occur. */
const POOLED_VALUES = 50_000;

/** What a reading has used of its limits, over all sheets. */
export class Usage {
  readonly limits: Limits;
  readonly #onProgress: (rowsRead: number) => void;
  readonly #texts = new Map<string, Cell>();
  readonly #decimals = new Map<string, Cell>();
  #rows = 0;
  #cells = 0;
  #characters = 0;

  constructor(limits: Limits, onProgress: (rowsRead: number) => void) {
    this.limits = limits;
    this.#onProgress = onProgress;
  }

  get rows(): number {
    return this.#rows;
  }

  addRow(cells: number): void {
    this.#rows += 1;
    this.#cells += cells;
    if (this.#rows > this.limits.rows) throw new Refusal({ code: 'tooManyRows', limit: this.limits.rows });
    if (this.#cells > this.limits.cells)
      throw new Refusal({ code: 'tooManyCells', limit: this.limits.cells });
    if (this.#rows % PROGRESS_EVERY === 0) this.#onProgress(this.#rows);
  }

  /** The cell of a text as the file holds it; the empty cell for the empty text. */
  text(written: string): Cell {
    const known = this.#texts.get(written);
    if (known !== undefined) return known;
    const text = compact(cleanText(written));
    if (text === '') return EMPTY;
    this.#characters += text.length;
    if (this.#characters > this.limits.characters) throw bomb('characters');
    const cell: Cell = { kind: 'text', text };
    if (this.#texts.size < POOLED_VALUES) this.#texts.set(text === written ? text : compact(written), cell);
    return cell;
  }

  number(decimal: string, percent: boolean): Cell {
    if (percent) return { kind: 'number', decimal: compact(decimal), percent: true };
    const known = this.#decimals.get(decimal);
    if (known !== undefined) return known;
    const cell: Cell = { kind: 'number', decimal: compact(decimal) };
    if (this.#decimals.size < POOLED_VALUES) this.#decimals.set(cell.decimal, cell);
    return cell;
  }
}

/**
 * The text in memory of its own: what an XML parser hands over is a view into the piece of the file it was cut from, and would
 * keep all of that piece alive.
 */
function compact(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Collects the rows of a sheet, within the limits of the reading. */
export class SheetRows {
  readonly rows: Row[] = [];
  readonly #usage: Usage;
  readonly #sheet: string;
  #number = 0;
  #cells: Cell[] = [];

  constructor(usage: Usage, sheet: string) {
    this.#usage = usage;
    this.#sheet = sheet;
  }

  begin(number: number): void {
    this.#number = number;
    this.#cells = [];
  }

  /** Columns from 1, in ascending order. Empty cells need not be put. Throws `Refusal` beyond a limit. */
  put(column: number, cell: Cell): void {
    if (cell.kind === 'empty') return;
    if (column > this.#usage.limits.columns) {
      const place = { sheet: this.#sheet, row: this.#number, column };
      throw new Refusal({ code: 'tooManyColumns', limit: this.#usage.limits.columns, ...place });
    }
    this.checkLength(column, cell.kind === 'text' || cell.kind === 'error' ? cell.text.length : 0);
    while (this.#cells.length < column - 1) this.#cells.push(EMPTY);
    this.#cells.push(cell);
  }

  /** Throws `Refusal` if a cell may not have so many characters. */
  checkLength(column: number, characters: number): void {
    const limit = this.#usage.limits.cellCharacters;
    if (characters <= limit) return;
    throw new Refusal({ code: 'cellTooLong', limit, sheet: this.#sheet, row: this.#number, column });
  }

  get blank(): boolean {
    return this.#cells.length === 0;
  }

  /** Keeps the row unless it is blank; `times` for a row that the file repeats. */
  end(times = 1): void {
    if (this.blank) return;
    for (let time = 0; time < times; time += 1) {
      this.#usage.addRow(this.#cells.length);
      this.rows.push({ number: this.#number + time, cells: this.#cells });
    }
  }
}
