/** Bodies with a survey to publish, and what a careless publication of them would be. */
import { hundredths } from '../../src/core/disclosure/question-mean.ts';
import type { PublishedResult, PublishedSurvey } from '../../src/core/disclosure/published-survey.ts';
import {
  countSurvey,
  pooled,
  type DirectionCounts,
  type SurveyCounts,
} from '../../src/core/disclosure/survey-counts.ts';
import { CREMONA_2025 } from '../../src/core/regulation/catalogue.ts';

/** Eight answers each. */
export type Responses = readonly (readonly number[])[];

export interface Body {
  readonly invited: Readonly<Record<string, number>>;
  readonly responses: Readonly<Record<string, Responses>>;
}

export function countsOf({ invited, responses }: Body, regulation = CREMONA_2025): SurveyCounts {
  return countSurvey(
    Object.entries(invited).map(([id, people]) => ({ id, invited: people })),
    Object.entries(responses).flatMap(([direction, given]) =>
      given.map((answers) => ({ direction, answers })),
    ),
    regulation,
  );
}

export type AlikeAnswers = readonly [invited: number, answers: readonly number[]];

/** Directions `d01`, `d02`, … in which everybody who responded gave the same answer to all eight questions. */
export function bodyOf(...directions: readonly AlikeAnswers[]): Body {
  const ids = directions.map((_, at) => `d${String(at + 1).padStart(2, '0')}`);
  return {
    invited: Object.fromEntries(directions.map(([invited], at) => [ids[at]!, invited])),
    responses: Object.fromEntries(
      directions.map(([, answers], at) => [ids[at]!, answers.map((answer) => Array<number>(8).fill(answer))]),
    ),
  };
}

/** Everything is shown, of everybody. */
export function everythingShown({ directions }: SurveyCounts): PublishedSurvey {
  return naive(directions, 1, 1);
}

/** What is below the threshold is hidden, and nothing else is done. */
export function onlyTheSmallHidden({ directions }: SurveyCounts): PublishedSurvey {
  return naive(directions, 5, 10);
}

function naive(
  directions: readonly DirectionCounts[],
  from: number,
  distributionFrom: number,
): PublishedSurvey {
  return {
    entity: { state: 'shown', ...exactly(pooled(directions, 8, 5), distributionFrom) },
    directions: directions.map((direction) => {
      const { id, responses, invited } = direction;
      if (invited === 0) return { id, state: 'nobodyInvited' };
      if (responses === 0) return { id, state: 'noAnswers', invited };
      if (responses < from) return { id, state: 'hidden', reason: 'belowThreshold' };
      return { id, state: 'shown', ...exactly(direction, distributionFrom) };
    }),
  };
}

function exactly(
  { invited, responses, questions }: Omit<DirectionCounts, 'id'>,
  distributionFrom: number,
): PublishedResult {
  const sums = questions.map((given) => given.reduce((sum, count, at) => sum + count * (at + 1), 0));
  const exact = (sum: number, count: number) =>
    ({ kind: 'exact', hundredths: hundredths(sum, count) }) as const;
  return {
    invited,
    responses,
    participation: hundredths(100 * responses, invited),
    questions: questions.map((counts, at) => ({
      mean: exact(sums[at]!, responses),
      distribution:
        responses < distributionFrom
          ? { kind: 'withheld', reason: 'fewResponses' }
          : { kind: 'counts', counts },
    })),
    overall: exact(
      sums.reduce((total, sum) => total + sum, 0),
      responses * questions.length,
    ),
  };
}
