import { createInflateRaw, crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { Refusal, bomb, damaged } from './fault.ts';
import type { Limits } from './limits.ts';

/** Below this an archive may be as dense as it likes. */
const RATIO_MATTERS_FROM = 4 * 1024 * 1024;
/** Inflated bytes at a time: an XML parser takes about 2 ms for them. */
const CHUNK = 16 * 1024;
const STORED = 0;
const DEFLATED = 8;
/** APPNOTE.TXT of PKWARE, 4.4.4: bits 0, 6 and 13 of the general purpose flag. */
const ENCRYPTED_FLAGS = 0x2041;

/** The parts of an office file, read as streams. Nothing is ever written to disk, so their names can do no harm. */
export class Archive {
  readonly #zip: yauzl.ZipFile;
  readonly #entries: ReadonlyMap<string, yauzl.Entry>;
  readonly #limits: Limits;
  #inflated = 0;

  private constructor(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>, limits: Limits) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limits = limits;
  }

  /** Throws `Refusal` for an archive that is damaged, encrypted or a bomb by its own table of contents. */
  static async open(file: string, limits: Limits): Promise<Archive> {
    let zip: yauzl.ZipFile;
    try {
      zip = await yauzl.openPromise(file, { autoClose: false, validateEntrySizes: false });
    } catch (error) {
      throw zipFault(error);
    }
    try {
      return new Archive(zip, await contents(zip, limits), limits);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.#zip.close();
  }

  /** The names of the parts, in small letters: office programs do not agree on their case. */
  get parts(): Iterable<string> {
    return this.#entries.keys();
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase());
  }

  /** The inflated bytes of a part that the archive says it has. */
  bytes(part: string): number {
    return this.#entries.get(part.toLowerCase())?.uncompressedSize ?? 0;
  }

  /** The inflated bytes of a part, piece by piece. Throws `Refusal` if it is missing, damaged or too large. */
  async *chunks(part: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry === undefined) throw damaged(part);
    let size = 0;
    let checksum = 0;
    for await (const chunk of this.#inflate(entry)) {
      size += chunk.length;
      this.#inflated += chunk.length;
      if (size > entry.uncompressedSize) throw bomb('understated');
      if (this.#inflated > this.#limits.inflatedBytes) throw bomb('inflatedBytes');
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged(part);
  }

  async *#inflate(entry: yauzl.Entry): AsyncGenerator<Buffer> {
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      throw damaged(entry.fileName);
    let stream;
    try {
      stream = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
    } catch (error) {
      throw zipFault(error, entry.fileName);
    }
    const raw = stream;
    const inflate = entry.compressionMethod === DEFLATED ? createInflateRaw({ chunkSize: CHUNK }) : null;
    if (inflate !== null) raw.on('error', (error) => inflate.destroy(error)).pipe(inflate);
    try {
      for await (const chunk of inflate ?? raw) yield chunk as Buffer;
    } catch (error) {
      throw zipFault(error, entry.fileName);
    } finally {
      raw.destroy();
      inflate?.destroy();
    }
  }
}

async function contents(zip: yauzl.ZipFile, limits: Limits): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let inflated = 0;
  let compressed = 0;
  for await (const entry of entriesOf(zip)) {
    if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAGS) !== 0) throw new Refusal({ code: 'encrypted' });
    const name = entry.fileName.toLowerCase();
    // Two parts of one name are two files to two programs.
    if (entries.has(name)) throw damaged(entry.fileName);
    entries.set(name, entry);
    if (entries.size > limits.entries) throw bomb('entries');
    inflated += entry.uncompressedSize;
    compressed += entry.compressedSize;
    if (inflated > limits.inflatedBytes) throw bomb('inflatedBytes');
    if (compressed > zip.fileSize) throw bomb('overlap');
    const dense = entry.uncompressedSize > limits.ratio * entry.compressedSize;
    if (dense && entry.uncompressedSize > RATIO_MATTERS_FROM) throw bomb('ratio');
  }
  return entries;
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  try {
    for await (const entry of zip.eachEntry()) yield entry;
  } catch (error) {
    throw zipFault(error);
  }
}

/** Errors of the operating system are no fault of the file, and stay what they are. */
function zipFault(error: unknown, part: string | null = null): unknown {
  if (!(error instanceof Error) || 'syscall' in error) return error;
  if (error.message === 'strong encryption is not supported') return new Refusal({ code: 'encrypted' });
  return damaged(part);
}
