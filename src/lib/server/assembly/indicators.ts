import { countOutcomes, type Outcome } from '#core/rules/indicator-outcome.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import type { Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import { nearest, withAllInside, type Structure } from '../organisation/units/structure.ts';
import { measuredOf } from '../services/measured.ts';
import { resultsOf, type ResultRow } from '../services/store.ts';

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** How the service indicators of a year ended, of a direction or of what an EQ leads (`SET-C`, `EQ-2B`). */
export interface CountedIndicators {
  readonly ofDirection: (direction: UnitId) => OutcomeCounts;
  readonly ofUnit: (unit: UnitId) => OutcomeCounts;
}

export async function countedIndicators(
  db: Reader,
  year: number,
  structure: Structure,
  regulation: Regulation,
): Promise<CountedIndicators> {
  const results = await resultsOf(db, year);
  const byDirection = Map.groupBy(results, ({ unit }) => nearest(structure, unit, 'direction'));
  const byUnit = Map.groupBy(results, ({ unit }) => unit);
  const counted = (rows: readonly ResultRow[]) => countOutcomes(rows.map(measuredOf), regulation);
  return {
    ofDirection: (direction) => counted(byDirection.get(direction) ?? []),
    ofUnit: (unit) => counted(withAllInside(structure, unit).flatMap((inside) => byUnit.get(inside) ?? [])),
  };
}
