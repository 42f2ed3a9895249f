import { open, type FileHandle } from 'node:fs/promises';
import type { OtherFile } from './fault.ts';

/** What the first bytes of a file tell it to be. */
export type FileKind =
  | { readonly kind: 'zip' | 'text' | 'oldExcel' | 'encrypted' }
  | { readonly kind: 'other'; readonly found: OtherFile };

/* eslint-disable no-control-regex -- signatures of binary files */
const OTHERS: readonly (readonly [OtherFile, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['image', /^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s],
  ['archive', /^(\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd|PK(\x05\x06|\x07\x08))/],
  ['program', /^(MZ|\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe)/],
  ['wordProcessor', /^\{\\rtf/],
  ['markup', /^(\xef\xbb\xbf)?\s*<[!?a-z]/i],
];
/* eslint-enable no-control-regex */

const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const READ_AT_ONCE = 64 * 1024;

/** By its content, never by its name. */
export async function fileKind(file: string): Promise<FileKind> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    if (head.startsWith('PK\x03\x04')) return { kind: 'zip' };
    if (head.startsWith(COMPOUND_FILE)) return await compoundFileKind(handle);
    const found = OTHERS.find(([, signature]) => signature.test(head))?.[0];
    return found === undefined ? { kind: 'text' } : { kind: 'other', found };
  } finally {
    await handle.close();
  }
}

/**
 * Old office programs and encrypted new ones write the same container ([MS-CFB]); the names in its directory tell them apart.
 * An entry of the directory is 128 bytes, its name in front in UTF-16, and every sector begins at a multiple of that.
 */
async function compoundFileKind(handle: FileHandle): Promise<FileKind> {
  const names = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument', 'PowerPoint Document'].map(
    (name) => [name, Buffer.from(`${name}\0`, 'utf16le')] as const,
  );
  const found = new Set<string>();
  const buffer = Buffer.alloc(READ_AT_ONCE);
  for (let position = 0; ; position += READ_AT_ONCE) {
    const { bytesRead } = await handle.read(buffer, 0, READ_AT_ONCE, position);
    if (bytesRead === 0) break;
    for (let entry = 0; entry < bytesRead; entry += 128) {
      const bytes = buffer.subarray(entry, Math.min(entry + 64, bytesRead));
      for (const [name, written] of names) {
        if (bytes.subarray(0, written.length).equals(written)) found.add(name);
      }
    }
  }
  if (found.has('EncryptedPackage')) return { kind: 'encrypted' };
  if (found.has('Workbook') || found.has('Book')) return { kind: 'oldExcel' };
  if (found.has('WordDocument')) return { kind: 'other', found: 'wordProcessor' };
  return { kind: 'other', found: found.has('PowerPoint Document') ? 'presentation' : 'unknown' };
}
