import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { indicatorOutcome } from '#core/rules/indicator-outcome.ts';
import { assemble } from '#lib/server/assembly/document.ts';
import { openPortal, type Portal } from '#lib/server/database/database.ts';
import { beginDemo } from '#lib/server/demo/demo.ts';
import { LISTS, listOf } from '#lib/server/lists/catalogue.ts';
import type { Column } from '#lib/server/lists/column.ts';
import { keyText, type Cells } from '#lib/server/lists/definition.ts';
import type { ListId } from '#lib/server/lists/list-ids.ts';
import { parseCell } from '#lib/server/lists/parse-cell.ts';
import { changesOf } from '#lib/server/lists/store.ts';
import { resultsOf } from '#lib/server/services/store.ts';
import type { Cell } from '#lib/server/spreadsheets/cell.ts';
import { computed } from '../cremona-2025.ts';
import type { ExampleDocument } from '../example-document.ts';
import { demoBody } from '../organisation/demo-body.ts';
import { demoHistory, demoYear } from './demo-year.ts';
import { canonical } from './records.ts';

const document = JSON.parse(readFileSync('examples/cremona-2025.json', 'utf8')) as ExampleDocument;
const body = demoBody(document);
const year = demoYear(document, body);
const recordsOf = (list: ListId) => year.get(list)!;

let folder: string;
let portal: Portal;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-demo-year-'));
  portal = openPortal(folder);
  await beginDemo(portal);
}, 60_000);
afterAll(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what is put together from the lists of the demo', () => {
  test('comes to the same figures as the document, every one of them', async () => {
    const assembled = await assemble(portal.read, 2025, null);
    expect(computed(assembled.document)).toEqual(computed(document));
    expect(assembled.gaps).toEqual([]);
  });

  test('is the document itself, but for responses and hours that name nobody there', async () => {
    const { document: assembled } = await assemble(portal.read, 2025, null);
    expect(plain(withoutTheNameless(assembled as ExampleDocument))).toEqual(
      plain(withoutTheNameless(document)),
    );
  });
});

/** Counts of answers keep no response, and the document's hours of training are in no order. */
function withoutTheNameless({ survey, directions, ...rest }: ExampleDocument): object {
  return {
    ...rest,
    invited: survey!.invited,
    directions: directions.map(({ training, ...direction }) => ({
      ...direction,
      hours: training.staff.map(({ hours }) => canonical(hours)).sort(),
      reached: training.staff.filter(({ hours, days }) => Number(hours) * 365 >= 40 * Number(days)).length,
      exempt: training.staff.filter(({ exempt }) => exempt).length,
      internalDelivery: training.internalDelivery,
    })),
  };
}

/** Numbers as the one text that says the same: 90, "90" and "90.00". */
function plain(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plain);
  if (typeof part === 'object' && part !== null)
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, plain(value)]));
  if (typeof part === 'number' || (typeof part === 'string' && /^\d+(\.\d+)?$/.test(part)))
    return canonical(part);
  return part;
}

describe('the records', () => {
  test('stand in every list, beside those of the organisation', () => {
    const ofOrganisation = ['units', 'people', 'assignments', 'appointments', 'remits'];
    expect([...ofOrganisation, ...year.keys()]).toEqual(LISTS.map(({ id }) => id));
    // The registry knows everybody's months.
    expect([...year].filter(([, records]) => records.length === 0).map(([id]) => id)).toEqual([
      'countedMonths',
    ]);
  });

  test('hold what a person could have written there, in canonical text', () => {
    const history = [...demoHistory(document, body).values()].flatMap((records) => [...records]);
    const odd = [...year, ...history].flatMap(([id, records]) => {
      const { columns } = listOf(id)!;
      return records.filter(
        (record) =>
          Object.keys(record).length !== columns.length ||
          !columns.every((column) => isCanonical(column, record[column.key]!)),
      );
    });
    expect(odd).toEqual([]);
  });

  test('are kept as the program wrote them, and it is known that it did', async () => {
    for (const [id, records] of year) {
      const list = listOf(id)!;
      expect(await list.source.count(portal.read, 2025), id).toBe(records.length);
      const [first] = records;
      if (!first) continue;
      const said = await changesOf(portal.read, id, list.yearly ? 2025 : null, keyText(list, first));
      expect(said).toMatchObject([{ by: null, importId: null, before: null, after: JSON.stringify(first) }]);
    }
  });
});

function isCanonical(column: Column, value: string | null): boolean {
  const known = (id: string) => ({ id });
  const parsed = parseCell(column, cellOf(column, value), { get: () => known } as never);
  return parsed.ok && parsed.value === value;
}

function cellOf({ kind }: Column, value: string | null): Cell {
  if (value === null) return { kind: 'empty' };
  if (kind === 'whole' || kind === 'decimal') return { kind: 'number', decimal: value };
  if (kind === 'date') return { kind: 'date', date: value as IsoDate };
  if (kind === 'boolean') return { kind: 'boolean', value: value === 'true' };
  return { kind: 'text', text: value };
}

describe('the objectives', () => {
  const objectives = recordsOf('objectives');
  const ofLevel = (level: string) => objectives.filter((record) => record.level === level);

  test('form a chain from the DUP to every person', () => {
    const byId = new Map(objectives.map((record) => [record.id, record]));
    const top = ({ parentId, level }: Cells): string | null =>
      parentId == null ? level! : top(byId.get(parentId)!);
    expect(new Set(objectives.map(top))).toEqual(new Set(['strategic']));
    expect(ofLevel('executive')).toHaveLength(document.objectives.length);
    expect(ofLevel('eq')).toHaveLength(document.eqHolders.flatMap(({ objectives: own }) => own).length);
  });

  test('of a group are shared, though not by too many for one undertaking', () => {
    const owners = Map.groupBy(recordsOf('objectiveOwners'), ({ objectiveId }) => objectiveId);
    const sizes = ofLevel('group').map(({ id }) => owners.get(id)!.length);
    expect(Math.max(...sizes)).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(60);
    expect(sizes.filter((size) => size > 1).length).toBeGreaterThan(sizes.length / 3);
  });

  test('are mostly measured, in every way there is; some are only reported, some certified otherwise', () => {
    const indicators = recordsOf('objectiveIndicators');
    expect(new Set(indicators.map(({ better }) => better)).size).toBe(4);
    const measured = new Set(indicators.map(({ objectiveId }) => objectiveId));
    const onlyReported = objectives.filter(({ id, reported }) => reported !== null && !measured.has(id));
    expect(onlyReported.length).toBeGreaterThan(20);
    const certified = objectives.filter(({ certified }) => certified !== null);
    expect(certified.length).toBeGreaterThan(5);
    for (const { certified: value, reported, certificationReason } of certified) {
      expect(value).not.toBe(reported);
      expect(certificationReason).toBeTruthy();
    }
    expect(new Set(ofLevel('executive').map(({ title }) => title)).size).toBe(document.objectives.length);
  });
});

describe('the services', () => {
  test('are the 75 of the portfolio with 728 indicators (R §3.1, item 2 C)', () => {
    expect(recordsOf('services').map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 75 }, (_, at) => at + 1),
    );
    expect(recordsOf('serviceIndicators')).toHaveLength(728);
    const names = recordsOf('serviceIndicators').map(({ serviceId, name }) => `${serviceId} ${name}`);
    expect(new Set(names).size).toBe(728);
    expect(new Set(recordsOf('serviceIndicators').map(({ dimension }) => dimension)).size).toBe(8);
  });

  test('had some standards changed in the year, which made a difference for some and none for others', async () => {
    const changed = (await resultsOf(portal.read, 2025)).filter((row) => row.changedStandard !== null);
    const outcome = ({ better, value }: (typeof changed)[number], standard: string | null) =>
      indicatorOutcome({ better, value, standard } as never, CREMONA_2025).outcome;
    const otherwise = changed.filter(
      (row) => outcome(row, row.changedStandard) !== outcome(row, row.standard),
    );
    expect(otherwise.length).toBeGreaterThan(5);
    expect(changed.length - otherwise.length).toBeGreaterThan(5);
  });

  test('have a history of two years for most indicators', () => {
    const history = demoHistory(document, body);
    expect([...history.keys()]).toEqual([2023, 2024]);
    for (const records of history.values())
      expect(records.get('indicatorResults')!.length).toBeGreaterThan(600);
  });
});

test('days of training are written for those only who were absent for a time', () => {
  const absent = new Set(document.employees.filter(({ presenceDays }) => presenceDays).map(({ id }) => id));
  const written = recordsOf('trainingHours').filter(({ days }) => days !== null);
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter(({ personId }) => !absent.has(personId!))).toEqual([]);
});

test('where a remit changed hands both spoke of the direction, and not the same', () => {
  const ofDirection = Map.groupBy(recordsOf('guidelines'), ({ unitId }) => unitId);
  const several = [...ofDirection].filter(([, records]) => records.length > 1);
  expect(several.map(([direction]) => direction)).toEqual(['d04', 'd10']);
  expect(ofDirection.size).toBe(document.directions.length);
  for (const [, [first, second]] of several) expect(first!.participation).not.toBe(second!.participation);
});

test('it is the same every time', () => {
  expect(demoYear(document, body)).toEqual(year);
});
