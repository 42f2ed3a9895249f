import { limitsOf } from '#core/disclosure/limits.ts';
import type { Reader } from '../database/database.ts';
import { direction, whole } from '../lists/column.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { notOfDirections } from '../lists/of-directions.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { regulationOfOpen } from '../years/years.ts';
import { surveyElsewhere } from './schema.ts';

const KEY = { key: ['unitId', 'statement'] } as const;

/** How many gave each answer, from 1 to 5. */
export const ANSWER_COLUMNS = ['one', 'two', 'three', 'four', 'five'] as const;

export const surveyElsewhereList = tableDefinition({
  ...KEY,
  id: 'surveyElsewhere',
  title: { it: 'Sondaggio svolto altrove', en: 'Survey held elsewhere' },
  lead: {
    it: 'Se quest’anno il sondaggio non si è svolto in Accordo: quante risposte di ogni punteggio ha avuto ogni affermazione in ogni direzione. Solo conteggi: mai una singola risposta.',
    en: 'If this year’s survey was not held in Accordo: how many answers of each score each statement had in each direction. Counts only: never a single response.',
  },
  group: 'direction',
  yearly: true,
  table: surveyElsewhere,
  place: ['unitId'],
  columns: [
    direction(),
    whole('statement', 'Affermazione', 'Statement', 1, 100),
    whole('invited', 'Invitati nella direzione', 'Invited in the direction', 0, 1_000_000),
    whole('one', 'Risposte 1', 'Answers 1', 0, 1_000_000),
    whole('two', 'Risposte 2', 'Answers 2', 0, 1_000_000),
    whole('three', 'Risposte 3', 'Answers 3', 0, 1_000_000),
    whole('four', 'Risposte 4', 'Answers 4', 0, 1_000_000),
    whole('five', 'Risposte 5', 'Answers 5', 0, 1_000_000),
  ],
  check,
});

async function check(db: Reader, year: number, changed: readonly Cells[]): Promise<RecordFault[]> {
  const regulation = await regulationOfOpen(db, year);
  const { statements } = regulation.rules['SUR-1'].parameters;
  const { threshold } = limitsOf(regulation);
  const directions = new Set(changed.map(({ unitId }) => unitId));
  const all = (await surveyElsewhereList.source.all(db, year)).filter(({ unitId }) => directions.has(unitId));
  const faults = await notOfDirections(db, year, KEY, changed);
  for (const records of Map.groupBy(all, ({ unitId }) => unitId).values()) {
    const given = answersGiven(records[0]!);
    // Of a handful of responses the counts tell what single people answered.
    if (given > 0 && given < threshold)
      faults.push({ key: keyText(KEY, records[0]!), column: null, fault: tooFew(threshold) });
    for (const record of records) {
      const key = keyText(KEY, record);
      if (Number(record.statement) > statements.value.length)
        faults.push({
          key,
          column: 'statement',
          fault: { code: 'tooLarge', most: String(statements.value.length) },
        });
      if (answersGiven(record) !== given || record.invited !== records[0]!.invited)
        faults.push({ key, column: null, fault: ALL_EIGHT });
      if (answersGiven(record) > Number(record.invited))
        faults.push({ key, column: 'invited', fault: MORE_THAN_INVITED });
    }
    if (records.length < statements.value.length)
      faults.push({ key: keyText(KEY, records[0]!), column: 'statement', fault: ALL_EIGHT });
  }
  return faults;
}

const answersGiven = (record: Cells) =>
  ANSWER_COLUMNS.reduce((sum, column) => sum + Number(record[column]), 0);

const tooFew = (threshold: number) =>
  ({
    code: 'domain',
    it: `Con meno di ${threshold} risposte i conteggi direbbero che cosa ha risposto una persona (SUR-3): scrivi 0 risposte per questa direzione. Prende la media dell’ente.`,
    en: `With fewer than ${threshold} responses the counts would tell what a person answered (SUR-3): write 0 answers for this direction. It takes the entity’s mean.`,
  }) as const;

const ALL_EIGHT = {
  code: 'domain',
  it: 'Una risposta vale su tutte le affermazioni (SUR-1): ogni affermazione della direzione deve esserci, con lo stesso numero di risposte e di invitati.',
  en: 'A response holds all statements (SUR-1): each statement of the direction must be there, with as many answers and invited as the others.',
} as const;

const MORE_THAN_INVITED = {
  code: 'domain',
  it: 'Ci sono più risposte che invitati. Correggi uno dei due numeri.',
  en: 'There are more responses than people invited. Correct one of the two numbers.',
} as const;
