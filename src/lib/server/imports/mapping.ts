import type { Column } from '../lists/column.ts';
import type { Sheet } from '../spreadsheets/cell.ts';
import { folded } from '../texts/folded.ts';

/** What each column of a file is taken for: the key of a column of the list; null: it is not imported. */
export interface Mapping {
  /** The titles in the file, in their order. */
  readonly titles: readonly string[];
  readonly columns: readonly (string | null)[];
}

/** The titles of a sheet's columns: its first row. */
export function titlesOf(sheet: Sheet): string[] {
  const cells = sheet.rows[0]?.cells ?? [];
  return cells.map((cell) =>
    cell.kind === 'text' ? cell.text.trim() : cell.kind === 'number' ? cell.decimal : '',
  );
}

/** What columns are by their titles, in either language or as other programs call them. */
export function matched(titles: readonly string[], columns: readonly Column[]): Mapping {
  const taken = new Set<string>();
  return {
    titles,
    columns: titles.map((title) => {
      const wanted = plain(title);
      const found = columns.find(
        ({ key, title: words, alias = [] }) =>
          !taken.has(key) && [key, words.it, words.en, ...alias].some((name) => plain(name) === wanted),
      );
      if (found) taken.add(found.key);
      return found?.key ?? null;
    }),
  };
}

/** The required columns that no column of the file is taken for. */
export function unmatched({ columns: taken }: Mapping, columns: readonly Column[]): Column[] {
  return columns.filter(({ key, required }) => required && !taken.includes(key));
}

/** Case, accents, punctuation and blanks tell no two titles apart. */
function plain(title: string): string {
  return folded(title).replace(/[^a-z0-9%]/g, '');
}
