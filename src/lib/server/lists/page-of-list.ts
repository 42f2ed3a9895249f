import { error } from '@sveltejs/kit';
import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { today } from '../calendar/today.ts';
import type { Reader } from '../database/database.ts';
import { LIST_ACCESS } from '../permissions/lists.ts';
import type { Subject } from '../permissions/permission.ts';
import { reachOf, type Reach } from '../permissions/reach.ts';
import { openedYears } from '../years/years.ts';
import { listOf } from './catalogue.ts';
import { cellWords, labelsIn } from './cell-words.ts';
import { chosenYear } from './chosen-year.ts';
import { keyText, type ListDefinition, type Query } from './definition.ts';
import { folded } from '../texts/folded.ts';

/** The list and the year of a request, and how far who asks may read and change it. Throws 404 where there is nothing. */
export async function listOfRequest(
  db: Reader,
  subject: Subject,
  id: string,
  url: URL,
): Promise<{ definition: ListDefinition; year: number; reads: Reach; changes: Reach | null }> {
  const definition = listOf(id);
  const year = await chosenYear(db, url);
  const access = definition && LIST_ACCESS[definition.id];
  const reads = access && (await reachOf(db, subject, access.read, today()));
  if (!reads || (definition.yearly && year === null)) error(404, m.ui_error_404_what());
  // Records with periods of their own are there in every year.
  const changes = await reachOf(db, subject, access.change, today());
  return { definition, year: year ?? Number(today().slice(0, 4)), reads, changes };
}

const RECORDS_A_PAGE = 50;

export interface ShownRecord {
  readonly key: string;
  readonly cells: readonly string[];
}

/** A page of a list as it is shown: what is looked for and the order are in the address. */
export async function listPage(
  db: Reader,
  {
    definition,
    year,
    reads,
  }: Pick<Awaited<ReturnType<typeof listOfRequest>>, 'definition' | 'year' | 'reads'>,
  url: URL,
  locale: Locale,
) {
  const words = (url.searchParams.get('cerca') ?? '').slice(0, 100);
  const page = Number(/^[1-9]\d{0,5}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
  const order = /^(-?)(\w+)$/.exec(url.searchParams.get('ordine') ?? '');
  const sorted = definition.columns.find(({ key }) => key === order?.[2]);
  const query: Query = {
    words: folded(words).split(/\s+/).filter(Boolean),
    within: reads === 'all' ? null : reads,
    sort: sorted ? { column: sorted.key, descending: order![1] === '-' } : null,
    offset: (page - 1) * RECORDS_A_PAGE,
    limit: RECORDS_A_PAGE,
  };
  const { records, total } = await definition.source.page(db, year, query);
  const labels = await labelsIn(db, definition.columns, records);
  return {
    words,
    page,
    pages: Math.ceil(total / RECORDS_A_PAGE),
    total,
    sort: query.sort,
    columns: definition.columns.map((column) => ({
      key: column.key,
      title: column.title[locale],
      number: column.kind === 'whole' || column.kind === 'decimal',
    })),
    records: records.map((record): ShownRecord => ({
      key: keyText(definition, record),
      cells: definition.columns.map((column) =>
        cellWords(column, record[column.key] ?? null, labels, locale),
      ),
    })),
  };
}

/** The years to choose from. */
export async function yearChoices(db: Reader): Promise<number[]> {
  return (await openedYears(db)).map(({ year }) => year);
}
