import { figureJson, type FigureJson } from '#core/explain/json.ts';
import type { Written } from '#core/quantity/written.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { guidelineFactors } from '#core/rules/guidelines.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { today } from '../calendar/today.ts';
import type { Portal, Reader } from '../database/database.ts';
import { decimalWords } from '../lists/cell-words.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import { historyOf, type Told } from '../lists/history.ts';
import { labelsOf } from '../lists/references.ts';
import { asTyped, type FormRow } from '../lists/rows-form.ts';
import { saveRows, type RowsSaved } from '../lists/save-rows.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { structureOn } from '../organisation/units/units.ts';
import type { Subject } from '../permissions/permission.ts';
import { reachOf, type Reach } from '../permissions/reach.ts';
import { lastDayOf, openedYears } from '../years/years.ts';
import { FACTORS, guidelinesList } from './lists.ts';
import { remitOfYear } from './remit.ts';

/** What is written of a direction, one text for each column. */
const COLUMNS = [...FACTORS, 'note'] as const;

export interface RemitDirection {
  readonly id: UnitId;
  readonly name: string;
  readonly isGiven: boolean;
  /** What was given, as it is typed. */
  readonly cells: Readonly<Record<(typeof COLUMNS)[number], string>>;
  readonly shown: string;
  /** What the person said of it in the year, the latest first. */
  readonly told: readonly Told[];
  /** What the person gave it in other years, in words. */
  readonly otherYears: readonly { readonly year: number; readonly factors: readonly string[] }[];
}

/** The directions of somebody's remit in a year, with what was given to each. */
export async function remitPage(
  db: Reader,
  year: number,
  giver: PersonId,
  locale: Locale,
): Promise<RemitDirection[]> {
  const units = await directionsAtEnd(db, year, await remitOfYear(db, giver, year));
  const years = (await openedYears(db)).map((opened) => opened.year).filter((known) => known !== year);
  return Promise.all(
    units.map(async ({ id, name }) => {
      const key = { unitId: id, personId: giver };
      const record = await guidelinesList.source.one(db, year, key);
      const others = await Promise.all(
        years.map(async (other) => ({
          year: other,
          record: await guidelinesList.source.one(db, other, key),
        })),
      );
      return {
        ...{ id, name },
        isGiven: record !== null,
        cells: Object.fromEntries(
          COLUMNS.map((column) => [column, asTyped(columnOf(column), record?.[column] ?? null)]),
        ) as RemitDirection['cells'],
        shown: JSON.stringify(record),
        told: await historyOf(db, guidelinesList, year, keyText(guidelinesList, key), locale),
        otherYears: others.flatMap((other) =>
          other.record ? [{ year: other.year, factors: factorsOf(other.record, locale) }] : [],
        ),
      };
    }),
  );
}

/** Writes what somebody says of the directions of the own remit, all or none. */
export async function saveRemit(
  portal: Portal,
  giver: PersonId,
  year: number,
  form: FormData,
  locale: Locale,
): Promise<RowsSaved> {
  const units = await directionsAtEnd(portal.read, year, await remitOfYear(portal.read, giver, year));
  const rows = units.map(({ id, name }): FormRow => ({
    ...{ id, label: name, key: { unitId: id, personId: giver } },
    columns: COLUMNS,
  }));
  return saveRows(portal, giver, guidelinesList, year, rows, form, locale);
}

/** How many directions of somebody's remit wait for what is to be said of them. */
export async function missingOf(db: Reader, year: number, giver: PersonId): Promise<number> {
  const units = await directionsAtEnd(db, year, await remitOfYear(db, giver, year));
  const given = await Promise.all(
    units.map(({ id }) => guidelinesList.source.one(db, year, { unitId: id, personId: giver })),
  );
  return given.filter((record) => record === null).length;
}

export interface GivenToDirection {
  readonly id: UnitId;
  readonly name: string;
  readonly givers: readonly {
    readonly name: string;
    readonly factors: readonly string[];
    readonly note: string;
  }[];
  /** The mean of each factor and why; null: nobody has given any. */
  readonly means: readonly (FigureJson | null)[];
}

/** What everybody gave to the directions that somebody reads, with the mean that the core takes. */
export async function givenPage(
  db: Reader,
  year: number,
  regulation: Regulation,
  reads: Reach,
  locale: Locale,
): Promise<GivenToDirection[]> {
  const structure = await structureOn(db, lastDayOf(year));
  const directions = [...structure.units.values()]
    .filter(({ kind, id }) => kind === 'direction' && (reads === 'all' || reads.units.includes(id)))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
  const byDirection = Map.groupBy(await guidelinesList.source.all(db, year), ({ unitId }) => unitId!);
  const people = [...byDirection.values()].flat().map(({ personId }) => personId!);
  const names = await labelsOf(db, 'person', people);
  return directions.map(({ id, name }) => {
    const given = byDirection.get(id) ?? [];
    const nameOf = ({ personId }: Cells) => names.get(personId!) ?? personId!;
    const means = guidelineFactors(
      given.map((record) => ({
        name: nameOf(record),
        factors: FACTORS.map((factor) => record[factor] as unknown as Written<'points'>),
      })),
      regulation,
    );
    return {
      ...{ id, name },
      givers: given
        .map((record) => ({
          name: nameOf(record),
          factors: factorsOf(record, locale),
          note: record.note ?? '',
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'it')),
      means: means.map((mean) => mean && figureJson(mean.figure, regulation, locale)),
    };
  });
}

/** How far somebody reads what is given, beyond the own: null: not at all. */
export async function readingReach(db: Reader, subject: Subject): Promise<Reach | null> {
  const reach = await reachOf(db, subject, 'guideline.read', today());
  return reach === null || reach === 'all' || reach.units.length > 0 ? reach : null;
}

/** The titles of the four factors. */
export function factorTitles(locale: Locale): { readonly key: string; readonly title: string }[] {
  return FACTORS.map((key) => ({ key, title: columnOf(key).title[locale] }));
}

function factorsOf(record: Cells, locale: Locale): string[] {
  return FACTORS.map((factor) => decimalWords(record[factor] ?? '0', locale, 2));
}

function columnOf(name: string) {
  return guidelinesList.columns.find(({ key }) => key === name)!;
}

/** A remit may be of a direction that is gone by the end of the year: nothing is asked of it then. */
async function directionsAtEnd(db: Reader, year: number, units: readonly UnitId[]) {
  const structure = await structureOn(db, lastDayOf(year));
  return units
    .flatMap((id) => structure.units.get(id) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
}
