import { compareCodePoints } from '../quantity/code-point-order.ts';
import type { Regulation } from '../regulation/schema.ts';
import { limitsOf } from './limits.ts';

/** How many gave each answer to a question, from the lowest answer to the highest. */
export type Answers = readonly number[];

export interface DirectionCounts {
  readonly id: string;
  readonly invited: number;
  readonly responses: number;
  /** One for each question; each adds up to `responses`. */
  readonly questions: readonly Answers[];
}

/** A closed survey, in counts: who gave two answers together is already forgotten. */
export interface SurveyCounts {
  /** In code-point order of their ids. */
  readonly directions: readonly DirectionCounts[];
}

/**
 * Counts the responses of a closed survey. Throws a RangeError if a response belongs to no direction, is not complete,
 * or holds an answer off the scale, or if a direction has more responses than people invited: all this was checked
 * when the vote came in.
 */
export function countSurvey(
  directions: readonly { readonly id: string; readonly invited: number }[],
  responses: Iterable<{ readonly direction: string; readonly answers: readonly number[] }>,
  regulation: Regulation,
): SurveyCounts {
  const { lowest, highest, questions } = limitsOf(regulation);
  const counts = new Map(
    directions.map(({ id, invited }) => [
      id,
      {
        id,
        invited,
        responses: 0,
        questions: Array.from({ length: questions }, () => noAnswers(highest - lowest + 1)),
      },
    ]),
  );
  for (const { direction, answers } of responses) {
    const count = counts.get(direction);
    if (count === undefined) throw new RangeError('a response of no direction');
    if (answers.length !== questions) throw new RangeError('a response is not complete');
    count.responses += 1;
    answers.forEach((answer, question) => {
      const given = count.questions[question]!;
      if (given[answer - lowest] === undefined) throw new RangeError('an answer off the scale');
      given[answer - lowest]! += 1;
    });
  }
  const all = [...counts.values()];
  if (all.some(({ responses, invited }) => responses > invited))
    throw new RangeError('more responses than people invited');
  return { directions: all.sort((a, b) => compareCodePoints(a.id, b.id)) };
}

/** The directions as one group. */
export function pooled(directions: readonly DirectionCounts[], questions: number, answers: number) {
  const sum = Array.from({ length: questions }, () => noAnswers(answers));
  for (const direction of directions)
    direction.questions.forEach((given, question) => {
      given.forEach((count, answer) => (sum[question]![answer]! += count));
    });
  return {
    invited: total(directions.map(({ invited }) => invited)),
    responses: total(directions.map(({ responses }) => responses)),
    questions: sum,
  };
}

export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function noAnswers(length: number): number[] {
  return Array<number>(length).fill(0);
}
