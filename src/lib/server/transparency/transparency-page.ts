import type { DirectionInput } from '#core/cycle/input.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { transparencyPenalty } from '#core/rules/penalties.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { today } from '../calendar/today.ts';
import { explainedRule, type ExplainedRule } from '../cycles/explained-figure.ts';
import type { Portal, Reader } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import type { FormRow } from '../lists/rows-form.ts';
import { saveRows, type RowsSaved } from '../lists/save-rows.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { structureOn } from '../organisation/units/units.ts';
import type { Subject } from '../permissions/permission.ts';
import { reachOf, type Reach } from '../permissions/reach.ts';
import { reachesUnit } from '../permissions/reaches-unit.ts';
import { lastDayOf } from '../years/years.ts';
import { transparencyList } from './lists.ts';
import { MEASURES } from './measures.ts';
import { monitoredOf } from './monitored.ts';

/** A measure in a direction; `reported` null: nothing is written of it. */
export interface ShownMeasure {
  readonly measure: string;
  readonly reported: boolean | null;
  readonly findings: number;
  readonly note: string;
  readonly shown: string;
}

export interface TransparencyDirection {
  readonly id: UnitId;
  readonly name: string;
  readonly mayChange: boolean;
  readonly measures: readonly ShownMeasure[];
  readonly reported: number;
  readonly findings: number;
  /** What it takes from the points of the direction. */
  readonly penalty: ExplainedRule;
}

export async function complianceAccess(db: Reader, subject: Subject) {
  const date = today();
  return {
    reads: await reachOf(db, subject, 'compliance.read', date),
    changes: await reachOf(db, subject, 'compliance.change', date),
  };
}

export type ComplianceAccess = Awaited<ReturnType<typeof complianceAccess>>;

/** The ten measures in each direction that somebody reads. */
export async function transparencyPage(
  db: Reader,
  year: number,
  regulation: Regulation,
  access: ComplianceAccess,
  locale: Locale,
): Promise<TransparencyDirection[]> {
  const byDirection = Map.groupBy(await transparencyList.source.all(db, year), ({ unitId }) => unitId!);
  return (await directionsOf(db, year, access.reads)).map(({ id, name }) => {
    const records = byDirection.get(id) ?? [];
    const transparency = monitoredOf(records);
    // The rule looks at nothing else of a direction.
    const input = { transparency } as unknown as DirectionInput;
    return {
      ...{ id, name },
      mayChange: reachesUnit(access.changes, id),
      measures: MEASURES.map(({ value }) => shownMeasure(value, records)),
      reported: records.filter(({ reported }) => reported === 'true').length,
      findings: transparency.findings,
      penalty: explainedRule('PEN-T', transparencyPenalty(input, regulation), regulation, locale),
    };
  });
}

/** Writes the measures of a direction within reach, all or none. */
export async function saveMeasures(
  portal: Portal,
  by: PersonId,
  year: number,
  access: ComplianceAccess,
  direction: UnitId,
  form: FormData,
  locale: Locale,
): Promise<RowsSaved> {
  const rows = reachesUnit(access.changes, direction)
    ? MEASURES.map((measure): FormRow => ({
        ...{ id: measure.value, label: measure[locale], key: { unitId: direction, measure: measure.value } },
        columns: ['reported', 'findings', 'note'],
      }))
    : [];
  return saveRows(portal, by, transparencyList, year, rows, form, locale);
}

function shownMeasure(measure: string, records: readonly Cells[]): ShownMeasure {
  const record = records.find((known) => known.measure === measure) ?? null;
  return {
    measure,
    reported: record === null ? null : record.reported === 'true',
    findings: Number(record?.findings ?? 0),
    note: record?.note ?? '',
    shown: JSON.stringify(record),
  };
}

async function directionsOf(db: Reader, year: number, reach: Reach | null) {
  const { units } = await structureOn(db, lastDayOf(year));
  return [...units.values()]
    .filter(({ kind, id }) => kind === 'direction' && reachesUnit(reach, id))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
}
