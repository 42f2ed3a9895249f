/**
 * Somebody who has read everything that was published and can count. He knows how many people each direction has, the
 * rules, and the answers of one response, his own. What he says he knows is certain: it holds in every body that would have
 * been published like this, which he goes through by bounds and, where few answers are in question, one by one.
 */
import type {
  HiddenReason,
  PublishedQuestion,
  PublishedResult,
  PublishedSurvey,
} from '../../src/core/disclosure/published-survey.ts';
import type { SurveyCounts } from '../../src/core/disclosure/survey-counts.ts';

export interface Finding {
  /** `responses`, `mean`: of a hidden direction. `answers`: everybody else in the direction gave the same answer. */
  readonly what: 'responses' | 'mean' | 'answers';
  readonly direction: string;
  readonly question?: number;
  readonly answer?: number;
  /** Whose answer he knew, his own; nobody's if null. */
  readonly knowing?: { readonly direction: string; readonly answer: number } | null;
}

const LOWEST = 1;
/** Points are counted from the lowest answer: 0–4. */
const RANGE = 4;
const THRESHOLD = 5;
/** Answers that he goes through one by one before he gives up on a case. */
const PATIENCE = 4000;

interface Bounds {
  least: number;
  most: number;
}

/** A direction as he sees it; of a hidden one, bounds of the number of responses and nothing else. */
interface Seen {
  readonly id: string;
  readonly responses: Bounds;
  readonly result: PublishedResult | null;
  readonly reason: HiddenReason | null;
}

/**
 * What he finds out. `truth` only spares him cases in which he could not be right anyway: nobody can be certain of what is
 * not so.
 */
export function attack(published: PublishedSurvey, truth: SurveyCounts): Finding[] {
  const { entity } = published;
  if (entity.state !== 'shown') return [];
  const invited = new Map(truth.directions.map((direction) => [direction.id, direction.invited]));
  const seen = boundResponses(directionsSeen(published, invited), entity.responses);
  const points = boundPoints(seen, entity);
  if (points === null) throw new Error('no body at all would have been published like this');

  const findings: Finding[] = seen
    .filter(({ result, responses }) => result === null && responses.least === responses.most)
    .map(({ id }) => ({ what: 'responses', direction: id }));
  entity.questions.forEach((whole, question) => {
    const table = new Table(
      seen,
      whole,
      points.entity[question]!,
      points.directions.map((of) => of[question]!),
      question,
    );
    for (const direction of seen) {
      if (direction.result === null && table.meanIsCertain(direction))
        findings.push({ what: 'mean', direction: direction.id, question });
      const answers = truth.directions.find(({ id }) => id === direction.id)!.questions[question]!;
      const responses = sum(answers);
      for (let answer = 0; answer <= RANGE; answer++) {
        if (answers[answer] === 0 || answers[answer]! < responses - 1) continue;
        for (const knowing of [null, ...ownAnswers(truth, seen, question)]) {
          if (responses === 1 && knowing?.direction === direction.id) continue;
          if (
            answers[answer] === responses - 1 &&
            !(knowing?.direction === direction.id && knowing.answer !== answer)
          )
            continue;
          if (table.isCertain(direction, answer, knowing))
            findings.push({ what: 'answers', direction: direction.id, question, answer, knowing });
        }
      }
    }
  });
  return findings;
}

interface Known {
  readonly direction: string;
  readonly answer: number;
}

function ownAnswers(truth: SurveyCounts, seen: readonly Seen[], question: number): Known[] {
  return truth.directions
    .filter(({ id }) => seen.some((direction) => direction.id === id))
    .flatMap(({ id, questions }) =>
      questions[question]!.flatMap((count, answer) => (count > 0 ? [{ direction: id, answer }] : [])),
    );
}

function directionsSeen({ directions }: PublishedSurvey, invited: ReadonlyMap<string, number>): Seen[] {
  return directions.flatMap((direction): Seen[] => {
    const { id, state } = direction;
    const people = invited.get(id)!;
    if (state === 'shown') {
      const { responses } = direction;
      return [{ id, responses: { least: responses, most: responses }, result: direction, reason: null }];
    }
    if (state !== 'hidden') return [];
    const { reason } = direction;
    const responses =
      reason !== 'belowThreshold'
        ? { least: THRESHOLD, most: people }
        : people < THRESHOLD
          ? { least: 0, most: people }
          : { least: 1, most: THRESHOLD - 1 };
    return [{ id, responses, result: null, reason }];
  });
}

/** The numbers of responses add up to the entity's. */
function boundResponses(seen: readonly Seen[], all: number): Seen[] {
  const bounds = seen.map(({ responses }) => ({ ...responses }));
  addUp(bounds, { least: all, most: all });
  return seen.map((direction, at) => ({ ...direction, responses: bounds[at]! }));
}

/** Bounds of the points for each question; null if they contradict each other. */
function boundPoints(
  seen: readonly Seen[],
  entity: PublishedResult,
): { entity: Bounds[]; directions: Bounds[][] } | null {
  const whole = boundsOfResult(entity);
  const shown = seen.map(({ result, responses }) =>
    result === null
      ? { questions: entity.questions.map(() => ({ least: 0, most: RANGE * responses.most })), overall: null }
      : boundsOfResult(result),
  );
  const points = shown.map(({ questions }) => questions);
  const consistent = () => [...whole.questions, ...points.flat()].every(({ least, most }) => least <= most);
  for (let changed = true; changed && consistent();) {
    changed = addUp(whole.questions, whole.overall);
    for (const { questions, overall } of shown)
      if (overall !== null) changed = addUp(questions, overall) || changed;
    whole.questions.forEach((of, question) => {
      changed =
        addUp(
          points.map((direction) => direction[question]!),
          of,
        ) || changed;
    });
  }
  return consistent() ? { entity: whole.questions, directions: points } : null;
}

function boundsOfResult({ responses, questions, overall }: PublishedResult) {
  const given = responses * questions.length;
  return {
    questions: questions.map((question) => pointsOf(question, responses)),
    overall:
      overall.kind === 'exact'
        ? rounded(overall.hundredths, given)
        : {
            least: Math.ceil((overall.from * given) / 100) - LOWEST * given,
            most: Math.floor((overall.to * given) / 100) - LOWEST * given,
          },
  };
}

function pointsOf({ mean, distribution }: PublishedQuestion, responses: number): Bounds {
  if (distribution.kind === 'counts') {
    const points = pointsIn(distribution.counts);
    return { least: points, most: points };
  }
  if (mean.kind === 'withheld') return { least: 0, most: RANGE * responses };
  const bounds = rounded(mean.hundredths, responses);
  if (mean.kind === 'atLeast') bounds.most = RANGE * responses;
  if (mean.kind === 'atMost') bounds.least = 0;
  return bounds;
}

/** The points of so many answers whose mean rounds half-up to these hundredths. */
function rounded(hundredths: number, answers: number): Bounds {
  return {
    least: Math.ceil(((2 * hundredths - 1) * answers) / 200) - LOWEST * answers,
    most: Math.ceil(((2 * hundredths + 1) * answers) / 200) - 1 - LOWEST * answers,
  };
}

/** Narrows parts and their sum by each other; whether anything changed. */
function addUp(parts: readonly Bounds[], whole: Bounds): boolean {
  const least = sum(parts.map((part) => part.least));
  const most = sum(parts.map((part) => part.most));
  let changed = narrow(whole, least, most);
  for (const part of parts)
    changed = narrow(part, whole.least - (most - part.most), whole.most - (least - part.least)) || changed;
  return changed;
}

function narrow(bounds: Bounds, least: number, most: number): boolean {
  const changed = least > bounds.least || most < bounds.most;
  bounds.least = Math.max(bounds.least, least);
  bounds.most = Math.min(bounds.most, most);
  return changed;
}

/** A direction in the table of one question. */
interface Row {
  readonly id: string;
  readonly responses: Bounds;
  readonly points: Bounds;
  /** Hidden ones have no sum of their own. */
  readonly hidden: boolean;
}

/** One question: directions × answers, of which some rows and perhaps the sum of all are known. */
class Table {
  readonly all: Row[] = [];
  /** Rows whose distribution is not shown. */
  readonly rows: readonly Row[];
  readonly known: ReadonlyMap<string, readonly number[]>;
  /** The answers of {@link rows} together; null if the entity's distribution is not shown. */
  readonly remainder: readonly number[] | null;

  /** Of the entity. */
  readonly points: Bounds;

  constructor(
    seen: readonly Seen[],
    whole: PublishedQuestion,
    wholePoints: Bounds,
    points: readonly Bounds[],
    question: number,
  ) {
    this.points = wholePoints;
    const rows: Row[] = [];
    const known = new Map<string, readonly number[]>();
    seen.forEach(({ id, responses, result }, at) => {
      const distribution = result?.questions[question]!.distribution;
      const row = { id, responses, points: points[at]!, hidden: result === null };
      this.all.push(row);
      if (distribution?.kind === 'counts') known.set(id, distribution.counts);
      else rows.push(row);
    });
    this.rows = rows;
    this.known = known;
    this.remainder =
      whole.distribution.kind === 'counts'
        ? whole.distribution.counts.map(
            (count, answer) => count - sum([...known.values()].map((counts) => counts[answer]!)),
          )
        : null;
  }

  /** Whether all possible sums and numbers of responses of a hidden direction give the same mean, as it is rounded. */
  meanIsCertain({ id, responses }: Seen): boolean {
    const { points } = this.rows.find((row) => row.id === id)!;
    const means = new Set<number>();
    for (let count = Math.max(1, responses.least); count <= responses.most; count++) {
      const bounds = { least: points.least, most: Math.min(points.most, RANGE * count) };
      if (this.remainder !== null)
        narrow(bounds, lowestOf(this.remainder, count), highestOf(this.remainder, count));
      for (let at = bounds.least; at <= bounds.most && means.size < 2; at++)
        means.add(Math.round((100 * at) / count));
    }
    return means.size === 1;
  }

  /** Whether in every possible body all of the direction gave this answer, but perhaps himself. */
  isCertain({ id }: Seen, answer: number, knowing: Known | null): boolean {
    const counts = this.known.get(id);
    const own = knowing?.direction === id ? knowing.answer : null;
    if (counts !== undefined) return !deviates(counts, answer, own);
    const row = this.rows.find((one) => one.id === id)!;
    const knower = knowing && this.rows.find((one) => one.id === knowing.direction);
    // His own answer tells nothing new where the distribution of his direction is shown anyway.
    if (knowing !== null && knower === undefined) return false;
    if (this.remainder === null) return !this.couldDeviateBySums(row, answer, own, knowing);
    return !this.couldDeviate(row, answer, own, knower ?? null, knowing?.answer ?? null);
  }

  /** Where only sums are known: another sum, or another way to the same. */
  private couldDeviateBySums(
    { id, responses }: Row,
    answer: number,
    own: number | null,
    knowing: Known | null,
  ): boolean {
    const bounds = this.all.map(({ points }) => ({ ...points }));
    this.all.forEach((one, at) => {
      if (one.id === knowing?.direction)
        narrow(bounds[at]!, knowing.answer, RANGE * (one.responses.most - 1) + knowing.answer);
    });
    const whole = { ...this.points };
    while (addUp(bounds, whole)) continue;
    const points = bounds[this.all.findIndex((one) => one.id === id)]!;
    for (let count = Math.max(1, responses.least); count <= responses.most; count++) {
      const others = own === null ? count : count - 1;
      if (others === 0) continue;
      const least = Math.max(0, points.least - (own ?? 0));
      const most = Math.min(points.most - (own ?? 0), RANGE * others);
      for (let at = least; at <= most; at++) {
        if (at !== answer * others) return true;
        if (others > 1 && answer > 0 && answer < RANGE) return true;
      }
    }
    return false;
  }

  /** Where the answers of all the rows together are known: whether they can be dealt out such that somebody deviates. */
  private couldDeviate(
    row: Row,
    answer: number,
    own: number | null,
    knower: Row | null,
    knownAnswer: number | null,
  ): boolean {
    const remainder = this.remainder!;
    const otherAnswers = sum(remainder) - remainder[answer]!;
    const deviating = otherAnswers - (own !== null && own !== answer ? 1 : 0);
    if (deviating < 1) return false;
    const free = { least: 0, most: 0 };
    const first = [row];
    if (knower !== null && knower !== row) first.push(knower);
    const rest = this.rows.filter((one) => !first.includes(one) && !one.hidden);
    for (const one of this.rows)
      if (one.hidden && !first.includes(one)) {
        free.least += one.responses.least;
        free.most += one.responses.most;
      }
    rest.sort((a, b) => a.responses.most - b.responses.most);
    const order = [...first, ...rest];
    const patience = { left: PATIENCE };
    const deal = (at: number, left: readonly number[]): boolean => {
      const next = order[at];
      if (next === undefined) return sum(left) >= free.least && sum(left) <= free.most;
      for (const dealt of waysToDeal(next, left, at === 0 ? answer : null, patience)) {
        if (next === row && !deviates(dealt, answer, own)) continue;
        if (next === knower && knownAnswer !== null && dealt[knownAnswer] === 0) continue;
        if (
          deal(
            at + 1,
            left.map((count, of) => count - dealt[of]!),
          )
        )
          return true;
      }
      return patience.left <= 0;
    };
    return deal(0, remainder);
  }
}

/** Whether somebody other than himself gave another answer. */
function deviates(counts: readonly number[], answer: number, own: number | null): boolean {
  if (own !== null && counts[own] === 0) return false;
  const others = sum(counts) - counts[answer]!;
  return (own !== null && own !== answer ? others - 1 : others) > 0;
}

/** The ways to take a row out of what is left; first those with many of the answer that is asked about. */
function* waysToDeal(
  { responses, points, hidden }: Row,
  left: readonly number[],
  answer: number | null,
  patience: { left: number },
): Generator<readonly number[]> {
  const order = [0, 1, 2, 3, 4].sort((a, b) => Number(b === answer) - Number(a === answer));
  const most = Math.min(responses.most, sum(left));
  for (let count = Math.max(1, responses.least); count <= most; count++)
    yield* take([0, 0, 0, 0, 0], 0, count);
  if (responses.least === 0) yield [0, 0, 0, 0, 0];

  function* take(taken: number[], at: number, missing: number): Generator<readonly number[]> {
    if (patience.left-- <= 0) return;
    if (at === order.length) {
      const got = pointsIn(taken);
      if (missing === 0 && (hidden || (got >= points.least && got <= points.most))) yield [...taken];
      return;
    }
    const which = order[at]!;
    for (let count = Math.min(left[which]!, missing); count >= 0; count--) {
      taken[which] = count;
      yield* take(taken, at + 1, missing - count);
    }
    taken[which] = 0;
  }
}

function lowestOf(answers: readonly number[], count: number): number {
  let missing = count;
  return answers.reduce((points, available, answer) => {
    const taken = Math.min(available, missing);
    missing -= taken;
    return points + taken * answer;
  }, 0);
}

function highestOf(answers: readonly number[], count: number): number {
  const mirrored = [...answers].reverse();
  return RANGE * count - lowestOf(mirrored, count);
}

function pointsIn(counts: readonly number[]): number {
  return counts.reduce((points, count, answer) => points + count * answer, 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
