import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { attachmentFrom, MOST_BYTES } from './attachment.ts';

const zip = (files: Record<string, string>) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), { level: 0 }]])),
    ),
  );
const office = (part: string, more: Record<string, string> = {}) =>
  zip({ '[Content_Types].xml': '<Types/>', [part]: '<x/>', ...more });

describe('an attachment', () => {
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf', 'pdf'],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), 'image/png', 'png'],
    ['a JPEG', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'image/jpeg', 'jpg'],
    [
      'a DOCX',
      office('word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'docx',
    ],
    [
      'an XLSX',
      office('xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'xlsx',
    ],
    [
      'an ODT',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'application/vnd.oasis.opendocument.text',
      'odt',
    ],
    [
      'an ODS',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'application/vnd.oasis.opendocument.spreadsheet',
      'ods',
    ],
  ])('that is %s is known by its bytes, whatever it is called', (_, bytes, type, ending) => {
    expect(attachmentFrom('C:\\x\\relazione.exe', bytes)).toEqual({
      name: `relazione.${ending}`,
      type,
      bytes,
    });
  });

  test.each([
    ['a page', Buffer.from('<html><script>')],
    ['a picture that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a zip of something else', zip({ 'a.txt': 'a' })],
    ['a document with macros', office('word/document.xml', { 'word/vbaProject.bin': 'x' })],
    ['a program', Buffer.from('MZ\x90')],
  ])('that is %s is refused', (_, bytes) => {
    expect(attachmentFrom('relazione.pdf', bytes)).toBe('unknownType');
  });

  test('that is empty or too large is refused', () => {
    expect(attachmentFrom('a.pdf', Buffer.alloc(0))).toBe('none');
    expect(attachmentFrom('a.pdf', Buffer.alloc(MOST_BYTES + 1, '%PDF-'))).toBe('tooLarge');
  });

  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['a"\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['.pdf', 'allegato.pdf'],
    ['Però, è così.pdf', 'Però è così.pdf'],
  ])('called %j is kept as %j', (name, kept) => {
    expect(attachmentFrom(name, Buffer.from('%PDF-1.7'))).toMatchObject({ name: kept });
  });
});
