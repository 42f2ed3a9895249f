/**
 * An attacker who knows the rule of publication itself, and how many responded in every direction, hidden or not: he
 * publishes every body that there could be, and keeps those that would have looked like the one he has read. What is the same in
 * all of them he knows. Nobody can know more; but there are too many bodies unless they are few and answer one question with
 * two or three answers, so that is what he is set on.
 */
import type { PublishedSurvey } from '../../src/core/disclosure/published-survey.ts';
import type { SurveyCounts } from '../../src/core/disclosure/survey-counts.ts';
import { CREMONA_2025 } from '../../src/core/regulation/catalogue.ts';
import type { Regulation } from '../../src/core/regulation/schema.ts';

export interface Certainty {
  /** `mean`: of a hidden direction. `answers`: everybody else in the direction gave this answer. */
  readonly what: 'mean' | 'answers';
  readonly direction: number;
  /** In one of the bodies: the answers of all the directions. */
  readonly body: readonly (readonly number[])[];
  readonly knowing: { readonly direction: number; readonly answer: number } | null;
}

/** A survey of one question with so many answers. */
function regulationWith(answers: number): Regulation {
  const survey = CREMONA_2025.rules['SUR-1'];
  const { scale, statements } = survey.parameters;
  return {
    ...CREMONA_2025,
    rules: {
      ...CREMONA_2025.rules,
      'SUR-1': {
        ...survey,
        parameters: {
          ...survey.parameters,
          scale: { ...scale, value: scale.value.slice(0, answers) },
          statements: { ...statements, value: statements.value.slice(0, 1) },
        },
      },
    },
  };
}

/**
 * What can be known for certain of any of the bodies whose directions have so many responses, if they are published by
 * `publication`; nobody stays silent.
 */
export function certainties(
  responses: readonly number[],
  answers: number,
  publication: (survey: SurveyCounts, regulation: Regulation) => PublishedSurvey,
): Certainty[] {
  const regulation = regulationWith(answers);
  const looks = new Map<string, Look>();
  for (const body of everyBody(responses, answers)) {
    const published = publication(surveyOf(body), regulation);
    const text = JSON.stringify(published);
    const hidden = published.directions.map(({ state }) => state === 'hidden');
    const look = looks.get(text) ?? { hidden, bodies: [] };
    look.bodies.push(body);
    looks.set(text, look);
  }
  return [...looks.values()].flatMap((look) => certaintiesOf(look, responses, answers));
}

type Body = readonly (readonly number[])[];

/** Bodies that are published alike, and which of their directions are hidden. */
interface Look {
  readonly hidden: readonly boolean[];
  readonly bodies: Body[];
}

function certaintiesOf({ hidden, bodies }: Look, responses: readonly number[], answers: number): Certainty[] {
  const found: Certainty[] = [];
  const own = responses.flatMap((_, direction) =>
    Array.from({ length: answers }, (_, answer) => ({ direction, answer })),
  );
  for (const knowing of [null, ...own]) {
    const possible = bodies.filter(
      (body) => knowing === null || body[knowing.direction]![knowing.answer]! > 0,
    );
    const [body] = possible;
    if (body === undefined) continue;
    responses.forEach((count, direction) => {
      const others = (of: Body) =>
        of[direction]!.map(
          (given, answer) => given - (knowing?.direction === direction && knowing.answer === answer ? 1 : 0),
        );
      if (count - (knowing?.direction === direction ? 1 : 0) === 0) return;
      const unanimous = new Set(possible.map((of) => whatAllGave(others(of))));
      if (unanimous.size === 1 && !unanimous.has(null))
        found.push({ what: 'answers', direction, body, knowing });
      const sums = new Set(
        possible.map((of) => others(of).reduce((sum, given, answer) => sum + given * answer, 0)),
      );
      if (hidden[direction] === true && sums.size === 1)
        found.push({ what: 'mean', direction, body, knowing });
    });
  }
  return found;
}

/** Null if they did not agree. */
function whatAllGave(given: readonly number[]): number | null {
  const which = given.flatMap((count, answer) => (count > 0 ? [answer] : []));
  return which.length === 1 ? which[0]! : null;
}

function surveyOf(body: Body): SurveyCounts {
  return {
    directions: body.map((given, at) => {
      const responses = given.reduce((sum, count) => sum + count, 0);
      return { id: `d${String(at + 1)}`, invited: responses, responses, questions: [given] };
    }),
  };
}

function* everyBody(responses: readonly number[], answers: number): Generator<Body> {
  const [first, ...others] = responses;
  if (first === undefined) {
    yield [];
    return;
  }
  const rest = [...everyBody(others, answers)];
  for (const given of everyWay(first, answers)) for (const body of rest) yield [given, ...body];
}

/** Every way in which so many people can answer. */
function* everyWay(people: number, answers: number): Generator<number[]> {
  if (answers === 1) {
    yield [people];
    return;
  }
  for (let first = 0; first <= people; first++)
    for (const rest of everyWay(people - first, answers - 1)) yield [first, ...rest];
}
