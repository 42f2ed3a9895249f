import { overlap } from '#core/calendar/period.ts';
import type { Reader } from '../../database/database.ts';
import { choice, date, person, reference, yesNo } from '../../lists/column.ts';
import { keyText, type Cells, type ListDefinition } from '../../lists/definition.ts';
import type { RecordFault } from '../../lists/fault.ts';
import { tableList } from '../../lists/table-list.ts';
import * as store from '../appointments/store.ts';
import type { Appointment } from '../model.ts';
import { appointment } from '../schema.ts';
import { headingFault, type Histories } from '../units/placement.ts';
import * as unitStore from '../units/store.ts';
import { asCellFault } from './organisation-fault.ts';

const KEY = { key: ['personId', 'unitId', 'kind', 'validFrom'] } as const;

const columns = [
  person(),
  reference('unitId', 'Unità', 'Unit', 'unit'),
  choice('kind', 'Incarico', 'Appointment', [
    { value: 'eq', it: 'Elevata Qualificazione', en: 'Elevata Qualificazione' },
    { value: 'executive', it: 'Dirigente', en: 'Executive' },
    { value: 'secretaryGeneral', it: 'Segretario Generale', en: 'Segretario Generale' },
  ]),
  yesNo('interim', 'Ad interim', 'Interim'),
  date('validFrom', 'Dal', 'From'),
  date('validTo', 'Al', 'To', { required: false }),
];

export const appointmentsList: ListDefinition = {
  ...KEY,
  id: 'appointments',
  title: { it: 'Incarichi', en: 'Appointments' },
  lead: {
    it: 'A chi sono affidati direzioni e servizi, anche ad interim.',
    en: 'To whom directions and services are entrusted, also in somebody’s place.',
  },
  group: 'organisation',
  yearly: false,
  place: ['personId'],
  columns,
  source: tableList({ table: appointment, columns, ...KEY, place: ['personId'], inYear: null }),
  check,
};

async function check(db: Reader, _year: number, changed: readonly Cells[]): Promise<RecordFault[]> {
  const histories = await unitStore.histories(db);
  const ofUnit = Map.groupBy(await store.find(db, {}), ({ unit }) => unit as string);
  return changed.flatMap((record): RecordFault[] => {
    const there = ofUnit.get(record.unitId!) ?? [];
    const here = there.find(
      ({ person, kind, from }) =>
        person === record.personId && kind === record.kind && from === record.validFrom,
    )!;
    const found = faultOf(histories, here, there);
    return found ? [{ key: keyText(KEY, record), ...found }] : [];
  });
}

function faultOf(
  histories: Histories,
  here: Appointment,
  there: readonly Appointment[],
): Omit<RecordFault, 'key'> | null {
  if (here.to !== null && here.to < here.from)
    return { column: 'validTo', fault: { code: 'endBeforeStart' } };
  const wrong = headingFault(histories, here.unit, here.kind, here);
  if (wrong) return { column: 'unitId', fault: asCellFault(wrong) };
  // An executive and the Segretario Generale may both be appointed to the latter's unit.
  const other = there.find(
    (held) =>
      held !== here && held.kind === here.kind && held.interim === here.interim && overlap(held, here),
  );
  if (!other) return null;
  const period = { from: other.from, to: other.to };
  return { column: 'unitId', fault: asCellFault({ code: 'alreadyHeld', by: other.person, period }) };
}
