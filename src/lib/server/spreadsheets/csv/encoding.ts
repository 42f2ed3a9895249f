import { Refusal } from '../fault.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

// eslint-disable-next-line no-control-regex -- they are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * What Windows-1252 makes of a text in another encoding: characters that no Italian text has, UTF-8 taken apart, letters with
 * accents in a row (Cyrillic, Greek), the accents of DOS (CP850) and of the old Macintosh as marks behind letters.
 */
const NOT_WINDOWS_1252 = [
  /[\u0080-\u009fˆ˜ƒ†‡‰‹›¤¦¬¯¶¸¹þÞðÐ]/,
  /[ÂÃ][^ -~À-ÿ\s]|[ÂÃ][\u00a0-\u00bf]|â€/,
  /[À-ÖØ-öø-ÿŠšŽžŒœŸ]{3}/,
  /\p{L}[‚„•]|\p{L}[…—]\p{L}|\p{Ll}[ŠŽŒŸ]|(?<!\p{L})[ŠŽŒ](?!\p{L})/u,
];

/** Of an Italian text, about 2 in 100 characters are not in ASCII; where every third is not, it is another script. */
const MOST_NOT_ASCII = 1 / 3;

/**
 * Tells the encoding of a text file, from all of it: a mark, else UTF-8 if it is valid, else Windows-1252 if it reads like a
 * text. Throws `Refusal` for what is none of these, and for a file with control characters, which is no text.
 */
export async function encodingOf(chunks: AsyncIterable<Uint8Array>): Promise<Encoding> {
  let candidates: Candidate[] | null = null;
  for await (const chunk of chunks) {
    candidates ??= candidatesFor(chunk);
    for (const candidate of candidates) candidate.feed(chunk);
    if (candidates.every(({ excluded }) => excluded)) break;
  }
  for (const candidate of candidates ?? []) candidate.feed();
  if (candidates?.some(({ binary }) => binary))
    throw new Refusal({ code: 'notASpreadsheet', found: 'unknown' });
  const found = candidates?.find(({ excluded }) => !excluded);
  if (found === undefined) throw new Refusal({ code: 'encoding' });
  return found.encoding;
}

function candidatesFor(head: Uint8Array): Candidate[] {
  const bytes = Buffer.from(head.subarray(0, 16)).toString('latin1');
  if (bytes.startsWith('\xff\xfe')) return [new Candidate('utf-16le')];
  if (bytes.startsWith('\xfe\xff')) return [new Candidate('utf-16be')];
  // UTF-16 without its mark is a text in an encoding that is not told.
  if (/^([^\0]\0){4}|^(\0[^\0]){4}/.test(bytes)) throw new Refusal({ code: 'encoding' });
  if (bytes.startsWith('\xef\xbb\xbf')) return [new Candidate('utf-8')];
  return [new Candidate('utf-8'), new Candidate('windows-1252')];
}

class Candidate {
  readonly encoding: Encoding;
  excluded = false;
  binary = false;
  readonly #decoder: TextDecoder;
  #characters = 0;
  #notAscii = 0;
  /** The end of the last piece, for what lies across two. */
  #carry = '';

  constructor(encoding: Encoding) {
    this.encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  /** The next piece; nothing at the end. */
  feed(chunk?: Uint8Array): void {
    if (this.excluded) return;
    const text = this.#decode(chunk);
    if (text === null) {
      this.excluded = true;
      return;
    }
    this.binary ||= CONTROL.test(text);
    if (this.encoding === 'windows-1252') this.#readLikeText(text, chunk === undefined);
  }

  /** Null if the bytes are not of this encoding. */
  #decode(chunk?: Uint8Array): string | null {
    try {
      return chunk === undefined ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }

  #readLikeText(text: string, atEnd: boolean): void {
    this.excluded = NOT_WINDOWS_1252.some((sign) => sign.test(this.#carry + text));
    this.#carry = text.slice(-2);
    this.#characters += text.length;
    this.#notAscii += text.match(/[^ -~\s]/g)?.length ?? 0;
    this.excluded ||= atEnd && this.#notAscii > this.#characters * MOST_NOT_ASCII;
  }
}
