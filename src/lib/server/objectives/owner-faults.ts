import type { Reader } from '../database/database.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { regulationOfOpen } from '../years/years.ts';
import type { ObjectiveLevel } from './model.ts';
import { owned, standings } from './store.ts';

const KEY = { key: ['objectiveId', 'personId'] } as const;

/** What is wrong with who has which objective: at most as many as the regulation allows (`EQ-2A`, `EMP-1`, `EMP-2`). */
export async function ownerFaults(
  db: Reader,
  year: number,
  changed: readonly Cells[],
): Promise<RecordFault[]> {
  const { rules } = await regulationOfOpen(db, year);
  const most: Partial<Record<ObjectiveLevel, number>> = {
    eq: Number(rules['EQ-2A'].parameters.objectives.value.written),
    individual: Number(rules['EMP-1'].parameters.objectives.value.written),
    group: Number(rules['EMP-2'].parameters.objectives.value.written),
  };
  const objectives = await standings(
    db,
    changed.flatMap(({ objectiveId }) => objectiveId ?? []),
  );
  const all = await owned(db, year);
  const ofPerson = Map.groupBy(all, ({ person }) => person as string);
  const ofObjective = Map.groupBy(all, ({ objective }) => objective as string);
  return changed.flatMap((record): RecordFault[] => {
    const key = keyText(KEY, record);
    const standing = objectives.get(record.objectiveId ?? '');
    const limit = standing && most[standing.level];
    if (standing?.year !== year || limit === undefined)
      return [{ key, column: 'objectiveId', fault: NOT_OF_PEOPLE }];
    const faults: RecordFault[] = [];
    const own = ofPerson.get(record.personId ?? '')!.filter(({ level }) => level === standing.level);
    if (own.length > limit) faults.push({ key, column: 'personId', fault: tooMany(limit) });
    if (standing.level !== 'group' && ofObjective.get(standing.id)!.length > 1)
      faults.push({ key, column: 'objectiveId', fault: ONE_OWNER });
    return faults;
  });
}

const NOT_OF_PEOPLE = {
  code: 'domain',
  it: 'Si assegnano gli obiettivi di EQ, individuali e di gruppo di quest’anno; gli altri sono della direzione.',
  en: 'Objectives of EQ holders, of persons and of groups of this year are assigned; the others are the direction’s.',
} as const;

const ONE_OWNER = {
  code: 'domain',
  it: 'Questo obiettivo è già di un’altra persona: solo quelli di gruppo sono di più persone.',
  en: 'This objective is somebody else’s already: only those of a group are of several people.',
} as const;

const tooMany = (most: number) =>
  ({
    code: 'domain',
    it: `La persona avrebbe più di ${most} obiettivi di questo tipo.`,
    en: `The person would have more than ${most} objectives of this kind.`,
  }) as const;
