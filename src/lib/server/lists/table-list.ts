import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  inArray,
  or,
  sql,
  type Placeholder,
  type SQL,
} from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader, Writer } from '../database/database.ts';
import type { Column } from './column.ts';
import type { Cells, ListSource, Query } from './definition.ts';
import { containing, sortKey } from './reference-search.ts';

interface TableList {
  readonly table: SQLiteTable;
  /** Each is a column of the table, under its name there. */
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly place: readonly string[];
  /** The records of a year; null: the table has none. Left out: the table has a column `year`. */
  readonly inYear?: ((year: YearGiven) => SQL) | null;
}

/** A year, or the place of one in a statement that is made once. */
export type YearGiven = number | Placeholder;

/** A list whose records are the rows of a table. */
export function tableList({ table, columns, key, place, inYear }: TableList): ListSource {
  const all = getTableColumns(table) as Record<string, AnySQLiteColumn>;
  const field = (name: string): AnySQLiteColumn => {
    const found = all[name];
    if (!found) throw new Error(`the table has no column ${name}`);
    return found;
  };
  const selected = Object.fromEntries(columns.map(({ key: name }) => [name, field(name)]));
  const hasYear = inYear === undefined;
  const ofYear = (year: YearGiven) => (hasYear ? eq(field('year'), year) : inYear?.(year));
  const byKey = key.map((name) => asc(field(name)));
  const isRecord = and(
    ofYear(sql.placeholder(YEAR)),
    ...key.map((name) => eq(field(name), sql.placeholder(keyParameter(name)))),
  );
  const values = Object.fromEntries(columns.map(({ key: name }) => [name, sql.placeholder(name)]));
  const parameters = (year: number, record: Cells): Record<string, unknown> => ({
    [YEAR]: year,
    ...Object.fromEntries(
      columns.flatMap(({ key: name }) => {
        const value = stored(field(name), record[name] ?? null);
        return key.includes(name)
          ? [
              [name, value],
              [keyParameter(name), value],
            ]
          : [[name, value]];
      }),
    ),
  });
  const reading = madeOnce((db: Reader) => ({
    one: db.select(selected).from(table).where(isRecord).prepare(),
  }));
  const writing = madeOnce((db: Writer) => ({
    update: db.update(table).set(values).where(isRecord).prepare(),
    insert: db
      .insert(table)
      .values({ ...(hasYear && { year: sql.placeholder(YEAR) }), ...values })
      .prepare(),
    remove: db.delete(table).where(isRecord).prepare(),
  }));

  const where = (year: number, { words, within }: Query) => {
    const reach = within && [...within.units, ...within.people];
    const inReach = reach && or(...place.map((name) => inArray(field(name), reach)));
    return and(
      ofYear(year),
      within ? (inReach ?? sql`0`) : undefined,
      ...words.map((word) => containing(columns, field, word)),
    );
  };

  return {
    all: (db, year) =>
      Promise.resolve(
        db
          .select(selected)
          .from(table)
          .where(ofYear(year))
          .orderBy(...byKey)
          .all()
          .map(cells),
      ),
    one: (db, year, record) => {
      const found = reading(db).one.get(parameters(year, record));
      return Promise.resolve(found ? cells(found) : null);
    },
    page: (db, year, query) => {
      const filter = where(year, query);
      const sorted = query.sort && columns.find(({ key: name }) => name === query.sort!.column);
      const order = sorted
        ? [(query.sort.descending ? desc : asc)(sortKey(sorted, field(sorted.key))), ...byKey]
        : byKey;
      const records = db
        .select(selected)
        .from(table)
        .where(filter)
        .orderBy(...order)
        .limit(query.limit)
        .offset(query.offset)
        .all()
        .map(cells);
      const { total } = db
        .select({ total: sql<number>`count(*)` })
        .from(table)
        .where(filter)
        .get()!;
      return Promise.resolve({ records, total });
    },
    count: (db, year) =>
      Promise.resolve(
        db
          .select({ total: sql<number>`count(*)` })
          .from(table)
          .where(ofYear(year))
          .get()!.total,
      ),
    put: (write, year, records) => {
      const { update, insert } = writing(write);
      for (const record of records) {
        const given = parameters(year, record);
        // Not an upsert: a code that another year has is taken, not brought over from there.
        if (update.run(given).changes === 0) insert.run(given);
      }
      return Promise.resolve();
    },
    take: (write, year, record) => {
      writing(write).remove.run(parameters(year, record));
      return Promise.resolve();
    },
  };
}

/** Names that no column has. */
const YEAR = 'of:year';
const keyParameter = (name: string) => `key:${name}`;

/** Statements made once for each connection: making them takes longer than running them. */
function madeOnce<Db extends Reader, Statements>(prepare: (db: Db) => Statements) {
  const made = new WeakMap<Db, Statements>();
  return (db: Db): Statements => {
    const statements = made.get(db) ?? prepare(db);
    made.set(db, statements);
    return statements;
  };
}

function stored(column: AnySQLiteColumn, text: string | null): string | number | null {
  if (text === null) return column.notNull && column.dataType === 'string' ? '' : null;
  if (column.dataType === 'number') return Number(text);
  if (column.dataType === 'boolean') return text === 'true' ? 1 : 0;
  return text;
}

/** Numbers and booleans of the table as texts. An empty text of a key column that must not be null is nothing. */
function cells(row: Record<string, unknown>): Cells {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || value === '' ? null : String(value as string | number | boolean),
    ]),
  );
}
