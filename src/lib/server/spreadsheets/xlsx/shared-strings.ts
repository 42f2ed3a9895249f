import type { Cell } from '../cell.ts';
import { bomb } from '../fault.ts';
import type { Usage } from '../sheet-rows.ts';
import { localName, type XmlHandler } from '../xml.ts';
import { RichText } from './rich-text.ts';

/** Reads `xl/sharedStrings.xml`: the texts that cells name by their number. */
export class SharedStrings implements XmlHandler {
  readonly cells: Cell[] = [];
  readonly #usage: Usage;
  readonly #richText: RichText;

  constructor(usage: Usage) {
    this.#usage = usage;
    // A text that is longer than a cell may be makes its cell too long; a little more is kept to see that.
    this.#richText = new RichText(usage.limits.cellCharacters + 1);
  }

  open(name: string): void {
    const element = localName(name);
    if (element === 'si') this.#richText.begin();
    else this.#richText.open(element);
  }

  close(name: string): void {
    const element = localName(name);
    this.#richText.close(element);
    if (element !== 'si') return;
    if (this.cells.length >= this.#usage.limits.cells) throw bomb('characters');
    this.cells.push(this.#usage.text(this.#richText.take()));
  }

  text(text: string): void {
    this.#richText.text(text);
  }
}
