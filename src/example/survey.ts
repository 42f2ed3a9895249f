import { DIRECTIONS, type DirectionPlan } from './directions.ts';
import type { ExampleSurvey } from './example-document.ts';
import type { Random } from './random.ts';

/** The means of the eight questions over all responses, in hundredths (R §3.1, item 3). */
const QUESTION_MEANS = [338, 331, 339, 333, 337, 361, 356, 342];

/** The mean of those eight: R does not print it. */
const MEAN_OF_ALL = 342;

interface Response {
  readonly direction: string;
  readonly answers: number[];
}

/**
 * The anonymous survey. R gives the means of the questions and the participation; the responses are made up. A person
 * answers all eight questions in much the same mood, so each response has a level of its own around the direction's.
 * The order is shuffled: neither direction nor order tells who answered.
 */
export function survey(random: Random): ExampleSurvey {
  const drawn = DIRECTIONS.flatMap((direction) => responsesOf(direction, random));
  const responses = random.shuffled(drawn);
  QUESTION_MEANS.forEach((mean, question) => {
    settleQuestion(question, Math.round((mean * responses.length) / 100), responses);
  });
  return {
    invited: Object.fromEntries(DIRECTIONS.map(({ id, invited }) => [id, invited])),
    responses,
  };
}

/**
 * The moods come in pairs, as far above the direction's level as below: a small direction would otherwise stray far
 * from its plan.
 */
function responsesOf({ id, responses, surveyMean }: DirectionPlan, random: Random): Response[] {
  let mood = 0;
  return Array.from({ length: responses }, (_, at) => {
    mood = at % 2 === 0 ? random.bell(-240, 240) : -mood;
    return { direction: id, answers: answersAround(surveyMean + mood, random) };
  });
}

function answersAround(level: number, random: Random): number[] {
  return QUESTION_MEANS.map((mean) => {
    const inclination = level + (mean - MEAN_OF_ALL) + random.bell(-110, 110);
    return Math.min(Math.max(Math.round(inclination / 100), 1), 5);
  });
}

/** Brings the sum of one question to `sum`, by one answer at a time, the ones that stand out most from their response first. */
function settleQuestion(question: number, sum: number, responses: readonly Response[]): void {
  let missing = sum - responses.reduce((total, { answers }) => total + answers[question]!, 0);
  const step = Math.sign(missing);
  const bySurprise = [...responses].sort((a, b) => step * (standsOut(question, a) - standsOut(question, b)));
  for (const { answers } of bySurprise) {
    if (missing === 0) return;
    const moved = answers[question]! + step;
    if (moved < 1 || moved > 5) continue;
    answers[question] = moved;
    missing -= step;
  }
}

/** How far the answer lies above the other answers of the same response. */
function standsOut(question: number, { answers }: Response): number {
  return answers[question]! * answers.length - answers.reduce((total, answer) => total + answer, 0);
}
