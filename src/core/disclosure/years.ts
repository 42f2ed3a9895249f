import type { Limits } from './limits.ts';
import type {
  PublishedDirection,
  PublishedQuestion,
  PublishedResult,
  PublishedSurvey,
} from './published-survey.ts';
import { above, codedReach, meanStateOf, wholeQuotient } from './question-mean.ts';
import { total, type Answers } from './survey-counts.ts';

/** Persons between the two reference dates; null where nobody knows. */
export type Moved = { readonly joined: number; readonly left: number } | null;

/** What was published of the last campaign with the same questions. */
export interface LastYear {
  readonly published: PublishedSurvey;
  /** By direction; one that is missing counts as unknown. */
  readonly moved: Readonly<Record<string, Moved>>;
}

/** What is known of the answers of a group in one year. */
export interface YearFigures {
  readonly responses: number;
  readonly questions: readonly QuestionFigures[];
}

interface QuestionFigures {
  /** Bounds of the points above the lowest answer. */
  readonly least: number;
  readonly most: number;
  readonly distribution: Answers | null;
}

/**
 * Whether, if those who stayed had answered as last year, what is published of the two years is explained by the responses
 * of those who came or went, `fewest` of them or more but less than the threshold. Then the difference of the years is a
 * publication of those few (`SUR-3`, `SUR-4`).
 */
export function explainedByFew(
  now: YearFigures,
  last: YearFigures,
  moved: Moved,
  { threshold, lowest, highest }: Limits,
  fewest: 0 | 1,
): boolean {
  for (let few: number = fewest; few < threshold; few++)
    for (let joined = 0; joined <= few; joined++) {
      const left = few - joined;
      if (moved !== null && (joined > moved.joined || left > moved.left)) continue;
      if (now.responses - last.responses !== joined - left) continue;
      const range = highest - lowest;
      if (now.questions.every((figures, at) => explained(figures, last.questions[at], joined, left, range)))
        return true;
    }
  return false;
}

function explained(
  now: QuestionFigures,
  last: QuestionFigures | undefined,
  joined: number,
  left: number,
  range: number,
): boolean {
  if (last === undefined) return true;
  if (now.distribution !== null && last.distribution !== null) {
    const before = last.distribution;
    return total(now.distribution.map((count, answer) => Math.max(0, count - before[answer]!))) <= joined;
  }
  return now.most - last.least >= -left * range && now.least - last.most <= joined * range;
}

/** This year's figures of a group, as far as they would be published. */
export function figuresOf(
  { responses, questions }: { readonly responses: number; readonly questions: readonly Answers[] },
  limits: Limits,
): YearFigures {
  return {
    responses,
    questions: questions.map((answers) => {
      const points = above(answers);
      const most = (limits.highest - limits.lowest) * responses;
      const reach = codedReach(responses, limits);
      const state = meanStateOf(answers, limits);
      return {
        least: { exact: points, atLeast: most - reach, atMost: 0, withheld: 0 }[state],
        most: { exact: points, atLeast: most, atMost: reach, withheld: most }[state],
        distribution: state === 'exact' && responses >= limits.distributionFrom ? answers : null,
      };
    }),
  };
}

/**
 * Last year's figures of these directions together: from their own, or from the entity's less those of all the others.
 * Null if they do not follow.
 */
export function lastFiguresOf(
  ids: ReadonlySet<string>,
  { entity, directions }: PublishedSurvey,
  limits: Limits,
): YearFigures | null {
  const own = sumOf(
    directions.filter(({ id }) => ids.has(id)),
    limits,
  );
  if (own !== null) return own;
  const others = sumOf(
    directions.filter(({ id }) => !ids.has(id)),
    limits,
  );
  if (entity.state !== 'shown') return null;
  return others === null ? null : less(publishedFigures(entity, limits), others);
}

/** The figures that were published of the entity; null if none were. */
export function lastFiguresOfEntity({ entity }: PublishedSurvey, limits: Limits): YearFigures | null {
  return entity.state === 'shown' ? publishedFigures(entity, limits) : null;
}

function sumOf(directions: readonly PublishedDirection[], limits: Limits): YearFigures | null {
  let sum: YearFigures | null = null;
  for (const direction of directions) {
    if (direction.state === 'hidden') return null;
    if (direction.state !== 'shown') continue;
    const figures = publishedFigures(direction, limits);
    sum = sum === null ? figures : plus(sum, figures);
  }
  return sum;
}

function plus(a: YearFigures, b: YearFigures): YearFigures {
  return combine(a, b, 1, (x, y) => ({ least: x.least + y.least, most: x.most + y.most }));
}

function less(a: YearFigures, b: YearFigures): YearFigures {
  return combine(a, b, -1, (x, y) => ({ least: x.least - y.most, most: x.most - y.least }));
}

function combine(
  a: YearFigures,
  b: YearFigures,
  sign: 1 | -1,
  bounds: (x: QuestionFigures, y: QuestionFigures) => { least: number; most: number },
): YearFigures {
  return {
    responses: a.responses + sign * b.responses,
    questions: a.questions.map((x, at) => {
      const y = b.questions[at]!;
      const distribution =
        x.distribution === null || y.distribution === null
          ? null
          : x.distribution.map((count, answer) => count + sign * y.distribution![answer]!);
      return { ...bounds(x, y), distribution };
    }),
  };
}

function publishedFigures({ responses, questions }: PublishedResult, limits: Limits): YearFigures {
  return {
    responses,
    questions: questions.map((question) => ({
      ...publishedBounds(question, responses, limits),
      distribution: question.distribution.kind === 'counts' ? question.distribution.counts : null,
    })),
  };
}

/** The points above the lowest answer whose mean rounds to what was published, or lies within its bound. */
function publishedBounds({ mean }: PublishedQuestion, responses: number, { lowest, highest }: Limits) {
  const ends = { least: 0, most: (highest - lowest) * responses };
  if (mean.kind === 'withheld') return ends;
  const from = -wholeQuotient(-(2 * mean.hundredths - 1) * responses, 200) - lowest * responses;
  const below = -wholeQuotient(-(2 * mean.hundredths + 1) * responses, 200) - lowest * responses;
  return {
    least: mean.kind === 'atMost' ? ends.least : from,
    most: mean.kind === 'atLeast' ? ends.most : below - 1,
  };
}
