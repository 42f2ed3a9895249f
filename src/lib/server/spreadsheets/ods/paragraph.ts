/**
 * Puts the text of a cell together from its paragraphs. White space counts as one space and not at all at the beginning; more
 * is written as elements (OpenDocument 1.3 part 3, 6.1.2 and 6.1.3).
 */
export class Paragraphs {
  readonly #most: number;
  #text = '';
  #any = false;
  #afterSpace = true;

  /** Keeps so many characters and drops the rest. */
  constructor(most: number) {
    this.#most = most;
  }

  begin(): void {
    this.#text = '';
    this.#any = false;
  }

  paragraph(): void {
    if (this.#any) this.#add('\n');
    this.#any = true;
    this.#afterSpace = true;
  }

  written(text: string): void {
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
    this.#add(this.#afterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
    if (collapsed !== '') this.#afterSpace = collapsed.endsWith(' ');
  }

  /** What stands as an element: spaces, a tab, a new line. */
  spacing(character: ' ' | '\t' | '\n', times = 1): void {
    this.#add(character.repeat(Math.min(times, this.#most)));
    this.#afterSpace = false;
  }

  take(): string {
    return this.#text.slice(0, this.#most);
  }

  #add(text: string): void {
    if (this.#text.length < this.#most) this.#text += text;
  }
}
