import type { Reader } from '../database/database.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { standings } from './store.ts';

const KEY = { key: ['id'] } as const;

/** What is wrong with indicators of objectives. */
export async function indicatorFaults(
  db: Reader,
  year: number,
  changed: readonly Cells[],
): Promise<RecordFault[]> {
  const objectives = await standings(
    db,
    changed.flatMap(({ objectiveId }) => objectiveId ?? []),
  );
  return changed.flatMap((record): RecordFault[] => {
    const key = keyText(KEY, record);
    if (objectives.get(record.objectiveId ?? '')?.year !== year)
      return [{ key, column: 'objectiveId', fault: OTHER_YEAR }];
    if (record.better !== 'yesNo') return [];
    return (['target', 'measured'] as const).flatMap((column) =>
      record[column] == null || record[column] === '0' || record[column] === '1'
        ? []
        : [{ key, column, fault: ONE_OR_ZERO }],
    );
  });
}

const OTHER_YEAR = {
  code: 'domain',
  it: 'L’obiettivo non è tra quelli di quest’anno.',
  en: 'The objective is not among those of this year.',
} as const;

const ONE_OR_ZERO = {
  code: 'domain',
  it: 'Di un indicatore sì o no si scrive 1 per sì e 0 per no.',
  en: 'Of a yes-or-no indicator write 1 for yes and 0 for no.',
} as const;
