import type { SurveyInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import { counted, product, quotient, under, type Figure } from '../explain/figure.ts';
import { compare, rational } from '../quantity/rational.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

/** The survey of one direction or of the whole entity, in sums only: no response is kept. */
export interface SurveyResult {
  readonly invited: number;
  readonly responses: number;
  /** Percent; null where nobody was invited. */
  readonly participation: Figure | null;
  /** `SUR-2`, a mean a question and one over all answers, not rounded; null below the threshold (`SUR-3`). */
  readonly means: { readonly questions: readonly Figure[]; readonly overall: Figure } | null;
}

export interface SurveyResults {
  readonly overall: SurveyResult;
  readonly directions: ReadonlyMap<string, SurveyResult>;
}

/** Adds up the survey by direction (R §3.1, item 3). Without a survey, every count is 0. */
export function surveyResults(
  survey: SurveyInput | undefined,
  directions: readonly { readonly id: string }[],
  regulation: Regulation,
  notices: Notices,
): SurveyResults {
  const questions = regulation.rules['SUR-1'].parameters.statements.value.length;
  const tallies = new Map(directions.map(({ id }) => [id, newTally(questions)]));
  const entity = newTally(questions);
  for (const { direction, answers } of survey?.responses ?? []) {
    const tally = tallies.get(direction)!;
    tally.responses += 1;
    for (let at = 0; at < questions; at++) tally.sums[at]! += wholeNumber(answers[at]!);
  }
  for (const [id, invited] of Object.entries(survey?.invited ?? {}))
    tallies.get(id)!.invited = wholeNumber(invited);
  for (const tally of tallies.values()) {
    entity.invited += tally.invited;
    entity.responses += tally.responses;
    tally.sums.forEach((sum, at) => (entity.sums[at]! += sum));
  }

  const threshold = parameter(regulation, 'SUR-3', 'threshold');
  const overall = result(entity, threshold);
  const byDirection = new Map([...tallies].map(([id, tally]) => [id, result(tally, threshold)]));
  if (overall.means === null) {
    notices.warn('no-survey', 'entity');
    notices.read('SUR-3');
  } else {
    for (const [id, { means }] of byDirection)
      if (means === null) {
        notices.warn('survey-below-threshold', id);
        notices.read('SUR-3');
      }
  }
  return { overall, directions: byDirection };
}

interface Tally {
  invited: number;
  responses: number;
  /** Per question, the sum of the answers. */
  readonly sums: number[];
}

function newTally(questions: number): Tally {
  return { invited: 0, responses: 0, sums: Array<number>(questions).fill(0) };
}

function result({ invited, responses, sums }: Tally, threshold: Figure): SurveyResult {
  const shown = compare(rational(responses), threshold.value) >= 0;
  return {
    invited,
    responses,
    participation: invited === 0 ? null : participation(responses, invited),
    means: shown
      ? {
          questions: sums.map((sum, at) => mean('questionMean', sum, responses, String(at + 1))),
          overall: mean(
            'surveyMean',
            sums.reduce((total, sum) => total + sum, 0),
            responses * sums.length,
          ),
        }
      : null,
  };
}

function participation(responses: number, invited: number): Figure {
  return product(
    'participation',
    'percent',
    counted('hundredPercent', 'count', 100),
    quotient(
      'respondents',
      'factor',
      counted('responses', 'count', responses),
      counted('invited', 'persons', invited),
    ),
  );
}

function mean(
  label: 'questionMean' | 'surveyMean',
  sum: number,
  answers: number,
  about: string | null = null,
): Figure {
  const dividend = counted('answerSum', 'points', sum);
  return {
    ...under('SUR-2', quotient(label, 'points', dividend, counted('answers', 'count', answers))),
    about,
  };
}
