import type { Regulation, Rules } from '#core/regulation/schema.ts';
import { indicatorOutcome, type Outcome } from '#core/rules/indicator-outcome.ts';
import type { Locale } from '#lib/locale/locale.ts';
import type { Portal, Reader } from '../database/database.ts';
import { decimalWords } from '../lists/cell-words.ts';
import type { Cells } from '../lists/definition.ts';
import { asTyped, type FormRow } from '../lists/rows-form.ts';
import { saveRows, type RowsSaved } from '../lists/save-rows.ts';
import type { PersonId } from '../organisation/model.ts';
import { nearest } from '../organisation/units/structure.ts';
import { structureOn } from '../organisation/units/units.ts';
import { reachesUnit } from '../permissions/reaches-unit.ts';
import { lastDayOf } from '../years/years.ts';
import type { ServiceAccess } from './access.ts';
import { DIMENSION_CHOICES, indicatorResultsList } from './lists.ts';
import { measuredOf } from './measured.ts';
import type { ImprovesWhen } from './model.ts';
import { directionsOf, type DirectionServices } from './portfolio.ts';
import * as store from './store.ts';

/** The columns of the grid, in its order. */
const GRID_COLUMNS = ['standard', 'changedStandard', 'value', 'note'] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

/** What who only reports may write. */
const REPORTED: readonly GridColumn[] = ['value', 'note'];

const ROWS_A_PAGE = 200;

export interface GridRow {
  readonly id: string;
  readonly name: string;
  readonly dimension: string;
  readonly measure: string | null;
  readonly better: ImprovesWhen;
  /** The columns that the person may write. */
  readonly writes: readonly GridColumn[];
  /** What stands in each column, as it is typed. */
  readonly cells: Readonly<Record<GridColumn, string>>;
  /** The record as it is kept, to be sent along. */
  readonly shown: string;
  readonly outcome: Outcome;
}

export interface Grid {
  readonly directions: readonly Pick<DirectionServices, 'id' | 'name'>[];
  readonly direction: string | null;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly service: string | null;
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly number: number;
    readonly rows: readonly GridRow[];
  }[];
  readonly page: number;
  readonly pages: number;
  /** The rule by which the outcome is told while somebody types. */
  readonly rule: Rules['IND-O'];
}

export interface GridChoice {
  readonly direction: string | null;
  readonly service: string | null;
  readonly page: number;
}

/**
 * The indicators of a direction, or of one of its services, to be written together. Without a choice: those of the first
 * direction that the person reads.
 */
export async function gridOf(
  db: Reader,
  year: number,
  regulation: Regulation,
  access: ServiceAccess,
  choice: GridChoice,
  locale: Locale,
): Promise<Grid> {
  const structure = await structureOn(db, lastDayOf(year));
  const mine = (await store.services(db)).filter(({ unitId }) => reachesUnit(access.reads, unitId));
  const directions = directionsOf(
    structure,
    mine,
    new Map(mine.map(({ id, unitId }) => [id, nearest(structure, unitId, 'direction')])),
  );
  const chosen = directions.find(({ id }) => id === choice.direction) ?? directions[0] ?? null;
  const inside = chosen?.services ?? [];
  const service = inside.find(({ id }) => id === choice.service) ?? null;
  const services = service ? [service] : inside;
  const ids = services.map(({ id }) => id);
  const byService = Map.groupBy(await store.indicatorsOf(db, ids), ({ serviceId }) => serviceId);
  const indicators = services.flatMap((of) =>
    (byService.get(of.id) ?? []).map((indicator) => ({ of, indicator })),
  );
  const kept = new Map((await store.keptResults(db, ids, year)).map((row) => [row.indicatorId, row]));
  const from = (choice.page - 1) * ROWS_A_PAGE;
  const shown = Map.groupBy(indicators.slice(from, from + ROWS_A_PAGE), ({ of }) => of);
  return {
    directions: directions.map(({ id, name }) => ({ id, name })),
    direction: chosen?.id ?? null,
    services: inside.map(({ id, name }) => ({ id, name })),
    service: service?.id ?? null,
    groups: [...shown].map(([of, rows]) => ({
      ...{ id: of.id, name: of.name, number: of.number },
      rows: rows.map(({ indicator }) =>
        gridRow(indicator, kept.get(indicator.id) ?? null, writable(access, of), regulation, locale),
      ),
    })),
    page: choice.page,
    pages: Math.max(1, Math.ceil(indicators.length / ROWS_A_PAGE)),
    rule: regulation.rules['IND-O'],
  };
}

function writable(access: ServiceAccess, { unitId }: store.ServiceRow): readonly GridColumn[] {
  if (reachesUnit(access.changes, unitId)) return GRID_COLUMNS;
  return reachesUnit(access.reports, unitId) ? REPORTED : [];
}

function gridRow(
  indicator: store.IndicatorRow,
  kept: store.KeptResult | null,
  writes: readonly GridColumn[],
  regulation: Regulation,
  locale: Locale,
): GridRow {
  const record: Cells | null = kept && {
    ...{ indicatorId: indicator.id, standard: kept.standard, changedStandard: kept.changedStandard },
    ...{ value: kept.value, note: kept.note },
  };
  const cell = (column: GridColumn) => {
    const value = record?.[column] ?? null;
    if (writes.includes(column)) return asTyped(columnOf(column), value);
    return value === null || column === 'note' ? (value ?? '') : decimalWords(value, locale);
  };
  const none = { standard: null, changedStandard: null, value: null };
  const measured = measuredOf({ ...(kept ?? none), better: indicator.better });
  return {
    ...{ id: indicator.id, name: indicator.name, measure: indicator.measure, better: indicator.better },
    dimension: DIMENSION_CHOICES.find(({ value }) => value === indicator.dimension)![locale],
    writes,
    cells: {
      ...{ standard: cell('standard'), changedStandard: cell('changedStandard') },
      ...{ value: cell('value'), note: cell('note') },
    },
    shown: JSON.stringify(record),
    outcome: indicatorOutcome(measured, regulation).outcome,
  };
}

function columnOf(column: GridColumn) {
  return indicatorResultsList.columns.find(({ key }) => key === column)!;
}

/**
 * Writes the rows of a grid that were changed, all or none. Columns that the person may not write stay as they were shown,
 * and rows out of reach are not touched, whatever the form holds.
 */
export async function saveGrid(
  portal: Portal,
  by: PersonId,
  year: number,
  access: ServiceAccess,
  form: FormData,
  locale: Locale,
): Promise<RowsSaved> {
  const services = await store.services(portal.read);
  const byId = new Map(services.map((service) => [service.id, service]));
  const rows = (await store.indicatorsOf(portal.read, [...byId.keys()])).map(
    ({ id, name, serviceId }): FormRow => ({
      ...{ id, label: name, key: { indicatorId: id } },
      columns: writable(access, byId.get(serviceId)!),
    }),
  );
  return saveRows(portal, by, indicatorResultsList, year, rows, form, locale);
}
