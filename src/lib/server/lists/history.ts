import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reader } from '../database/database.ts';
import { cellWords, labelsIn } from './cell-words.ts';
import type { Cells, ListDefinition } from './definition.ts';
import * as store from './store.ts';

/** Who said what of a record, when, and in which file. */
export interface Told {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  /** The import that wrote it; null: somebody by hand. */
  readonly importId: string | null;
  readonly what: readonly string[];
}

/** Where the figures of a record come from, the latest first. */
export async function historyOf(
  db: Reader,
  definition: ListDefinition,
  year: number,
  key: string,
  locale: Locale,
): Promise<Told[]> {
  const said = await store.changesOf(db, definition.id, definition.yearly ? year : null, key);
  const records = said.flatMap(({ before, after }) =>
    [parsed(before), parsed(after)].filter((cells) => cells !== null),
  );
  const labels = await labelsIn(db, definition.columns, records);
  const words = (record: Cells | null, at: number) => {
    const column = definition.columns[at]!;
    const text = cellWords(column, record?.[column.key] ?? null, labels, locale);
    return text === '' ? m.lists_record_nothing() : text;
  };
  return said.map(({ id, at, name, importId, before, after }) => {
    const [was, is] = [parsed(before), parsed(after)];
    const changed = definition.columns
      .map((column, index) => ({ column, index }))
      .filter(({ column }) => (was?.[column.key] ?? null) !== (is?.[column.key] ?? null));
    const what =
      is === null
        ? [m.lists_record_taken()]
        : was === null
          ? [
              m.lists_record_made(),
              ...changed.map(({ column, index }) => `${column.title[locale]}: ${words(is, index)}`),
            ]
          : changed.map(({ column, index }) =>
              m.lists_record_change({
                title: column.title[locale],
                before: words(was, index),
                after: words(is, index),
              }),
            );
    return { id, at, who: name ?? m.lists_record_program(), importId, what };
  });
}

function parsed(text: string | null): Cells | null {
  return text === null ? null : (JSON.parse(text) as Cells);
}
