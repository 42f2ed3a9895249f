import type { Archive } from '../archive.ts';
import { cleanText, type Sheet } from '../cell.ts';
import { Refusal, damaged } from '../fault.ts';
import { SheetRows, type Usage } from '../sheet-rows.ts';
import { readXml, type Attributes, type XmlHandler } from '../xml.ts';
import { withoutCovered } from './merged-cells.ts';
import { SharedStrings } from './shared-strings.ts';
import { Styles } from './styles.ts';
import { Relationships, Workbook } from './workbook.ts';
import { Worksheet, type WorkbookContext } from './worksheet.ts';

export const WORKBOOK = 'xl/workbook.xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';
const CONTENT_TYPES = '[Content_Types].xml';

/** The sheets of an Office Open XML workbook (ECMA-376). Throws `Refusal`. */
export async function readXlsx(archive: Archive, usage: Usage): Promise<Sheet[]> {
  await refuseMacros(archive);
  const workbook = await read(archive, WORKBOOK, new Workbook(WORKBOOK, usage.limits.sheets));
  const { byId } = await read(archive, RELATIONSHIPS, new Relationships());
  const partOf = (type: string): string | undefined =>
    [...byId.values()].find((one) => one.type === type)?.part;
  const strings = await readIfThere(archive, partOf('sharedStrings'), new SharedStrings(usage));
  const styles = await readIfThere(archive, partOf('styles'), new Styles());
  const context = { strings: strings.cells, meanings: styles.meanings, system1904: workbook.system1904 };

  const sheets: Sheet[] = [];
  for (const { name, hidden, relationship } of workbook.sheets) {
    const target = byId.get(relationship);
    if (target === undefined) throw damaged(RELATIONSHIPS);
    if (target.type === 'xlMacrosheet' || target.type === 'xlIntlMacrosheet')
      throw new Refusal({ code: 'macros' });
    // Sheets of another type hold a chart or a dialogue, and no cells.
    if (target.type !== 'worksheet') continue;
    const named = cleanText(name);
    sheets.push({ name: named, hidden, rows: await readRows(archive, target.part, named, usage, context) });
  }
  return sheets;
}

async function readRows(
  archive: Archive,
  part: string,
  sheet: string,
  usage: Usage,
  context: WorkbookContext,
): Promise<Sheet['rows']> {
  const rows = new SheetRows(usage, sheet);
  const { merged } = await read(archive, part, new Worksheet(part, rows, usage, context));
  return await withoutCovered(rows.rows, merged);
}

async function read<H extends XmlHandler>(archive: Archive, part: string, handler: H): Promise<H> {
  await readXml(part, archive.chunks(part), handler);
  return handler;
}

async function readIfThere<H extends XmlHandler>(
  archive: Archive,
  part: string | undefined,
  handler: H,
): Promise<H> {
  return part === undefined ? handler : await read(archive, part, handler);
}

async function refuseMacros(archive: Archive): Promise<void> {
  for (const part of archive.parts) {
    if (part.endsWith('vbaproject.bin') || part.startsWith('xl/macrosheets/'))
      throw new Refusal({ code: 'macros' });
  }
  await read(archive, CONTENT_TYPES, {
    open(_: string, attributes: Attributes): void {
      if (/macroEnabled|vbaProject/i.test(attributes.ContentType ?? ''))
        throw new Refusal({ code: 'macros' });
    },
    close: () => undefined,
    text: () => undefined,
  });
}
