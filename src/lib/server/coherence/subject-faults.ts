import type { SubjectKind } from '#core/coherence/facts.ts';
import { FIGURE_KINDS, type FigureKind } from '#core/coherence/figure-kinds.ts';
import type { Reader } from '../database/database.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { silosList } from '../objectives/lists.ts';
import { notDirections } from '../organisation/units/direction-faults.ts';
import { projectsList } from '../premiums/lists.ts';
import { lastDayOf, regulationOfOpen } from '../years/years.ts';

const KEY = { key: ['figure', 'subject', 'source'] } as const;

/** Which declared figures are about nothing that there is: they would be compared with nothing, and never be missed. */
export async function subjectFaults(
  db: Reader,
  year: number,
  changed: readonly Cells[],
): Promise<RecordFault[]> {
  const ids = async (list: typeof silosList) =>
    new Set((await list.source.all(db, year)).map(({ id }) => id));
  const silos = await ids(silosList);
  const projects = await ids(projectsList);
  const subjects = changed.map(({ subject }) => (subject ?? '').split(':')[0]!);
  const noDirection = await notDirections(db, subjects, lastDayOf(year));
  const { statements } = (await regulationOfOpen(db, year)).rules['SUR-1'].parameters;
  const isQuestion = (text: string) => /^[1-9]\d?$/.test(text) && Number(text) <= statements.value.length;

  function isKnown(kind: SubjectKind, subject: string | null): boolean {
    switch (kind) {
      case 'none':
        return subject === null;
      case 'project':
        return subject !== null && projects.has(subject);
      case 'silo':
        return subject !== null && silos.has(subject);
      case 'direction':
        return subject !== null && !noDirection.has(subject);
      case 'directionOrNone':
        return subject === null || !noDirection.has(subject);
      case 'question': {
        if (subject === null) return false;
        const [first = '', second] = subject.split(':');
        return second === undefined ? isQuestion(first) : !noDirection.has(first) && isQuestion(second);
      }
    }
  }

  return changed
    .filter(({ figure, subject }) => !isKnown(FIGURE_KINDS[figure as FigureKind].subject, subject ?? null))
    .map((record) => ({
      key: keyText(KEY, record),
      column: 'subject',
      fault: { code: 'domain', ...WORDS[FIGURE_KINDS[record.figure as FigureKind].subject] },
    }));
}

const WORDS: Readonly<Record<SubjectKind, { it: string; en: string }>> = {
  none: { it: 'Riguarda tutto l’ente: lascia vuoto.', en: 'It is about the whole entity: leave it empty.' },
  project: { it: 'Scrivi il codice di un progetto.', en: 'Write the code of a project.' },
  silo: { it: 'Scrivi il codice di un silo.', en: 'Write the code of a silo.' },
  direction: { it: 'Scrivi il codice di una direzione.', en: 'Write the code of a direction.' },
  directionOrNone: {
    it: 'Scrivi il codice di una direzione, o lascia vuoto per tutto l’ente.',
    en: 'Write the code of a direction, or leave it empty for the whole entity.',
  },
  question: {
    it: 'Scrivi il numero dell’affermazione, o direzione e numero come d01:3.',
    en: 'Write the number of the statement, or direction and number such as d01:3.',
  },
};
