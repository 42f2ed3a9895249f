import { eq, inArray, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '../database/database.ts';
import { objective, silo } from '../objectives/schema.ts';
import { person, unit, unitVersion } from '../organisation/schema.ts';
import { project } from '../premiums/schema.ts';
import { portfolioService, serviceIndicator } from '../services/schema.ts';
import { folded } from '../texts/folded.ts';
import type { ReferenceTarget } from './column.ts';

/** What a text may mean: the id of a record, several records alike, or none. */
export type Meaning = { readonly id: string } | 'ambiguous' | 'unknown';

export type Resolver = (text: string) => Meaning;

/** The records that a column can refer to, found by what people call them: id first, then whatever names one alone. */
export function resolverOf(db: Reader, to: ReferenceTarget): Promise<Resolver> {
  const { ids, names } = NAMED[to](db);
  const byName = new Map<string, string | null>();
  for (const { id, name } of names) {
    if (name === null || name === '') continue;
    const key = folded(name).trim();
    byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id);
  }
  return Promise.resolve((text) => {
    if (ids.has(text)) return { id: text };
    const id = byName.get(folded(text).trim());
    return id === undefined ? 'unknown' : id === null ? 'ambiguous' : { id };
  });
}

interface Named {
  readonly ids: ReadonlySet<string>;
  readonly names: readonly { readonly id: string; readonly name: string | null }[];
}

const NAMED: Readonly<Record<ReferenceTarget, (db: Reader) => Named>> = {
  person: (db) => {
    const people = db
      .select({
        id: person.id,
        familyName: person.familyName,
        givenName: person.givenName,
        staffNumber: person.staffNumber,
        taxCode: person.taxCode,
        mail: person.mail,
      })
      .from(person)
      .all();
    return {
      ids: new Set(people.map(({ id }) => id)),
      names: people.flatMap(({ id, familyName, givenName, ...numbers }) =>
        [`${familyName} ${givenName}`, `${givenName} ${familyName}`, ...Object.values(numbers)].map(
          (name) => ({
            id,
            name,
          }),
        ),
      ),
    };
  },
  unit: (db) => {
    const versions = db.select({ id: unitVersion.unitId, name: unitVersion.name }).from(unitVersion).all();
    return {
      ids: new Set(
        db
          .select({ id: unit.id })
          .from(unit)
          .all()
          .map(({ id }) => id),
      ),
      names: versions,
    };
  },
  silo: (db) => named(db.select({ id: silo.id, name: silo.name }).from(silo).all()),
  objective: (db) => named(db.select({ id: objective.id, name: objective.title }).from(objective).all()),
  parentObjective: (db) =>
    named(db.select({ id: objective.id, name: objective.title }).from(objective).all()),
  service: (db) =>
    named(db.select({ id: portfolioService.id, name: portfolioService.name }).from(portfolioService).all()),
  indicator: (db) =>
    named(db.select({ id: serviceIndicator.id, name: serviceIndicator.name }).from(serviceIndicator).all()),
  project: (db) => named(db.select({ id: project.id, name: project.name }).from(project).all()),
};

function named(rows: readonly { readonly id: string; readonly name: string }[]): Named {
  return { ids: new Set(rows.map(({ id }) => id)), names: rows };
}

const LABELS: Readonly<
  Record<Exclude<ReferenceTarget, 'unit' | 'person'>, { id: AnySQLiteColumn; name: AnySQLiteColumn }>
> = {
  silo: { id: silo.id, name: silo.name },
  objective: { id: objective.id, name: objective.title },
  parentObjective: { id: objective.id, name: objective.title },
  service: { id: portfolioService.id, name: portfolioService.name },
  indicator: { id: serviceIndicator.id, name: serviceIndicator.name },
  project: { id: project.id, name: project.name },
};

/** How records are shown where something refers to them. */
export function labelsOf(
  db: Reader,
  to: ReferenceTarget,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return Promise.resolve(new Map(labelRows(db, to, ids).map(({ id, label }) => [id, label])));
}

function labelRows(db: Reader, to: ReferenceTarget, ids: readonly string[]): { id: string; label: string }[] {
  if (ids.length === 0) return [];
  if (to === 'person')
    return db
      .select({ id: person.id, familyName: person.familyName, givenName: person.givenName })
      .from(person)
      .where(sql`${person.id} in (select value from json_each(${JSON.stringify(ids)}))`)
      .all()
      .map(({ id, familyName, givenName }) => ({ id, label: `${familyName} ${givenName}` }));
  if (to === 'unit')
    // The latest name: ordered by time, later versions take the place of earlier ones in the map.
    return db
      .select({ id: unitVersion.unitId, label: unitVersion.name })
      .from(unitVersion)
      .where(sql`${unitVersion.unitId} in (select value from json_each(${JSON.stringify(ids)}))`)
      .orderBy(unitVersion.validFrom)
      .all();
  const { id, name } = LABELS[to];
  return db
    .select({ id: sql<string>`${id}`, label: sql<string>`${name}` })
    .from(id.table)
    .where(sql`${id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all();
}

/** What a form can offer to choose from; null: there are too many to choose from, and it is typed. */
export async function optionsOf(
  db: Reader,
  to: ReferenceTarget,
  year: number,
): Promise<readonly { readonly value: string; readonly label: string }[] | null> {
  const ids = optionIds(db, to, year);
  if (ids === null) return null;
  const labels = await labelsOf(db, to, ids);
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'it'));
}

function optionIds(db: Reader, to: ReferenceTarget, year: number): string[] | null {
  switch (to) {
    case 'unit':
      return db
        .select({ id: unit.id })
        .from(unit)
        .all()
        .map(({ id }) => id);
    case 'silo':
      return db
        .select({ id: silo.id })
        .from(silo)
        .where(eq(silo.year, year))
        .all()
        .map(({ id }) => id);
    case 'project':
      return db
        .select({ id: project.id })
        .from(project)
        .where(eq(project.year, year))
        .all()
        .map(({ id }) => id);
    case 'service':
      return db
        .select({ id: portfolioService.id })
        .from(portfolioService)
        .all()
        .map(({ id }) => id);
    case 'parentObjective':
      return db
        .select({ id: objective.id })
        .from(objective)
        .where(
          sql`${eq(objective.year, year)} and ${inArray(objective.level, ['strategic', 'operational', 'executive'])}`,
        )
        .all()
        .map(({ id }) => id);
    case 'person':
    case 'objective':
    case 'indicator':
      return null;
  }
}
