import type { Limits } from './limits.ts';
import { above, codingOf } from './question-mean.ts';
import type { Coding } from './question-mean.ts';
import type { DistributionReason } from './published-survey.ts';
import { total, type Answers } from './survey-counts.ts';

/** What is published of the answers of a direction, or of the entity, to a question. */
export interface Cell {
  readonly answers: Answers;
  mean: Coding | 'withheld';
  /** Why the distribution is not shown; null if it is. */
  distribution: DistributionReason | null;
}

/** A question across all directions. */
export interface Column {
  readonly entity: Cell;
  readonly shown: ReadonlyMap<string, Cell>;
  /** All the hidden directions together. */
  readonly hidden: Answers;
}

/**
 * Whether the answers of a shown direction that gave nearly all the same could as well have been others: for every answer
 * that could be everybody's there is another body, with the same figures published, in which somebody gave another.
 * As many exchanges are wanted as the attacker can rule out with what he knows, and one more.
 */
export function couldBeOthers(cell: Cell, column: Column, limits: Limits): boolean {
  const { knownAnswers } = limits;
  return cell.answers.every(
    (count, answer) =>
      count < total(cell.answers) - knownAnswers ||
      count === 0 ||
      anotherSum(cell, answer, column, limits) > knownAnswers ||
      sameSum(cell, answer, column) > knownAnswers,
  );
}

/** Somebody gave another answer, and the sum is another: how many there are elsewhere with whom to exchange. */
function anotherSum(cell: Cell, answer: number, column: Column, limits: Limits): number {
  if (cell.mean === 'exact') return 0;
  const { entity, hidden } = column;
  const partners = others(cell, column).filter(({ mean }) => mean !== 'exact');
  let most = 0;
  for (let given = 0; given < cell.answers.length; given++) {
    const more = given - answer;
    if (more === 0 || !keepsCoding(cell, more, limits)) continue;
    if (entity.distribution !== null && entity.mean !== 'exact' && keepsCoding(entity, more, limits))
      return Infinity;
    const countIn = (answers: Answers) =>
      entity.distribution === null ? answers[given]! : whoCanGive(more, answers);
    const free = partners.filter((partner) => keepsCoding(partner, -more, limits));
    most = Math.max(most, total([hidden, ...free.map(({ answers }) => answers)].map(countIn)));
  }
  return most;
}

/** Two gave answers as far above as below: how many pairs there are elsewhere that can be exchanged for them. */
function sameSum(cell: Cell, answer: number, { entity, hidden, shown }: Column): number {
  if (cell.answers[answer]! < 2) return 0;
  const apart = Array.from({ length: Math.min(answer, cell.answers.length - 1 - answer) }, (_, at) => at + 1);
  if (entity.distribution !== null) return apart.length === 0 ? 0 : Infinity;
  const partners = [...shown.values()].filter((other) => other !== cell && other.distribution !== null);
  return total(
    [hidden, ...partners.map(({ answers }) => answers)].flatMap((answers) =>
      apart.map((distance) => Math.min(answers[answer - distance]!, answers[answer + distance]!)),
    ),
  );
}

function others(cell: Cell, { shown }: Column): Cell[] {
  return [...shown.values()].filter((other) => other !== cell);
}

function keepsCoding({ answers, mean }: Cell, more: number, limits: Limits): boolean {
  const responses = total(answers);
  return codingOf(above(answers) + more, responses, limits) === (mean === 'withheld' ? 'exact' : mean);
}

/** How many gave an answer that can go down by `more` (up, if it is negative) without leaving the scale. */
function whoCanGive(more: number, answers: Answers): number {
  return total(answers.filter((_, answer) => answer - more >= 0 && answer - more < answers.length));
}
