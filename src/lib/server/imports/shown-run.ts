import type { Locale } from '#lib/locale/locale.ts';
import type { Reader } from '../database/database.ts';
import { cellWords, labelsIn } from '../lists/cell-words.ts';
import type { Cells, ListDefinition } from '../lists/definition.ts';
import type { CellFault, RecordFault } from '../lists/fault.ts';
import { faultWords } from '../lists/fault-words.ts';
import { parsedCounts } from './counts.ts';
import { parsedMapping } from './imports.ts';
import { progressOf } from './progress.ts';
import { refusalWords, type Refusal } from './refusal.ts';
import * as store from './store.ts';

const CHANGES_A_PAGE = 50;
const FAULTS_SHOWN = 200;

/** An import as its page shows it. */
export async function shownRun(
  db: Reader,
  run: store.Run,
  definition: ListDefinition,
  url: URL,
  locale: Locale,
) {
  const page = Number(/^[1-9]\d{0,5}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
  const asked = url.searchParams.get('mostra');
  const kind: store.KeptChange['kind'] | null =
    asked === 'new' || asked === 'changed' || asked === 'gone' ? asked : null;
  const { changes, total } = await store.changesPage(db, run.id, kind, {
    offset: (page - 1) * CHANGES_A_PAGE,
    limit: CHANGES_A_PAGE,
  });
  const faults = await store.faults(db, run.id, FAULTS_SHOWN);
  return {
    id: run.id,
    file: run.fileName,
    state: run.state,
    progress: progressOf(run.id),
    counts: parsedCounts(run.counts),
    refusal: run.refusal === null ? null : refusalWords(JSON.parse(run.refusal) as Refusal),
    mapping: mappingOf(run, definition, locale),
    kind,
    page,
    pages: Math.ceil(total / CHANGES_A_PAGE),
    changes: await shownChanges(db, definition, changes, locale),
    faults: faults.map(({ sheet, row, column, columnTitle, fault }) => ({
      sheet: sheet ?? '',
      row,
      column: columnOf(definition, column, columnTitle, locale),
      why: faultWords(JSON.parse(fault) as CellFault, locale),
    })),
  };
}

function columnOf(
  { columns }: ListDefinition,
  letters: string | null,
  title: string | null,
  locale: Locale,
): string {
  const known = columns.find(({ key }) => key === title)?.title[locale] ?? title;
  return [letters, known].filter((part) => part !== null && part !== '').join(' · ');
}

function mappingOf(run: store.Run, { columns }: ListDefinition, locale: Locale) {
  const mapping = parsedMapping(run.mapping);
  return (
    mapping && {
      columns: mapping.titles.map((title, at) => ({ title, taken: mapping.columns[at] ?? '' })),
      choices: columns.map((column) => ({ value: column.key, label: column.title[locale] })),
    }
  );
}

async function shownChanges(
  db: Reader,
  { columns }: ListDefinition,
  changes: readonly store.KeptChange[],
  locale: Locale,
) {
  const parsed = changes.map((change) => ({ ...change, was: cells(change.before), is: cells(change.after) }));
  const records = parsed.flatMap(({ was, is }) => [was, is].filter((record) => record !== null));
  const labels = await labelsIn(db, columns, records);
  return parsed.map(({ sequence, kind, sheet, row, was, is }) => {
    const words = (record: Cells | null, at: number) =>
      cellWords(columns[at]!, record?.[columns[at]!.key] ?? null, labels, locale);
    return {
      sequence,
      kind,
      where: [sheet, row === null ? null : String(row)]
        .filter((part) => part !== null && part !== '')
        .join(', '),
      what: columns
        .map((column, at) => ({ title: column.title[locale], before: words(was, at), after: words(is, at) }))
        .filter(({ before, after }) =>
          kind === 'changed' ? before !== after : before !== '' || after !== '',
        ),
    };
  });
}

function cells(text: string | null): Cells | null {
  return text === null ? null : (JSON.parse(text) as Cells);
}

/** Why something cannot be undone, each said once. */
export function undoFaultWords(faults: readonly RecordFault[], locale: Locale): string[] {
  return [...new Set(faults.map(({ fault }) => faultWords(fault, locale)))];
}
