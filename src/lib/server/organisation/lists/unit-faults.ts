import { overlap, type Period } from '#core/calendar/period.ts';
import type { Reader } from '../../database/database.ts';
import { keyText, type Cells } from '../../lists/definition.ts';
import type { CellFault, RecordFault } from '../../lists/fault.ts';
import * as appointmentStore from '../appointments/store.ts';
import * as assignmentStore from '../assignments/store.ts';
import type { UnitHistory, UnitId } from '../model.ts';
import * as remitStore from '../remits/store.ts';
import { existenceFault, headingFault, placementFault, type Histories } from '../units/placement.ts';
import * as unitStore from '../units/store.ts';
import { asCellFault } from './organisation-fault.ts';

const KEY = { key: ['unitId', 'validFrom'] } as const;

/** What is wrong with the units as they stand: with themselves, with what stands in them, with who is in them. */
export async function unitFaults(
  db: Reader,
  _year: number,
  changed: readonly Cells[],
  removed: readonly Cells[],
): Promise<RecordFault[]> {
  const histories = await unitStore.histories(db);
  const faults = changed.flatMap((record) => {
    const unit = histories.get(record.unitId as UnitId)!;
    const fault = versionFault(unit, record) ?? placement(histories, unit);
    const kindOdd = unit.kind !== record.kind;
    return [
      ...(fault ? [{ key: keyText(KEY, record), ...fault }] : []),
      ...(kindOdd ? [{ key: keyText(KEY, record), column: 'kind', fault: TWO_KINDS }] : []),
    ];
  });
  if (faults.length > 0) return faults;
  return insideFaults(db, histories, [...changed, ...removed]);
}

type Found = Omit<RecordFault, 'key'> | null;

function versionFault(unit: UnitHistory, { validFrom, validTo }: Cells): Found {
  if (validTo != null && validTo < validFrom!)
    return { column: 'validTo', fault: { code: 'endBeforeStart' } };
  const period = { from: validFrom, to: validTo ?? null } as Period;
  const others = unit.versions.filter((version) => version.from !== validFrom);
  return others.some((version) => overlap(version, period))
    ? { column: 'validFrom', fault: { code: 'overlaps' } }
    : null;
}

function placement(histories: Histories, unit: UnitHistory): Found {
  const fault = placementFault(histories, unit);
  return fault && { column: 'parentId', fault: asCellFault(fault) };
}

/** Units and people that would no longer have a place, told of the record that takes it from them. */
async function insideFaults(
  db: Reader,
  histories: Histories,
  touched: readonly Cells[],
): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  const ids = new Set(touched.map(({ unitId }) => unitId as UnitId));
  const recordOf = (id: UnitId) => touched.find(({ unitId }) => unitId === id)!;
  for (const unit of histories.values()) {
    const parent = unit.versions
      .map(({ parent }) => parent)
      .find((parent) => parent !== null && ids.has(parent));
    const fault = parent == null ? null : placementFault(histories, unit);
    if (fault) faults.push({ key: keyText(KEY, recordOf(parent!)), column: null, fault: asCellFault(fault) });
  }
  const which = { units: [...ids] };
  const working = [...(await assignmentStore.find(db, which)), ...(await remitStore.find(db, which))];
  for (const { unit, from, to } of working) {
    const fault = existenceFault(histories, unit, { from, to });
    if (fault) faults.push({ key: keyText(KEY, recordOf(unit)), column: null, fault: PEOPLE_INSIDE });
  }
  for (const { unit, kind, from, to } of await appointmentStore.find(db, which)) {
    const fault = headingFault(histories, unit, kind, { from, to });
    if (fault) faults.push({ key: keyText(KEY, recordOf(unit)), column: null, fault: PEOPLE_INSIDE });
  }
  return faults;
}

const TWO_KINDS: CellFault = {
  code: 'domain',
  it: 'Le righe di questo codice hanno tipi diversi: un’unità resta dello stesso tipo.',
  en: 'The rows of this code have different kinds: a unit stays of one kind.',
};

const PEOPLE_INSIDE: CellFault = {
  code: 'domain',
  it: 'In giorni in cui l’unità non ci sarebbe più ci sono persone assegnate, incaricate o con delega. Spostale prima.',
  en: 'On days on which the unit would no longer be there, people are assigned, appointed or answer for it. Move them first.',
};
