import { isoDate } from '#core/calendar/iso-date.ts';
import { EMPTY, cleanText, type Cell, type Sheet } from '../cell.ts';
import { decimalOf } from '../decimal-notation.ts';
import { Refusal, bomb, damaged } from '../fault.ts';
import { SheetRows, type Usage } from '../sheet-rows.ts';
import type { Attributes, XmlHandler } from '../xml.ts';
import { Paragraphs } from './paragraph.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * Reads `content.xml` of a spreadsheet (OpenDocument 1.3 part 3, 9). Names are taken with the prefixes that all office programs
 * write.
 */
export class Content implements XmlHandler {
  readonly sheets: Sheet[] = [];
  readonly #part: string;
  readonly #usage: Usage;
  readonly #hiddenStyles = new Set<string>();
  readonly #paragraphs: Paragraphs;
  /** The element that is open at each level. */
  readonly #path: string[] = [];
  #style = '';
  #rows: SheetRows | null = null;
  /** Level of the open cell; 0 if there is none. */
  #cellLevel = 0;
  /** Level of an element whose content is no text of the cell, such as a comment; 0 if there is none. */
  #asideLevel = 0;
  #row = 1;
  #rowTimes = 1;
  #column = 1;
  #columnTimes = 1;
  #cell: Attributes = {};

  constructor(part: string, usage: Usage) {
    this.#part = part;
    this.#usage = usage;
    this.#paragraphs = new Paragraphs(usage.limits.cellCharacters + 1);
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1);
    const level = this.#path.push(name);
    if (this.#asideLevel > 0) return;
    if (this.#cellLevel > 0) this.#openInCell(name, attributes, level);
    else if (this.#rows !== null) this.#openInTable(name, attributes, level);
    else if (name === 'table:table' && parent === 'office:spreadsheet') this.#openTable(attributes);
    else if (name === 'style:style') this.#style = attributes['style:name'] ?? '';
    else if (name === 'style:table-properties' && attributes['table:display'] === 'false') {
      this.#hiddenStyles.add(this.#style);
    }
  }

  close(name: string): void {
    const level = this.#path.length;
    this.#path.pop();
    if (this.#asideLevel > 0) {
      if (level === this.#asideLevel) this.#asideLevel = 0;
    } else if (this.#cellLevel > 0) {
      if (level === this.#cellLevel) this.#closeCell(name);
    } else if (name === 'table:table-row' && this.#rows !== null) this.#closeRow(this.#rows);
    else if (name === 'table:table' && this.#path.at(-1) === 'office:spreadsheet') this.#rows = null;
  }

  text(text: string): void {
    if (this.#cellLevel > 0 && this.#asideLevel === 0 && this.#path.length > this.#cellLevel) {
      this.#paragraphs.written(text);
    }
  }

  #openTable(attributes: Attributes): void {
    const { limits } = this.#usage;
    if (this.sheets.length >= limits.sheets)
      throw new Refusal({ code: 'tooManySheets', limit: limits.sheets });
    const name = cleanText(attributes['table:name'] ?? '');
    const hidden = this.#hiddenStyles.has(attributes['table:style-name'] ?? '');
    this.#rows = new SheetRows(this.#usage, name);
    this.#row = 1;
    this.sheets.push({ name, hidden, rows: this.#rows.rows });
  }

  #openInTable(name: string, attributes: Attributes, level: number): void {
    if (name === 'table:table-row') {
      this.#rowTimes = this.#times(attributes['table:number-rows-repeated'], LAST_ROW);
      this.#column = 1;
      this.#rows!.begin(this.#row);
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#columnTimes = this.#times(attributes['table:number-columns-repeated'], LAST_COLUMN);
      this.#cellLevel = level;
      this.#cell = attributes;
      this.#paragraphs.begin();
    } else if (name === 'table:shapes' || name === 'table:table' || name === 'office:forms')
      this.#asideLevel = level;
  }

  #openInCell(name: string, attributes: Attributes, level: number): void {
    // A picture, a comment or a table within the cell is no text of it.
    if (level === this.#cellLevel + 1 && name !== 'text:p') this.#asideLevel = level;
    else if (name === 'text:p') this.#paragraphs.paragraph();
    else if (name === 'text:s') this.#paragraphs.spacing(' ', this.#times(attributes['text:c'], Infinity));
    else if (name === 'text:tab') this.#paragraphs.spacing('\t');
    else if (name === 'text:line-break') this.#paragraphs.spacing('\n');
    else if (name === 'office:annotation' || name === 'text:note' || name === 'text:ruby-text') {
      this.#asideLevel = level;
    }
  }

  #closeCell(name: string): void {
    const cell = name === 'table:table-cell' ? this.#cellValue() : EMPTY;
    const first = this.#column;
    this.#cellLevel = 0;
    this.#column += this.#columnTimes;
    if (cell.kind === 'empty') return;
    if (this.#columnTimes > this.#usage.limits.columns) throw bomb('repeatedCells');
    for (let column = first; column < this.#column; column += 1) this.#rows!.put(column, cell);
  }

  #closeRow(rows: SheetRows): void {
    if (!rows.blank) {
      if (this.#rowTimes > this.#usage.limits.rows) throw bomb('repeatedCells');
      if (this.#row + this.#rowTimes - 1 > LAST_ROW) throw damaged(this.#part);
      rows.end(this.#rowTimes);
    }
    this.#row += this.#rowTimes;
  }

  #cellValue(): Cell {
    const text = this.#paragraphs.take();
    if (this.#cell['calcext:value-type'] === 'error') return { kind: 'error', text: cleanText(text) };
    switch (this.#cell['office:value-type']) {
      case undefined:
        return this.#withoutType(text);
      case 'float':
      case 'currency':
        return this.#number(false);
      case 'percentage':
        return this.#number(true);
      case 'date': {
        const written = this.#cell['office:date-value'] ?? '';
        const date = isoDate(written.slice(0, 10));
        return date === null ? this.#error(written) : { kind: 'date', date };
      }
      case 'boolean':
        return { kind: 'boolean', value: this.#cell['office:boolean-value'] === 'true' };
      default:
        return this.#usage.text(text === '' ? (this.#cell['office:string-value'] ?? '') : text);
    }
  }

  #withoutType(text: string): Cell {
    const formula = this.#cell['table:formula'];
    if (formula === undefined || text !== '') return this.#usage.text(text);
    return this.#error(`=${formula.replace(/^\w+:=?/, '').replace(/^=/, '')}`);
  }

  #number(percent: boolean): Cell {
    const written = this.#cell['office:value'] ?? '';
    const decimal = decimalOf(written);
    return decimal === null ? this.#error(written) : this.#usage.number(decimal, percent);
  }

  #error(text: string): Cell {
    return { kind: 'error', text: cleanText(text).slice(0, 200) };
  }

  #times(written: string | undefined, most: number): number {
    if (written === undefined) return 1;
    const times = Number(written);
    if (!/^[1-9]\d{0,9}$/.test(written) || times > most) throw damaged(this.#part);
    return times;
  }
}
