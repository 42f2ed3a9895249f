// How long lists of 10,000 records and imports of 50,000 rows take: node tests/bench/lists.ts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openPortal, type Portal } from '../../src/lib/server/database/database.ts';
import { parsedCounts } from '../../src/lib/server/imports/counts.ts';
import { apply, bring, runOf } from '../../src/lib/server/imports/imports.ts';
import { waitFor } from '../../src/lib/server/imports/progress.ts';
import { labelsIn } from '../../src/lib/server/lists/cell-words.ts';
import { listOf } from '../../src/lib/server/lists/catalogue.ts';
import type { Query } from '../../src/lib/server/lists/definition.ts';
import type { ListId } from '../../src/lib/server/lists/list-ids.ts';
import type { PersonId } from '../../src/lib/server/organisation/model.ts';
import { addPerson } from '../../src/lib/server/organisation/people/people.ts';
import { openYear } from '../../src/lib/server/years/years.ts';
import { writeCsv } from '../../src/lib/server/spreadsheets/write-csv.ts';

process.env.ACCORDO_ROOT ??= process.cwd();
const YEAR = 2025;
const ROWS = Number(process.argv[2] ?? 50_000);
const LISTED = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'accordo-lists-'));
const portal = openPortal(folder);
try {
  await openYear(portal, 'accordo', YEAR, 'cremona-2025');
  const by = await somebody(portal);
  const people = Array.from({ length: ROWS }, (_, at) => [
    `e${String(at).padStart(6, '0')}`,
    `Cognomè${(at * 7919) % 5000}`,
    `Nome${(at * 104_729) % 700}`,
    `p${at}@comune.example`,
  ]);
  await imported(by, 'people', ['Codice', 'Cognome', 'Nome', 'Posta elettronica'], people);
  const hours = people.slice(0, LISTED).map(([id], at) => [id!, String(at % 90)]);
  await imported(by, 'trainingHours', ['Persona', 'Ore'], hours);

  const plain: Query = { words: [], within: null, sort: null, offset: 0, limit: 50 };
  for (const id of ['people', 'trainingHours'] as const)
    for (const [what, query] of [
      ['first page', plain],
      ['last page', { ...plain, offset: LISTED - 50 }],
      ['search', { ...plain, words: ['cognome12', 'nome3'] }],
      ['sorted', { ...plain, sort: { column: listOf(id)!.columns[1]!.key, descending: true } }],
      ['by the person', { ...plain, sort: { column: listOf(id)!.columns[0]!.key, descending: false } }],
    ] as const)
      await timed(`${id}, ${what}`, id, query);
} finally {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
}

async function somebody(portal: Portal): Promise<PersonId> {
  const particulars = { givenName: 'Tea', familyName: 'Prova', mail: null, taxCode: null, staffNumber: null };
  const added = await portal.transaction((write) => addPerson(write, particulars));
  if (!added.ok) throw new Error(added.fault.code);
  return added.person;
}

async function imported(by: PersonId, id: ListId, titles: string[], rows: string[][]): Promise<void> {
  const definition = listOf(id)!;
  const cells = rows.map((row) => row.map((text) => ({ kind: 'text', text }) as const));
  const bytes = Buffer.from(writeCsv(titles, cells));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let from = Date.now();
  const brought = { name: 'x.csv', bytes, removesMissing: false };
  const run = await bring(portal, by, definition, YEAR, brought);
  await waitFor(run, 600_000);
  const read = Date.now() - from;
  const ready = (await runOf(portal, run))!;
  from = Date.now();
  await apply(portal, by, ready, definition, YEAR);
  await waitFor(run, 600_000);
  const { state } = (await runOf(portal, run))!;
  console.log(
    `${id}: ${rows.length} rows, preview ${read} ms, apply ${Date.now() - from} ms (${state}),`,
    `longest wait of others ${Math.round(delay.max / 1e6)} ms, ${JSON.stringify(parsedCounts(ready.counts))}`,
  );
}

async function timed(what: string, id: ListId, query: Query): Promise<void> {
  const definition = listOf(id)!;
  const times: number[] = [];
  for (let at = 0; at < 7; at++) {
    const from = performance.now();
    const { records } = await definition.source.page(portal.read, YEAR, query);
    await labelsIn(portal.read, definition.columns, records);
    times.push(performance.now() - from);
  }
  console.log(`${what}: ${times.sort((a, b) => a - b)[3]!.toFixed(1)} ms`);
}
