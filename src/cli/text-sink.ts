import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes much text to a stream in large pieces, waiting while the reader is slower. */
export class TextSink {
  readonly #stream: Writable;
  #pending: string[] = [];
  #length = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  /** Gathers text; null unless a piece is full, then a promise to wait for. */
  write(text: string): Promise<void> | null {
    this.#pending.push(text);
    this.#length += text.length;
    return this.#length >= PIECE ? this.#flush() : null;
  }

  /** Resolves when everything has been handed to the stream. */
  async end(): Promise<void> {
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const piece = this.#pending.join('');
    this.#pending = [];
    this.#length = 0;
    if (piece !== '' && !this.#stream.write(piece)) await once(this.#stream, 'drain');
  }
}

const PIECE = 1 << 20;
