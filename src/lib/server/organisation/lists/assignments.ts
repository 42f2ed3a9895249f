import { includes, overlap } from '#core/calendar/period.ts';
import type { Reader } from '../../database/database.ts';
import { date, person, reference, whole } from '../../lists/column.ts';
import { keyText, type Cells, type ListDefinition } from '../../lists/definition.ts';
import type { RecordFault } from '../../lists/fault.ts';
import { tableList } from '../../lists/table-list.ts';
import * as store from '../assignments/store.ts';
import type { Assignment } from '../model.ts';
import { assignment } from '../schema.ts';
import { existenceFault, type Histories } from '../units/placement.ts';
import * as unitStore from '../units/store.ts';
import { asCellFault } from './organisation-fault.ts';

const WHOLE = 100;

const KEY = { key: ['personId', 'unitId', 'validFrom'] } as const;

const columns = [
  person(),
  reference('unitId', 'Unità', 'Unit', 'unit'),
  whole('share', 'Quota di lavoro %', 'Share of working time %', 1, WHOLE),
  date('validFrom', 'Dal', 'From'),
  date('validTo', 'Al', 'To', { required: false }),
];

export const assignmentsList: ListDefinition = {
  ...KEY,
  id: 'assignments',
  title: { it: 'Assegnazioni', en: 'Assignments' },
  lead: {
    it: 'Dove lavora ogni persona, da quando a quando e per quale quota del tempo.',
    en: 'Where each person works, from when until when and for what share of the time.',
  },
  group: 'organisation',
  yearly: false,
  place: ['personId'],
  columns,
  source: tableList({ table: assignment, columns, ...KEY, place: ['personId'], inYear: null }),
  check,
};

async function check(db: Reader, _year: number, changed: readonly Cells[]): Promise<RecordFault[]> {
  const histories = await unitStore.histories(db);
  const touched = new Set(changed.map(({ personId }) => personId));
  const all = (await store.find(db, {})).filter(({ person }) => touched.has(person));
  const ofPerson = Map.groupBy(all, ({ person }) => person as string);
  return changed.flatMap((record): RecordFault[] => {
    const own = ofPerson.get(record.personId!)!;
    const here = own.find(({ unit, from }) => unit === record.unitId && from === record.validFrom)!;
    const found = faultOf(histories, here, own);
    return found ? [{ key: keyText(KEY, record), ...found }] : [];
  });
}

function faultOf(
  histories: Histories,
  here: Assignment,
  own: readonly Assignment[],
): Omit<RecordFault, 'key'> | null {
  if (here.to !== null && here.to < here.from)
    return { column: 'validTo', fault: { code: 'endBeforeStart' } };
  const nowhere = existenceFault(histories, here.unit, here);
  if (nowhere) return { column: 'unitId', fault: asCellFault(nowhere) };
  const beside = own.filter((other) => overlap(other, here));
  // The sum of the shares can only grow on a day on which an assignment begins.
  for (const from of beside.map((other) => other.from).filter((date) => date >= here.from)) {
    const total = beside.reduce((sum, other) => sum + (includes(other, from) ? other.share : 0), 0);
    if (total > WHOLE)
      return { column: 'share', fault: asCellFault({ code: 'sharesOverWhole', from, total }) };
  }
  return null;
}
