/** Puts a text together from its runs, without the phonetic ones (ECMA-376 part 1, 18.4.8 and 18.4.6). */
export class RichText {
  readonly #most: number;
  #active = false;
  #inText = false;
  #inPhonetic = false;
  #text = '';

  /** Keeps so many characters of a text, and drops the rest. */
  constructor(most: number) {
    this.#most = most;
  }

  begin(): void {
    this.#active = true;
    this.#inText = false;
    this.#inPhonetic = false;
    this.#text = '';
  }

  open(element: string): void {
    if (element === 't') this.#inText = this.#active && !this.#inPhonetic;
    else if (element === 'rPh') this.#inPhonetic = true;
  }

  close(element: string): void {
    if (element === 't') this.#inText = false;
    else if (element === 'rPh') this.#inPhonetic = false;
  }

  text(text: string): void {
    if (this.#inText && this.#text.length < this.#most) this.#text += text;
  }

  take(): string {
    this.#active = false;
    return unescapeText(this.#text).slice(0, this.#most);
  }
}

/** `_x000D_` stands for the character of that number, and `_x005F_` for an underscore (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
