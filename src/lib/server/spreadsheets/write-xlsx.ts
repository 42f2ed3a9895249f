import writeXlsxFile, { type CellObject, type Sheet as WrittenSheet } from 'write-excel-file/node';
import { cleanText, type Cell } from './cell.ts';

export interface WrittenColumn {
  readonly title: string;
  /** In characters; found out from the kind and the title if it is missing. */
  readonly width?: number;
  readonly kind: 'text' | 'number' | 'date' | 'boolean';
}

export interface SheetToWrite {
  /** At most 31 characters, none of `[]/\:*?`. */
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A double holds so many decimal digits for certain. */
const SAFE_DIGITS = 15;
/** Before it, Excel counts a day that never was (29 February 1900). */
const FIRST_SAFE_DATE = '1900-03-01';
const WIDTHS = { text: 30, number: 14, date: 12, boolean: 10 };

/**
 * A workbook with a bold header that stays in view. Dates are dates, decimals are numbers as long as no digit is lost, texts
 * are texts whatever they begin with. Throws `Error` for a name of a sheet that Excel forbids.
 */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const written: WrittenSheet<never>[] = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ title, width, kind }) => ({
      width: width ?? Math.max(WIDTHS[kind], title.length + 2),
    })),
    data: [columns.map(header), ...rows.map((row) => row.map(writtenCell))],
  }));
  return await writeXlsxFile(written).toBuffer();
}

function header({ title, kind }: WrittenColumn): CellObject {
  return { ...text(title), fontWeight: 'bold', align: kind === 'number' ? 'right' : 'left' };
}

function writtenCell(cell: Cell): CellObject | null {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
    case 'error':
      return text(cell.text);
    case 'boolean':
      return { type: Boolean, value: cell.value };
    case 'date':
      if (cell.date < FIRST_SAFE_DATE) return text(cell.date);
      return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: 'dd/mm/yyyy' };
    case 'number':
      if (significantDigits(cell.decimal) > SAFE_DIGITS) return text(cell.decimal);
      return { type: Number, value: Number(cell.decimal), ...(cell.percent && { format: '0.##########%' }) };
  }
}

/** As a text, also if somebody edits it: `0012` stays so. */
function text(text: string): CellObject {
  return { type: String, value: escapeText(cleanText(text)), format: '@', wrap: text.includes('\n') };
}

/** Excel would read `_x0041_` as the character of that number (ECMA-376 part 1, 22.9.2.19). */
function escapeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function significantDigits(decimal: string): number {
  const digits = decimal.replace(/[-.]/g, '').replace(/^0+/, '');
  return decimal.includes('.') ? digits.length : digits.replace(/0+$/, '').length;
}
