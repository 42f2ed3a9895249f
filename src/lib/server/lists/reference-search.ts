import { desc, or, sql, type SQL } from 'drizzle-orm';
import { alias, type AnySQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { objective, silo } from '../objectives/schema.ts';
import { person, unitVersion } from '../organisation/schema.ts';
import { project } from '../premiums/schema.ts';
import { portfolioService, serviceIndicator } from '../services/schema.ts';
import type { Column, ReferenceTarget } from './column.ts';

/** What of a referred record is searched, and by what a column of references is sorted. `folded` is SQLite's, by us. */
interface Named {
  readonly from: SQL;
  readonly id: AnySQLiteColumn;
  readonly name: AnySQLiteColumn;
  /** Which of several names is the one that is shown. */
  readonly first?: SQL;
}

/** Under a name of its own: a list may refer to records of its own table. */
const OTHER = 'referred';
const as = (table: SQLiteTable, other: SQLiteTable) => sql`${table} as ${other}`;

const people = alias(person, OTHER);
const units = alias(unitVersion, OTHER);
const silos = alias(silo, OTHER);
const objectives = alias(objective, OTHER);
const services = alias(portfolioService, OTHER);
const indicators = alias(serviceIndicator, OTHER);
const projects = alias(project, OTHER);

const OBJECTIVE: Named = { from: as(objective, objectives), id: objectives.id, name: objectives.title };

const NAMES: Readonly<Record<ReferenceTarget, Named>> = {
  unit: {
    from: as(unitVersion, units),
    id: units.unitId,
    name: units.name,
    first: desc(units.validFrom),
  },
  person: { from: as(person, people), id: people.id, name: people.searchText },
  silo: { from: as(silo, silos), id: silos.id, name: silos.name },
  objective: OBJECTIVE,
  parentObjective: OBJECTIVE,
  service: { from: as(portfolioService, services), id: services.id, name: services.name },
  indicator: { from: as(serviceIndicator, indicators), id: indicators.id, name: indicators.name },
  project: { from: as(project, projects), id: projects.id, name: projects.name },
};

/** The condition that a word occurs in one of the columns, or in the name of what one of them refers to. */
export function containing(
  columns: readonly Column[],
  field: (name: string) => AnySQLiteColumn,
  word: string,
): SQL | undefined {
  return or(
    ...columns.flatMap((column) => {
      const own = field(column.key);
      if (column.kind === 'text') return [sql`instr(folded(${own}), ${word}) > 0`];
      if (column.kind !== 'reference') return [];
      const { from, id, name } = NAMES[column.to];
      const found = sql`${own} in (select ${id} from ${from} where instr(folded(${name}), ${word}) > 0)`;
      return [found, sql`instr(folded(${own}), ${word}) > 0`];
    }),
  );
}

/** By what a list is sorted when it is sorted by a column: numbers by their size, references by their names. */
export function sortKey(column: Column, own: AnySQLiteColumn): SQL {
  if (column.kind === 'decimal') return sql`cast(${own} as real)`;
  if (column.kind !== 'reference') return column.kind === 'text' ? sql`folded(${own})` : sql`${own}`;
  const { from, id, name, first } = NAMES[column.to];
  const order = first ? sql` order by ${first}` : sql.empty();
  return sql`(select folded(${name}) from ${from} where ${id} = ${own}${order} limit 1)`;
}
