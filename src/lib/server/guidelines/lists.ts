import { decimal, direction, lines, person } from '../lists/column.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { outsideLimits } from '../lists/limits.ts';
import { notOfDirections } from '../lists/of-directions.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import type { Reader } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { regulationOfOpen } from '../years/years.ts';
import { remitOfYear } from './remit.ts';
import { guideline, managerialAward } from './schema.ts';

const GUIDELINE = { key: ['unitId', 'personId'] } as const;

/** The four factors of `SET-A`, R §3.1, item 2 A, in its order. */
export const FACTORS = ['objectives', 'participation', 'interaction', 'innovation'] as const;

const points = (key: string, it: string, en: string) => decimal(key, it, en, ['0', '100'], { decimals: 2 });

export const guidelinesList = tableDefinition({
  ...GUIDELINE,
  id: 'guidelines',
  title: { it: 'Attuazione degli indirizzi', en: 'Implementation of the guidelines' },
  lead: {
    it: 'Che cosa dicono Sindaco e Assessori di ogni direzione della propria delega, per quattro fattori (SET-A).',
    en: 'What the mayor and the councillors say of each direction of their remit, by four factors (SET-A).',
  },
  group: 'direction',
  yearly: true,
  table: guideline,
  place: ['unitId', 'personId'],
  columns: [
    direction(),
    person(),
    points('objectives', 'Attuazione degli obiettivi', 'Implementation of objectives'),
    points('participation', 'Partecipazione attiva', 'Active participation'),
    points('interaction', 'Interazione tra settori', 'Interaction between sectors'),
    points('innovation', 'Modalità innovative', 'Innovative ways'),
    lines('note', 'Note', 'Notes'),
  ],
  check: async (db, year, changed) => {
    const { factorMaximum } = (await regulationOfOpen(db, year)).rules['SET-A'].parameters;
    return [
      ...changed.flatMap((record) =>
        outsideLimits(GUIDELINE, record, FACTORS, '0', factorMaximum.value.written),
      ),
      ...(await notOfDirections(db, year, GUIDELINE, changed)),
      ...(await outsideRemit(db, year, changed)),
    ];
  },
});

async function outsideRemit(db: Reader, year: number, changed: readonly Cells[]): Promise<RecordFault[]> {
  const remits = new Map<string, ReadonlySet<string>>();
  for (const giver of new Set(changed.map(({ personId }) => personId ?? '')))
    remits.set(giver, new Set(await remitOfYear(db, giver as PersonId, year)));
  return changed
    .filter(({ personId, unitId }) => !remits.get(personId ?? '')!.has(unitId ?? ''))
    .map((record) => ({
      key: keyText(GUIDELINE, record),
      column: 'personId',
      fault: {
        code: 'domain',
        it: `Nel ${year} questa persona non aveva la delega per la direzione. Controlla le deleghe.`,
        en: `In ${year} this person did not hold the remit for the direction. Look at the remits.`,
      },
    }));
}

const AWARD = { key: ['unitId'] } as const;

export const managerialAwardsList = tableDefinition({
  ...AWARD,
  id: 'managerialAwards',
  title: { it: 'Comportamento manageriale', en: 'Managerial behaviour' },
  lead: {
    it: 'I punti del Nucleo e del Segretario Generale a chi dirige (MAN-1, MAN-2, MAN-3).',
    en: 'The points of the Nucleo and the Segretario Generale for who directs (MAN-1, MAN-2, MAN-3).',
  },
  group: 'direction',
  yearly: true,
  table: managerialAward,
  place: ['unitId'],
  columns: [
    direction(),
    points('planning', 'Programmazione', 'Planning'),
    points('timeliness', 'Rispetto di fasi e tempi', 'Respect of phases and times'),
    points('eqObjectives', 'Obiettivi assegnati alle EQ', 'Objectives assigned to the EQ'),
    lines('reason', 'Motivazione', 'Reason'),
  ],
  check: async (db, year, changed) => {
    const { rules } = await regulationOfOpen(db, year);
    const most = {
      planning: rules['MAN-1'].parameters.maximum.value.written,
      timeliness: rules['MAN-2'].parameters.maximum.value.written,
      eqObjectives: rules['MAN-3'].parameters.maximum.value.written,
    };
    return [
      ...changed.flatMap((record) =>
        Object.entries(most).flatMap(([column, maximum]) =>
          outsideLimits(AWARD, record, [column], '0', maximum),
        ),
      ),
      ...(await notOfDirections(db, year, AWARD, changed)),
    ];
  },
});
