import type { Locale } from '#lib/locale/locale.ts';
import type { Reader } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import { recordFields, type RecordField } from '../lists/record-form.ts';
import { mayServe, type Access } from './access.ts';
import { EDITED_COLUMNS, INDICATOR_COLUMNS } from './editing.ts';
import { objectiveIndicatorsList, objectivesList } from './lists.ts';
import { OBJECTIVE_LEVELS, type ObjectiveId, type ObjectiveLevel } from './model.ts';
import { columnOf } from './typed-cell.ts';
import type { ObjectiveYear } from './year.ts';

type Typed = Readonly<Record<string, string>>;

/** The fields of what an objective is: what it may serve is above it and open to the person. */
export async function objectiveFields(
  db: Reader,
  { all, access }: { readonly all: ObjectiveYear; readonly access: Access },
  level: ObjectiveLevel,
  record: Cells | null,
  typed: Typed | null,
  locale: Locale,
): Promise<RecordField[]> {
  const isWanted = (key: string) =>
    (EDITED_COLUMNS as readonly string[]).includes(key) &&
    // Only a direction's objective is principal or derived, and a person's weighs where it is given to the person.
    (key !== 'kind' || level === 'executive') &&
    (key !== 'weight' || level === 'executive') &&
    (key !== 'parentId' || level !== 'strategic');
  const columns = objectivesList.columns
    .filter(({ key }) => isWanted(key))
    .map((column) => (column.key === 'kind' ? { ...column, required: true } : column));
  const fields = await recordFields(db, { ...objectivesList, columns }, all.year, record, typed, locale);
  const isAbove = (id: string) => {
    const parent = all.objectives.get(id as ObjectiveId);
    if (!parent) return false;
    const isHigher = OBJECTIVE_LEVELS.indexOf(parent.row.level) < OBJECTIVE_LEVELS.indexOf(level);
    return id === record?.parentId || (isHigher && mayServe(all, access, parent));
  };
  return fields.map((field) =>
    field.name === 'parentId'
      ? { ...field, options: field.options.filter(({ value }) => value === '' || isAbove(value)) }
      : field,
  );
}

/** The fields of an indicator of a draft. */
export function indicatorFields(
  db: Reader,
  year: number,
  record: Cells | null,
  typed: Typed | null,
  locale: Locale,
): Promise<RecordField[]> {
  const columns = INDICATOR_COLUMNS.map((key) => columnOf(objectiveIndicatorsList, key));
  return recordFields(db, { ...objectiveIndicatorsList, columns }, year, record, typed, locale);
}

/** What a field of these forms is called. */
export function fieldTitle(field: string, locale: Locale): string | undefined {
  const columns = [...objectivesList.columns, ...objectiveIndicatorsList.columns];
  return columns.find(({ key }) => key === field)?.title[locale];
}
