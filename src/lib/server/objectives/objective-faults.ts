import type { Reader } from '../database/database.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { CellFault, RecordFault } from '../lists/fault.ts';
import { notDirections } from '../organisation/units/direction-faults.ts';
import type { UnitId } from '../organisation/model.ts';
import { lastDayOf } from '../years/years.ts';
import { OBJECTIVE_LEVELS, type ObjectiveLevel } from './model.ts';
import { standings, unitKinds } from './store.ts';

const KEY = { key: ['id'] } as const;

/** What is wrong with objectives as they stand in the chain. */
export async function objectiveFaults(
  db: Reader,
  year: number,
  changed: readonly Cells[],
  removed: readonly Cells[],
): Promise<RecordFault[]> {
  const ids = (column: string) => changed.flatMap((record) => record[column] ?? []);
  const parents = await standings(db, ids('parentId'));
  const units = [...new Set(ids('unitId'))] as UnitId[];
  const kinds = await unitKinds(db, units);
  const noDirection = await notDirections(db, units, lastDayOf(year));
  const gone = new Set(removed.map(({ id }) => id));
  return changed.flatMap((record) => {
    const key = keyText(KEY, record);
    const level = record.level as ObjectiveLevel;
    const faults: [column: string, fault: CellFault][] = [];
    const parent = record.parentId == null ? null : parents.get(record.parentId);
    if (record.parentId != null && (parent?.year !== year || gone.has(parent.id)))
      faults.push(['parentId', said(PARENT_ELSEWHERE)]);
    else if (parent && OBJECTIVE_LEVELS.indexOf(parent.level) >= OBJECTIVE_LEVELS.indexOf(level))
      faults.push(['parentId', said(PARENT_BELOW)]);
    if (level === 'executive') {
      if (record.kind == null) faults.push(['kind', { code: 'missing' }]);
      if (record.unitId == null) faults.push(['unitId', { code: 'missing' }]);
      else if (noDirection.has(record.unitId)) faults.push(['unitId', said(NO_DIRECTION)]);
    } else if (record.kind != null) faults.push(['kind', said(KIND_ELSEWHERE)]);
    if (level === 'eq' && record.unitId != null && kinds.get(record.unitId as UnitId) === 'area')
      faults.push(['unitId', said(NO_SERVICE)]);
    return faults.map(([column, fault]) => ({ key, column, fault }));
  });
}

type Said = readonly [it: string, en: string];

const said = ([it, en]: Said): CellFault => ({ code: 'domain', it, en });

const PARENT_ELSEWHERE: Said = [
  'L’obiettivo a cui serve non è tra quelli di quest’anno.',
  'The objective it serves is not among those of this year.',
];
const PARENT_BELOW: Said = [
  'L’obiettivo a cui serve deve stare a un livello più alto: strategico, poi operativo, poi esecutivo.',
  'The objective it serves must stand at a higher level: strategic, then operational, then executive.',
];
const NO_DIRECTION: Said = [
  'Un obiettivo esecutivo è di una direzione che c’è a fine anno.',
  'An executive objective is of a direction that is there at the end of the year.',
];
const NO_SERVICE: Said = [
  'Un obiettivo di EQ è di un servizio o di ciò che una EQ dirige.',
  'An EQ objective is of a service or of what an EQ holder leads.',
];
const KIND_ELSEWHERE: Said = [
  'Principale o derivato è solo l’obiettivo di una direzione: lascia vuoto.',
  'Only a direction’s objective is principal or derived: leave it empty.',
];
