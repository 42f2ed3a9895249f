import type { Period } from '#core/calendar/period.ts';
import type { Reader } from '../../database/database.ts';
import { date, person, reference } from '../../lists/column.ts';
import { keyText, type Cells, type ListDefinition } from '../../lists/definition.ts';
import type { RecordFault } from '../../lists/fault.ts';
import { tableList } from '../../lists/table-list.ts';
import type { UnitId } from '../model.ts';
import { remit } from '../schema.ts';
import { existenceFault, type Histories } from '../units/placement.ts';
import * as unitStore from '../units/store.ts';
import { asCellFault } from './organisation-fault.ts';

const KEY = { key: ['personId', 'unitId', 'validFrom'] } as const;

const columns = [
  person(),
  reference('unitId', 'Direzione', 'Direction', 'unit'),
  date('validFrom', 'Dal', 'From'),
  date('validTo', 'Al', 'To', { required: false }),
];

export const remitsList: ListDefinition = {
  ...KEY,
  id: 'remits',
  title: { it: 'Deleghe', en: 'Remits' },
  lead: {
    it: 'Di quali direzioni rispondono Sindaco e Assessori.',
    en: 'For which directions the mayor and the councillors answer.',
  },
  group: 'organisation',
  yearly: false,
  place: ['personId'],
  columns,
  source: tableList({ table: remit, columns, ...KEY, place: ['personId'], inYear: null }),
  check,
};

async function check(db: Reader, _year: number, changed: readonly Cells[]): Promise<RecordFault[]> {
  const histories = await unitStore.histories(db);
  return changed.flatMap((record): RecordFault[] => {
    const found = faultOf(histories, record);
    return found ? [{ key: keyText(KEY, record), ...found }] : [];
  });
}

function faultOf(histories: Histories, record: Cells): Omit<RecordFault, 'key'> | null {
  const period = { from: record.validFrom, to: record.validTo ?? null } as Period;
  if (period.to !== null && period.to < period.from)
    return { column: 'validTo', fault: { code: 'endBeforeStart' } };
  const nowhere = existenceFault(histories, record.unitId as UnitId, period);
  if (nowhere) return { column: 'unitId', fault: asCellFault(nowhere) };
  return histories.get(record.unitId as UnitId)!.kind === 'direction'
    ? null
    : { column: 'unitId', fault: asCellFault({ code: 'remitOutsideDirections' }) };
}
