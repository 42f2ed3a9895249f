import { readFileSync } from 'node:fs';
import { demoBody } from '../../src/example/organisation/demo-body.ts';
import type { ExampleDocument } from '../../src/example/example-document.ts';
import { demoYear } from '../../src/example/year/demo-year.ts';
import { listOf } from '../../src/lib/server/lists/catalogue.ts';
import type { Column } from '../../src/lib/server/lists/column.ts';
import type { Cells } from '../../src/lib/server/lists/definition.ts';
import type { ListId } from '../../src/lib/server/lists/list-ids.ts';
import type { Cell } from '../../src/lib/server/spreadsheets/cell.ts';
import { writeCsv } from '../../src/lib/server/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../src/lib/server/spreadsheets/write-xlsx.ts';
import { odsOf } from '../spreadsheets/ods-maker.ts';

/** What the offices of a body have in their spreadsheets: all records of every list, and the files that hold them. */

export const EXAMPLE = JSON.parse(readFileSync('examples/cremona-2025.json', 'utf8')) as ExampleDocument;

const body = demoBody(EXAMPLE);

const ORGANISATION: readonly (readonly [ListId, readonly Cells[]])[] = [
  [
    'units',
    body.units.flatMap(({ id, kind, versions }) =>
      versions.map(({ name, parent, from, to }): Cells => ({
        ...{ unitId: id, kind, name, parentId: parent, validFrom: from, validTo: to },
      })),
    ),
  ],
  ['people', body.people.map((person): Cells => ({ ...person }))],
  [
    'assignments',
    body.assignments.map(({ person, unit, share, from, to }): Cells => ({
      ...{ personId: person, unitId: unit, share: String(share), validFrom: from, validTo: to },
    })),
  ],
  [
    'appointments',
    body.appointments.map(({ person, unit, kind, interim, from, to }): Cells => ({
      ...{ personId: person, unitId: unit, kind, interim: String(interim), validFrom: from, validTo: to },
    })),
  ],
  [
    'remits',
    body.remits.map(({ person, unit, from, to }): Cells => ({
      ...{ personId: person, unitId: unit, validFrom: from, validTo: to },
    })),
  ],
];

/** The records of every list, in the order in which a body is built. */
export const RECORDS: ReadonlyMap<ListId, readonly Cells[]> = new Map([
  ...ORGANISATION,
  ...demoYear(EXAMPLE, body),
]);

export type Format = 'xlsx' | 'ods' | 'csv';

/** A file as an office would have it: the list's titles in Italian, and the records beneath. */
export async function fileOf(list: ListId, records: readonly Cells[], format: Format): Promise<Buffer> {
  const { columns } = listOf(list)!;
  const rows = records.map((record) => columns.map((column) => cellOf(column, record[column.key] ?? null)));
  const titles = columns.map(({ title }) => title.it);
  if (format === 'csv') return Buffer.from(writeCsv(titles, rows));
  if (format === 'ods') {
    const head = titles.map((text): Cell => ({ kind: 'text', text }));
    return Buffer.from(odsOf([{ name: 'Foglio1', rows: [head, ...rows] }]));
  }
  const kinds = titles.map((title) => ({ title, kind: 'text' as const }));
  return writeXlsx([{ name: 'Foglio1', columns: kinds, rows }]);
}

function cellOf(column: Column, value: string | null): Cell {
  if (value === null) return { kind: 'empty' };
  if (column.kind === 'whole' || column.kind === 'decimal') return { kind: 'number', decimal: value };
  return { kind: 'text', text: written(column, value) };
}

/** As an Italian office writes it. */
function written(column: Column, value: string): string {
  switch (column.kind) {
    case 'date':
      return value.split('-').reverse().join('/');
    case 'boolean':
      return value === 'true' ? 'sì' : 'no';
    case 'choice':
      return column.choices.find((choice) => choice.value === value)!.it;
    default:
      return value;
  }
}
