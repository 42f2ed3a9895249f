import { bomb } from '../fault.ts';
import { localName, type XmlHandler } from '../xml.ts';
import { meaningOfFormat, type NumberMeaning } from './number-format.ts';

/** What Excel allows at most (65,490), with room for others. */
const MOST_STYLES = 100_000;

/** Reads `xl/styles.xml`: what numbers mean in a cell, by the number of the cell's style. */
export class Styles implements XmlHandler {
  readonly meanings: NumberMeaning[] = [];
  readonly #codes = new Map<number, string>();
  #inCellFormats = false;

  open(name: string, attributes: Record<string, string | undefined>): void {
    const element = localName(name);
    if (element === 'cellXfs') this.#inCellFormats = true;
    else if (element === 'numFmt') {
      if (this.#codes.size >= MOST_STYLES) throw bomb('styles');
      this.#codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    } else if (element === 'xf' && this.#inCellFormats) {
      if (this.meanings.length >= MOST_STYLES) throw bomb('styles');
      const format = Number(attributes.numFmtId ?? 0);
      this.meanings.push(meaningOfFormat(format, this.#codes.get(format)));
    }
  }

  close(name: string): void {
    if (localName(name) === 'cellXfs') this.#inCellFormats = false;
  }

  text(): void {
    // Styles hold no texts.
  }
}
