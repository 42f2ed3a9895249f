import type { Reader } from '../database/database.ts';
import { decimal, person } from '../lists/column.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { outsideLimits } from '../lists/limits.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { eqHoldersOn } from '../organisation/appointments/holders.ts';
import { lastDayOf, regulationOfOpen } from '../years/years.ts';
import { behaviours } from './schema.ts';

const KEY = { key: ['personId'] } as const;

/** In the order of the sheet. */
export const DEGREES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;

const ORDINALS_IT = ['Primo', 'Secondo', 'Terzo', 'Quarto', 'Quinto', 'Sesto'];
const ORDINALS_EN = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

export const behavioursList = tableDefinition({
  ...KEY,
  id: 'behaviours',
  title: { it: 'Comportamenti', en: 'Behaviours' },
  lead: {
    it: 'I comportamenti valutati: sei per gli incaricati di EQ (EQ-3), quattro per gli altri dipendenti (EMP-3).',
    en: 'The behaviours as evaluated: six of EQ holders (EQ-3), four of the other employees (EMP-3).',
  },
  group: 'staff',
  yearly: true,
  table: behaviours,
  place: ['personId'],
  columns: [
    person(),
    ...DEGREES.map((key, at) =>
      decimal(key, `${ORDINALS_IT[at]!} comportamento`, `${ORDINALS_EN[at]!} behaviour`, ['0', '100'], {
        decimals: 2,
        required: at < 4,
      }),
    ),
  ],
  check,
});

async function check(db: Reader, year: number, changed: readonly Cells[]): Promise<RecordFault[]> {
  const { rules } = await regulationOfOpen(db, year);
  const holders = await eqHoldersOn(db, lastDayOf(year));
  const eq = rules['EQ-3'].parameters;
  const employee = rules['EMP-3'].parameters;
  return changed.flatMap((record) => {
    const isEq = holders.has(record.personId ?? '');
    const count = Number((isEq ? eq : employee).behaviours.value.written);
    const [least, most] = isEq
      ? [eq.behaviourMinimum.value.written, eq.behaviourMaximum.value.written]
      : ['0', employee.behaviourMaximum.value.written];
    const key = keyText(KEY, record);
    return [
      ...DEGREES.flatMap((column, at): RecordFault[] => {
        if (at < count && record[column] == null) return [{ key, column, fault: { code: 'missing' } }];
        if (at >= count && record[column] != null) return [{ key, column, fault: tooMany(count) }];
        return [];
      }),
      ...outsideLimits(KEY, record, DEGREES.slice(0, count), least, most),
    ];
  });
}

const tooMany = (count: number) =>
  ({
    code: 'domain',
    it: `La scheda di questa persona ha ${count} comportamenti: lascia vuoti gli altri.`,
    en: `This person’s sheet has ${count} behaviours: leave the others empty.`,
  }) as const;
