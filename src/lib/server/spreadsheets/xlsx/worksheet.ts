import { isoDate } from '#core/calendar/iso-date.ts';
import { EMPTY, type Cell } from '../cell.ts';
import { decimalOf } from '../decimal-notation.ts';
import { bomb, damaged } from '../fault.ts';
import type { SheetRows, Usage } from '../sheet-rows.ts';
import { localName, type Attributes, type XmlHandler } from '../xml.ts';
import { dateOfSerial } from './date-serial.ts';
import type { Area } from './merged-cells.ts';
import type { NumberMeaning } from './number-format.ts';
import { RichText, unescapeText } from './rich-text.ts';

/** What the cells of a sheet refer to in other parts of the file. */
export interface WorkbookContext {
  readonly strings: readonly Cell[];
  readonly meanings: readonly NumberMeaning[];
  readonly system1904: boolean;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_MERGED_AREAS = 100_000;
/** What is kept of a formula that has no result. */
const FORMULA_CHARACTERS = 200;

/** Reads the part of a sheet. */
export class Worksheet implements XmlHandler {
  readonly merged: Area[] = [];
  readonly #part: string;
  readonly #rows: SheetRows;
  readonly #usage: Usage;
  readonly #context: WorkbookContext;
  readonly #richText: RichText;
  #row = 0;
  #column = 0;
  #type = 'n';
  #meaning: NumberMeaning = 'number';
  /** Null where the cell has no element `v`, or `f`. */
  #value: string | null = null;
  #formula: string | null = null;
  #inline: string | null = null;
  #inside: 'nothing' | 'value' | 'formula' = 'nothing';

  constructor(part: string, rows: SheetRows, usage: Usage, context: WorkbookContext) {
    this.#part = part;
    this.#rows = rows;
    this.#usage = usage;
    this.#context = context;
    this.#richText = new RichText(usage.limits.cellCharacters + 1);
  }

  open(name: string, attributes: Attributes): void {
    const element = localName(name);
    if (element === 'c') this.#openCell(attributes);
    else if (element === 'v') {
      this.#value = '';
      this.#inside = 'value';
    } else if (element === 'f') {
      this.#formula = '';
      this.#inside = 'formula';
    } else if (element === 'row') this.#openRow(attributes);
    else if (element === 'is') this.#richText.begin();
    else if (element === 'mergeCell') this.#merge(attributes.ref ?? '');
    else this.#richText.open(element);
  }

  close(name: string): void {
    const element = localName(name);
    if (element === 'c') this.#rows.put(this.#column, this.#cell());
    else if (element === 'v' || element === 'f') this.#inside = 'nothing';
    else if (element === 'row') this.#rows.end();
    else if (element === 'is') this.#inline = this.#richText.take();
    else this.#richText.close(element);
  }

  text(text: string): void {
    if (this.#inside === 'nothing') {
      this.#richText.text(text);
    } else if (this.#inside === 'value') {
      this.#value = this.#value! + text;
      this.#rows.checkLength(this.#column, this.#value.length);
    } else if (this.#formula!.length < FORMULA_CHARACTERS) {
      this.#formula = (this.#formula! + text).slice(0, FORMULA_CHARACTERS);
    }
  }

  #openRow(attributes: Attributes): void {
    const number = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
    if (!Number.isInteger(number) || number <= this.#row || number > LAST_ROW) throw damaged(this.#part);
    this.#row = number;
    this.#column = 0;
    this.#rows.begin(number);
  }

  #openCell(attributes: Attributes): void {
    const column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    if (this.#row === 0 || column <= this.#column || column > LAST_COLUMN) throw damaged(this.#part);
    this.#column = column;
    this.#type = attributes.t ?? 'n';
    this.#meaning = this.#context.meanings[Number(attributes.s ?? 0)] ?? 'number';
    this.#value = null;
    this.#formula = null;
    this.#inline = null;
  }

  #cell(): Cell {
    if (this.#type === 'inlineStr') return this.#usage.text(this.#inline ?? '');
    const value = this.#value;
    if (value === null) return this.#formula === null ? EMPTY : { kind: 'error', text: `=${this.#formula}` };
    if (this.#type === 'str') return this.#usage.text(unescapeText(value));
    const written = value.trim();
    if (written === '') return EMPTY;
    switch (this.#type) {
      case 's': {
        const cell = /^\d+$/.test(written) ? this.#context.strings[Number(written)] : undefined;
        if (cell === undefined) throw damaged(this.#part);
        return cell;
      }
      case 'b':
        return { kind: 'boolean', value: written === '1' || written === 'true' };
      case 'e':
        return { kind: 'error', text: written };
      case 'd':
        return this.#dateWritten(written);
      default:
        return this.#number(written);
    }
  }

  /** A date in words of ISO 8601, as the strict variant of the format has it. */
  #dateWritten(written: string): Cell {
    const date = isoDate(written.slice(0, 10));
    return date === null ? { kind: 'error', text: written } : { kind: 'date', date };
  }

  #number(written: string): Cell {
    const decimal = decimalOf(written);
    if (decimal === null) return { kind: 'error', text: written };
    if (this.#meaning !== 'date') return this.#usage.number(decimal, this.#meaning === 'percent');
    const date = dateOfSerial(Number(decimal), this.#context.system1904);
    return date === null ? { kind: 'error', text: written } : { kind: 'date', date };
  }

  #merge(reference: string): void {
    const corners = /^([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})$/.exec(reference);
    if (corners === null) return;
    if (this.merged.length >= MOST_MERGED_AREAS) throw bomb('mergedCells');
    const [first, last] = [corners[1]!, corners[2]!];
    this.merged.push({
      top: rowOf(first),
      left: columnOf(first),
      bottom: rowOf(last),
      right: columnOf(last),
    });
  }
}

/** The column of a reference such as `AB12`, from 1; 0 if there are no letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length && index < 4; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

function rowOf(reference: string): number {
  return Number(reference.replace(/^[A-Z]+/, ''));
}
