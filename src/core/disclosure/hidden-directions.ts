import { compareCodePoints } from '../quantity/code-point-order.ts';
import type { Limits } from './limits.ts';
import type { HiddenReason } from './published-survey.ts';
import { pooled, total, type DirectionCounts, type SurveyCounts } from './survey-counts.ts';
import {
  explainedByFew,
  figuresOf,
  lastFiguresOf,
  lastFiguresOfEntity,
  type LastYear,
  type Moved,
  type YearFigures,
} from './years.ts';

/** Which directions are hidden and why, and whether the entity is. */
export interface Hiding {
  readonly directions: ReadonlyMap<string, HiddenReason>;
  readonly entity: HiddenReason | null;
}

/**
 * Hides what must be hidden, and then, one after the other, what it would follow from, until the hidden directions together
 * keep their secrets. Those with the fewest people invited go first: that is known to everybody, so the choice
 * tells nothing; the fewest responses would (docs/disclosure.md).
 */
export function hidingOf(survey: SurveyCounts, limits: Limits, last: LastYear | null): Hiding {
  const { threshold } = limits;
  const all = survey.directions.filter(({ invited }) => invited > 0);
  const reasons = new Map<string, HiddenReason>();
  for (const direction of all)
    if (belowThreshold(direction, limits)) reasons.set(direction.id, 'belowThreshold');
    else if (direction.responses > 0 && tooSimilar([direction], limits, last))
      reasons.set(direction.id, 'tooSimilarToLastYear');

  const candidates = all
    .filter(({ id, responses }) => responses >= threshold && !reasons.has(id))
    .sort((a, b) => Number(tight(a, limits)) - Number(tight(b, limits)) || bySize(a, b));
  if (entityTooSimilar(survey, limits, last))
    return { directions: withComplementary(reasons, candidates), entity: 'tooSimilarToLastYear' };
  const entity = total(all.map(({ responses }) => responses)) < threshold ? 'belowThreshold' : null;
  if (entity !== null) return { directions: reasons, entity };

  let second: ReadonlyMap<string, HiddenReason> | null = null;
  for (let more = 0; more <= candidates.length; more++) {
    const hiding = withComplementary(reasons, candidates.slice(0, more));
    const hidden = all.filter(({ id }) => hiding.has(id));
    if (!amongOthers(hidden, limits) || tooSimilar(withHiddenLast(hidden, survey, last), limits, last))
      continue;
    if (countsProtected(hidden, hiding, limits)) return { directions: hiding, entity };
    second ??= hiding;
  }
  // Where nearly everybody responded, no hiding keeps the counts; where there are too few others, columnOf withholds the
  // entity's figures.
  return { directions: second ?? withComplementary(reasons, candidates), entity };
}

/** The order in which directions give up figures for others. */
export function bySize(a: DirectionCounts, b: DirectionCounts): number {
  return a.invited - b.invited || compareCodePoints(a.id, b.id);
}

function withComplementary(reasons: ReadonlyMap<string, HiddenReason>, more: readonly DirectionCounts[]) {
  return new Map([...reasons, ...more.map(({ id }) => [id, 'complementary'] as const)]);
}

/** A direction with fewer people is hidden whether anybody responded or not, so that it does not tell that. */
function belowThreshold({ invited, responses }: DirectionCounts, { threshold }: Limits): boolean {
  return invited < threshold || (responses > 0 && responses < threshold);
}

/** Hidden for others, its own number of responses would nearly follow from the reason. */
function tight({ invited }: DirectionCounts, { threshold }: Limits): boolean {
  return invited < threshold + 2;
}

/**
 * Whether there are enough responses among which those of a hidden direction can hide: figures of all the hidden
 * together follow from the entity's less those shown. Which answers they are is looked at question by question.
 */
function amongOthers(hidden: readonly DirectionCounts[], { threshold, knownAnswers }: Limits): boolean {
  const responses = total(hidden.map((direction) => direction.responses));
  if (hidden.length === 0) return true;
  return (
    hidden.length > 1 &&
    responses >= threshold &&
    hidden.every((direction) => responses - direction.responses > knownAnswers)
  );
}

/**
 * Whether the number of responses of no hidden direction follows from their sum. Three possibilities are wanted where
 * two would do: when one more direction had to be hidden, that alone tells that there were fewer.
 */
function countsProtected(
  hidden: readonly DirectionCounts[],
  reasons: ReadonlyMap<string, HiddenReason>,
  limits: Limits,
): boolean {
  const sum = total(hidden.map(({ responses }) => responses));
  const ranges = hidden.map((direction) => possibleResponses(direction, reasons.get(direction.id)!, limits));
  const least = total(ranges.map(({ from }) => from));
  const most = total(ranges.map(({ to }) => to));
  return ranges.every(({ from, to }) => {
    const possible = Math.min(to, sum - (least - from)) - Math.max(from, sum - (most - to)) + 1;
    return possible >= Math.min(3, to - from + 1);
  });
}

/** What the reason tells of the number of responses, to somebody who knows how many people a direction has. */
function possibleResponses({ invited }: DirectionCounts, reason: HiddenReason, { threshold }: Limits) {
  if (reason !== 'belowThreshold') return { from: threshold, to: invited };
  return invited < threshold ? { from: 0, to: invited } : { from: 1, to: threshold - 1 };
}

function tooSimilar(directions: readonly DirectionCounts[], limits: Limits, last: LastYear | null): boolean {
  if (last === null) return false;
  const ids = new Set(directions.map(({ id }) => id));
  const before = lastFiguresOf(ids, last.published, limits);
  return before !== null && similar(directions, before, limits, last);
}

/** Figures of several together that follow from the entity's can be compared only with those who were hidden last year. */
function withHiddenLast(
  hidden: readonly DirectionCounts[],
  survey: SurveyCounts,
  last: LastYear | null,
): DirectionCounts[] {
  const then = new Set(
    last?.published.directions.filter(({ state }) => state === 'hidden').map(({ id }) => id),
  );
  return survey.directions.filter((direction) => hidden.includes(direction) || then.has(direction.id));
}

/**
 * Whether the difference of the two years of the entity is explained by few, and that of no direction speaks against it.
 * Then everything is hidden, because the directions add up to the entity.
 */
function entityTooSimilar({ directions }: SurveyCounts, limits: Limits, last: LastYear | null): boolean {
  const before = last && lastFiguresOfEntity(last.published, limits);
  if (last === null || before === null || !similar(directions, before, limits, last)) return false;
  return directions.every((direction) => {
    const own = lastFiguresOf(new Set([direction.id]), last.published, limits);
    const moved = last.moved[direction.id] ?? null;
    return own === null || explainedByFew(figuresOf(direction, limits), own, moved, limits, 0);
  });
}

function similar(
  directions: readonly DirectionCounts[],
  before: YearFigures,
  limits: Limits,
  last: LastYear,
): boolean {
  const now = figuresOf(together(directions, limits), limits);
  return explainedByFew(now, before, movedTogether(directions, last), limits, 1);
}

function movedTogether(directions: readonly DirectionCounts[], last: LastYear): Moved {
  const sum = { joined: 0, left: 0 };
  for (const { id } of directions) {
    const moved = last.moved[id] ?? null;
    if (moved === null) return null;
    sum.joined += moved.joined;
    sum.left += moved.left;
  }
  return sum;
}

function together(directions: readonly DirectionCounts[], { questions, lowest, highest }: Limits) {
  return pooled(directions, questions, highest - lowest + 1);
}
