import type { Cell } from '../../src/lib/server/spreadsheets/cell.ts';
import { escapeXml, zipOf, type Parts } from './files.ts';

const NAMESPACES = ['office', 'table', 'text', 'style', 'draw', 'dc']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
  .join(' ');

/** The parts of a spreadsheet with this within `office:spreadsheet`, written by hand. */
export function odsParts(spreadsheet: string, styles = ''): Parts {
  return {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml':
      '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`,
  };
}

export function ods(spreadsheet: string, styles = ''): Uint8Array {
  return zipOf(odsParts(spreadsheet, styles));
}

/** A spreadsheet with one row of cells, written as XML. */
export function odsOfCells(cells: string): Uint8Array {
  return ods(`<table:table table:name="S1"><table:table-row>${cells}</table:table-row></table:table>`);
}

/** A spreadsheet as LibreOffice would write it, with neighbours that are the same written once. */
export function odsOf(sheets: readonly { name: string; rows: readonly (readonly Cell[])[] }[]): Uint8Array {
  return ods(
    sheets
      .map(
        ({ name, rows }) =>
          `<table:table table:name="${escapeXml(name)}">${repeated(rows.map(rowXml), 'rows')}</table:table>`,
      )
      .join(''),
  );
}

function rowXml(cells: readonly Cell[]): string {
  return `<table:table-row>${repeated(cells.map(cellXml), 'columns')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
}

function repeated(elements: readonly string[], what: 'rows' | 'columns'): string {
  let written = '';
  for (let index = 0; index < elements.length;) {
    const element = elements[index]!;
    let times = 1;
    while (elements[index + times] === element) times += 1;
    index += times;
    written +=
      times === 1 ? element : element.replace(/[ />]/, ` table:number-${what}-repeated="${times}"$&`);
  }
  return written;
}

function cellXml(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '<table:table-cell/>';
    case 'text':
      return `<table:table-cell office:value-type="string">${cell.text.split('\n').map(paragraphXml).join('')}</table:table-cell>`;
    case 'error':
      return `<table:table-cell office:value-type="string" calcext:value-type="error">${paragraphXml(cell.text)}</table:table-cell>`;
    case 'number':
      return `<table:table-cell office:value-type="${cell.percent ? 'percentage' : 'float'}" office:value="${cell.decimal}"/>`;
    case 'date':
      return `<table:table-cell office:value-type="date" office:date-value="${cell.date}"/>`;
    case 'boolean':
      return `<table:table-cell office:value-type="boolean" office:boolean-value="${cell.value}"/>`;
  }
}

function paragraphXml(line: string): string {
  const content = escapeXml(line)
    .replace(/^ | {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>');
  return `<text:p>${content}</text:p>`;
}
