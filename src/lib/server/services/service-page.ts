import { figureJson, type FigureJson } from '#core/explain/json.ts';
import { indicatorOutcome, type Outcome } from '#core/rules/indicator-outcome.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { measuredOf } from './measured.ts';
import type { Reader } from '../database/database.ts';
import { decimalWords } from '../lists/cell-words.ts';
import { nearest } from '../organisation/units/structure.ts';
import { structureOn } from '../organisation/units/units.ts';
import type { Reach } from '../permissions/reach.ts';
import { reachesUnit } from '../permissions/reaches-unit.ts';
import { lastDayOf } from '../years/years.ts';
import { countedOutcomes, type CountedOutcomes } from './counts.ts';
import { DIMENSION_CHOICES } from './lists.ts';
import type { ImprovesWhen, VolumeKind } from './model.ts';
import { unitName } from './portfolio.ts';
import * as store from './store.ts';

/** How an indicator ended against a standard, and why; `why` null: it cannot be assessed. */
export interface ShownOutcome {
  readonly outcome: Outcome;
  readonly why: FigureJson | null;
}

/** An indicator in a year, in words; empty: nothing is written. */
export interface IndicatorYear {
  readonly year: number;
  readonly standard: string;
  readonly changedStandard: string;
  readonly value: string;
  readonly note: string;
  /** What counts: against the changed standard where there is one. */
  readonly counts: ShownOutcome;
  /** Against the standard of the beginning, where it was changed. */
  readonly againstFirst: ShownOutcome | null;
}

export interface ServicePage {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly area: string;
  readonly unit: string;
  readonly direction: string | null;
  readonly outcomes: CountedOutcomes;
  /** The years of which something is known, the earliest first. */
  readonly volumeYears: readonly number[];
  readonly volumes: readonly {
    readonly kind: VolumeKind;
    readonly name: string;
    /** Year by year, as `volumeYears`. */
    readonly values: readonly string[];
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly dimension: string;
    readonly measure: string | null;
    readonly better: ImprovesWhen;
    readonly current: IndicatorYear | null;
    /** The other years, the latest first. */
    readonly history: readonly IndicatorYear[];
  }[];
}

/** A service of the portfolio with all that is known of it; null if there is none within reach. */
export async function servicePage(
  db: Reader,
  id: string,
  year: number,
  regulation: Regulation,
  reach: Reach,
  locale: Locale,
): Promise<ServicePage | null> {
  const service = await store.service(db, id);
  if (!service || !reachesUnit(reach, service.unitId)) return null;
  const structure = await structureOn(db, lastDayOf(year));
  const direction = nearest(structure, service.unitId, 'direction');
  const results = Map.groupBy(await store.keptResults(db, [id]), ({ indicatorId }) => indicatorId);
  const volumes = await store.volumesOf(db, id);
  const volumeYears = [...new Set(volumes.map((volume) => volume.year))].sort((a, b) => a - b);
  const items = Map.groupBy(volumes, ({ kind, name }) => `${kind} ${name}`);
  return {
    ...{ id, number: service.number, name: service.name, area: service.area },
    unit: unitName(structure, service.unitId),
    direction: direction && unitName(structure, direction),
    outcomes: countedOutcomes(
      (await store.resultsOf(db, year)).filter((row) => row.service === id),
      regulation,
    ),
    volumeYears,
    volumes: [...items.values()].map((rows) => ({
      ...{ kind: rows[0]!.kind, name: rows[0]!.name },
      values: volumeYears.map((at) => words(rows.find((row) => row.year === at)?.value ?? null, locale)),
    })),
    indicators: (await store.indicatorsOf(db, [id])).map((indicator) => {
      const years = (results.get(indicator.id) ?? []).map((row) =>
        indicatorYear(row, indicator.better, regulation, locale),
      );
      return {
        ...{ id: indicator.id, name: indicator.name, measure: indicator.measure, better: indicator.better },
        dimension: DIMENSION_CHOICES.find(({ value }) => value === indicator.dimension)![locale],
        current: years.find((known) => known.year === year) ?? null,
        history: years.filter((known) => known.year !== year),
      };
    }),
  };
}

function indicatorYear(
  row: store.KeptResult,
  better: ImprovesWhen,
  regulation: Regulation,
  locale: Locale,
): IndicatorYear {
  const against = (changedStandard: string | null): ShownOutcome => {
    const ended = indicatorOutcome(measuredOf({ ...row, changedStandard, better }), regulation);
    return {
      outcome: ended.outcome,
      why: 'why' in ended ? figureJson(ended.why, regulation, locale) : null,
    };
  };
  return {
    year: row.year,
    standard: words(row.standard, locale),
    changedStandard: words(row.changedStandard, locale),
    value: words(row.value, locale),
    note: row.note ?? '',
    counts: against(row.changedStandard),
    againstFirst: row.changedStandard === null ? null : against(null),
  };
}

function words(decimal: string | null, locale: Locale): string {
  return decimal === null ? '' : decimalWords(decimal, locale);
}
