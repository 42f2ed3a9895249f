import type { PublishedDirection, PublishedEntity } from '../disclosure/published-survey.ts';
import type { Bilingual } from '../explain/language.ts';
import type { Unit } from '../explain/operation.ts';
import { rational, type Rational } from '../quantity/rational.ts';
import type { Facts, FigureDefinition } from './facts.ts';
import { percentOf } from './statistics.ts';

/** What is declared of the survey, of the entity or of a direction (R §3.1, item 3), as far as it is published. */
export const SURVEY_FIGURES = {
  'survey.invited': {
    ...figure({ it: 'Invitati al sondaggio', en: 'People invited to the survey' }, 'persons', 0),
    compute: (facts, subject) => countsOf(facts, subject)?.invited ?? null,
  },
  'survey.responses': {
    ...figure({ it: 'Risposte al sondaggio', en: 'Responses to the survey' }, 'count', 0),
    compute: (facts, subject) => countsOf(facts, subject)?.responses ?? null,
  },
  'survey.participation': {
    ...figure({ it: 'Partecipazione al sondaggio', en: 'Participation in the survey' }, 'percent', null),
    compute: (facts, subject) => {
      const counts = countsOf(facts, subject);
      return counts && percentOf(counts.responses, counts.invited);
    },
  },
  'survey.questionMean': {
    ...figure({ it: 'Sondaggio, media della domanda', en: 'Survey, mean of the question' }, 'points', null),
    subject: 'question',
    compute: questionMean,
  },
  'survey.mean': {
    ...figure({ it: 'Sondaggio, media delle risposte', en: 'Survey, mean of the answers' }, 'points', null),
    compute: (facts, subject) => {
      const group = groupOf(facts, subject);
      if (group?.state !== 'shown' || group.overall.kind !== 'exact') return null;
      return rational(group.overall.hundredths, 100);
    },
  },
} as const satisfies Readonly<Record<string, FigureDefinition>>;

function figure(title: Bilingual, unit: Unit, decimals: number | null) {
  return { title, unit, decimals, subject: 'directionOrNone', settledBy: 'technicalStructure' } as const;
}

type Group = PublishedEntity | PublishedDirection;

function groupOf({ survey }: Facts, direction: string | null): Group | null {
  if (survey === null) return null;
  return direction === null ? survey.entity : (survey.directions.find(({ id }) => id === direction) ?? null);
}

/** How many were invited and responded; null where that is hidden. */
function countsOf(facts: Facts, direction: string | null): { invited: Rational; responses: Rational } | null {
  const group = groupOf(facts, direction);
  if (group === null) return null;
  if ('responses' in group) return { invited: rational(group.invited), responses: rational(group.responses) };
  if (group.state === 'hidden') return null;
  return { invited: rational(group.state === 'noAnswers' ? group.invited : 0), responses: rational(0) };
}

/** The published mean, in hundredths: neither a bound nor what is withheld can be compared. */
function questionMean(facts: Facts, subject: string | null): Rational | null {
  const [, direction = null, number = ''] = /^(?:(.+):)?([0-9]+)$/.exec(subject ?? '') ?? [];
  const group = groupOf(facts, direction);
  if (group?.state !== 'shown') return null;
  const mean = group.questions[Number(number) - 1]?.mean;
  return mean?.kind === 'exact' ? rational(mean.hundredths, 100) : null;
}
