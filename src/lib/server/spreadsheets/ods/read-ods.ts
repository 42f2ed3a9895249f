import type { Archive } from '../archive.ts';
import type { Sheet } from '../cell.ts';
import { Refusal } from '../fault.ts';
import type { Usage } from '../sheet-rows.ts';
import { readXml } from '../xml.ts';
import { Content } from './content.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** Whether the archive says that it is an OpenDocument spreadsheet (OpenDocument 1.3 part 2, 3.3). */
export async function isOds(archive: Archive): Promise<boolean> {
  if (!archive.has('mimetype') || archive.bytes('mimetype') > 100) return false;
  let mediaType = '';
  for await (const chunk of archive.chunks('mimetype')) mediaType += Buffer.from(chunk).toString('latin1');
  return mediaType.trim() === MEDIA_TYPE;
}

/** The sheets of an OpenDocument spreadsheet. Throws `Refusal`. */
export async function readOds(archive: Archive, usage: Usage): Promise<Sheet[]> {
  await refuseEncrypted(archive);
  for (const part of archive.parts) if (isMacro(part)) throw new Refusal({ code: 'macros' });
  const content = new Content(CONTENT, usage);
  await readXml(CONTENT, archive.chunks(CONTENT), content);
  return content.sheets;
}

async function refuseEncrypted(archive: Archive): Promise<void> {
  if (!archive.has(MANIFEST)) return;
  await readXml(MANIFEST, archive.chunks(MANIFEST), {
    open(name) {
      if (name.endsWith('encryption-data')) throw new Refusal({ code: 'encrypted' });
    },
    close: () => undefined,
    text: () => undefined,
  });
}

/** A module of a macro library. Old programs write the lists of their empty libraries too. */
function isMacro(part: string): boolean {
  if (!/^(basic|scripts)\/.*[^/]$/.test(part)) return false;
  return !/\/(script|dialog)-l[bc]\.xml$/.test(part);
}
