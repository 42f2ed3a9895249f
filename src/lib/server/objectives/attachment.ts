import type { Attachment } from './store.ts';

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** What may be attached: its ending, and the type under which it is given out. */
const TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Ending = keyof typeof TYPES;

export type AttachmentFault = 'none' | 'tooLarge' | 'unknownType';

/** A file as it is kept: what it is is told by its bytes, not by its name. */
export function attachmentFrom(name: string, bytes: Buffer): Attachment | AttachmentFault {
  if (bytes.length === 0) return 'none';
  if (bytes.length > MOST_BYTES) return 'tooLarge';
  const ending = endingOf(bytes);
  if (ending === null) return 'unknownType';
  return { name: `${plainName(name)}.${ending}`, type: TYPES[ending], bytes };
}

function endingOf(bytes: Buffer): Ending | null {
  const begins = (start: string, at = 0) =>
    bytes.subarray(at, at + start.length).equals(Buffer.from(start, 'latin1'));
  if (begins('%PDF-')) return 'pdf';
  if (begins('\x89PNG\r\n\x1a\n')) return 'png';
  if (begins('\xff\xd8\xff')) return 'jpg';
  if (!begins('PK\x03\x04')) return null;
  // The first file of an OpenDocument is its type, not compressed (OpenDocument 1.3, part 2, 3.3).
  if (begins(`mimetype${TYPES.odt}PK`, FIRST_NAME)) return 'odt';
  if (begins(`mimetype${TYPES.ods}PK`, FIRST_NAME)) return 'ods';
  // Names of the files within stand uncompressed in a zip; macros are not taken.
  const holds = (part: string) => bytes.includes(part, 0, 'latin1');
  if (!holds('[Content_Types].xml') || holds('vbaProject.bin')) return null;
  if (holds('word/document.xml')) return 'docx';
  return holds('xl/workbook.xml') ? 'xlsx' : null;
}

/** Where in a zip the name of the first file begins. */
const FIRST_NAME = 30;

/** A name without ending, and without what means something to a file system or a header. */
function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _.()-]/gu, '')
    .trim()
    .slice(0, 80);
  return plain === '' ? 'allegato' : plain;
}
