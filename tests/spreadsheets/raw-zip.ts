import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive, of which the archive may say what is not so. */
export interface RawPart {
  readonly name: string;
  readonly compressed: Uint8Array;
  readonly size: number;
  readonly checksum: number;
}

export function partOf(name: string, content: string): RawPart {
  const bytes = Buffer.from(content);
  return { name, compressed: deflateRawSync(bytes), size: bytes.length, checksum: crc32(bytes) };
}

/** A part that holds the same piece so many times between two ends, made without making all of it. */
export function repeatedPart(
  name: string,
  start: string,
  piece: string,
  times: number,
  end: string,
): RawPart {
  const flushed = (text: string): Buffer => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const middle = flushed(piece);
  const compressed = Buffer.concat([
    flushed(start),
    ...Array.from({ length: times }, () => middle),
    deflateRawSync(end),
  ]);
  let checksum = crc32(start);
  if (piece.length * times < 5e8)
    for (let time = 0; time < times; time += 1) checksum = crc32(piece, checksum);
  return {
    name,
    compressed,
    size: start.length + piece.length * times + end.length,
    checksum: crc32(end, checksum),
  };
}

/** An archive with these parts; those with the same compressed bytes share them. */
export function rawZip(parts: readonly RawPart[]): Buffer {
  const offsets = new Map<Uint8Array, number>();
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    if (!offsets.has(part.compressed)) {
      offsets.set(part.compressed, position);
      local.push(header('PK\x03\x04', part, name), name, Buffer.from(part.compressed));
      position += 30 + name.length + part.compressed.length;
    }
    const entry = Buffer.alloc(46);
    header('PK\x03\x04', part, name).copy(entry, 6, 4);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt32LE(offsets.get(part.compressed)!, 42);
    entry.fill(0, 32, 42);
    directory.push(entry, name);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...local, ...directory, end]);
}

function header(signature: string, part: RawPart, name: Buffer): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write(signature, 'latin1');
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt32LE(part.checksum, 14);
  bytes.writeUInt32LE(part.compressed.length, 18);
  bytes.writeUInt32LE(part.size, 22);
  bytes.writeUInt16LE(name.length, 26);
  return bytes;
}
