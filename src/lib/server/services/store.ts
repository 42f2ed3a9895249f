import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import type { Dimension, ImprovesWhen, VolumeKind } from './model.ts';
import { indicatorResult, portfolioService, serviceIndicator, serviceVolume } from './schema.ts';

/** An indicator in a year, with the unit that answers for it. Figures in plain decimal notation. */
export interface ResultRow {
  readonly indicator: string;
  readonly service: string;
  readonly unit: UnitId;
  readonly better: ImprovesWhen;
  readonly standard: string | null;
  readonly changedStandard: string | null;
  readonly value: string | null;
  readonly note: string | null;
}

export function resultsOf(db: Reader, year: number): Promise<ResultRow[]> {
  return Promise.resolve(
    db
      .select({
        indicator: serviceIndicator.id,
        service: portfolioService.id,
        unit: portfolioService.unitId,
        better: serviceIndicator.better,
        standard: indicatorResult.standard,
        changedStandard: indicatorResult.changedStandard,
        value: indicatorResult.value,
        note: indicatorResult.note,
      })
      .from(indicatorResult)
      .innerJoin(serviceIndicator, eq(serviceIndicator.id, indicatorResult.indicatorId))
      .innerJoin(portfolioService, eq(portfolioService.id, serviceIndicator.serviceId))
      .where(eq(indicatorResult.year, year))
      .orderBy(portfolioService.number, serviceIndicator.id)
      .all(),
  );
}

export interface ServiceRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly area: string;
  readonly unitId: UnitId;
}

/** The portfolio, in its order. */
export function services(db: Reader): Promise<ServiceRow[]> {
  return Promise.resolve(
    db.select().from(portfolioService).orderBy(portfolioService.number, portfolioService.id).all(),
  );
}

export function service(db: Reader, id: string): Promise<ServiceRow | null> {
  return Promise.resolve(db.select().from(portfolioService).where(eq(portfolioService.id, id)).get() ?? null);
}

/** The years of which a result is kept, the latest first. */
export function resultYears(db: Reader): Promise<number[]> {
  return Promise.resolve(
    db
      .selectDistinct({ year: indicatorResult.year })
      .from(indicatorResult)
      .orderBy(desc(indicatorResult.year))
      .all()
      .map(({ year }) => year),
  );
}

export interface IndicatorRow {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly dimension: Dimension;
  readonly measure: string | null;
  readonly better: ImprovesWhen;
}

/** The indicators of some services, in the order of their codes. */
export function indicatorsOf(db: Reader, serviceIds: readonly string[]): Promise<IndicatorRow[]> {
  return Promise.resolve(
    db
      .select()
      .from(serviceIndicator)
      .where(inArray(serviceIndicator.serviceId, [...serviceIds]))
      .orderBy(serviceIndicator.serviceId, serviceIndicator.id)
      .all(),
  );
}

export interface KeptResult {
  readonly indicatorId: string;
  readonly year: number;
  readonly standard: string | null;
  readonly changedStandard: string | null;
  readonly value: string | null;
  readonly note: string | null;
}

/** What is kept of the indicators of some services, the latest year first; with a year: of that year. */
export function keptResults(db: Reader, serviceIds: readonly string[], year?: number): Promise<KeptResult[]> {
  const { indicatorId, standard, changedStandard, value, note } = indicatorResult;
  return Promise.resolve(
    db
      .select({ indicatorId, year: indicatorResult.year, standard, changedStandard, value, note })
      .from(indicatorResult)
      .innerJoin(serviceIndicator, eq(serviceIndicator.id, indicatorResult.indicatorId))
      .where(
        and(
          inArray(serviceIndicator.serviceId, [...serviceIds]),
          year === undefined ? undefined : eq(indicatorResult.year, year),
        ),
      )
      .orderBy(desc(indicatorResult.year))
      .all(),
  );
}

export interface VolumeRow {
  readonly year: number;
  readonly kind: VolumeKind;
  readonly name: string;
  readonly value: string | null;
}

export function volumesOf(db: Reader, serviceId: string): Promise<VolumeRow[]> {
  const { year, kind, name, value } = serviceVolume;
  return Promise.resolve(
    db
      .select({ year, kind, name, value })
      .from(serviceVolume)
      .where(eq(serviceVolume.serviceId, serviceId))
      .orderBy(kind, name)
      .all(),
  );
}
