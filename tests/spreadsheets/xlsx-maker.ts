import { escapeXml, zipOf, type Parts } from './files.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface XlsxParts {
  /** What is within `worksheet`, a sheet each. */
  readonly sheets: readonly string[];
  /** What is within `sst`. */
  readonly strings?: string;
  /** What is within `styleSheet`. */
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly sheetAttributes?: string;
}

/** The parts of a workbook, written by hand: what no program of ours would write can be tried. */
export function xlsxParts({
  sheets,
  strings,
  styles,
  workbookPr = '',
  sheetAttributes = '',
}: XlsxParts): Parts {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr ${workbookPr}/><sheets>${sheets
      .map(
        (_, index) =>
          `<sheet name="S${index + 1}" sheetId="${index + 1}" r:id="s${index + 1}" ${sheetAttributes}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map((_, index) => relationship(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join('')}${strings === undefined ? '' : relationship('t', 'sharedStrings', '/xl/sharedStrings.xml')}${
      styles === undefined ? '' : relationship('y', 'styles', 'styles.xml')
    }</Relationships>`,
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles !== undefined && {
      'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    }),
    ...Object.fromEntries(
      sheets.map((content, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}">${content}</worksheet>`,
      ]),
    ),
  };
}

export function xlsx(parts: XlsxParts): Uint8Array {
  return zipOf(xlsxParts(parts));
}

/** A workbook of one sheet whose first row has these cells, written as XML. */
export function xlsxOfCells(cells: string, more: Omit<XlsxParts, 'sheets'> = {}): Uint8Array {
  return xlsx({ sheets: [`<sheetData><row r="1">${cells}</row></sheetData>`], ...more });
}

/** Styles of a workbook: the cell formats 0, 1, 2 … have these codes. */
export function stylesOf(...codes: readonly string[]): string {
  return `<numFmts>${codes
    .map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${escapeXml(code)}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${codes
    .map((_, index) => `<xf numFmtId="${170 + index}"/>`)
    .join('')}</cellXfs>`;
}
