import type { Cell, Column } from './alternatives.ts';
import { couldBeOthers } from './alternatives.ts';
import type { Limits } from './limits.ts';
import type { DistributionReason } from './published-survey.ts';
import { above, alike, codingOf } from './question-mean.ts';
import { total, type Answers } from './survey-counts.ts';

/**
 * What is published of one question, once it is settled which directions are hidden. `shown` in the order in which they
 * give up figures for others; `hidden`: the answers of all the hidden ones together, `hiddenDirections` of them.
 *
 * First each cell for itself: extreme means become bounds, distributions of few or of nearly unanimous answers are
 * withheld. As the entity's figures less all the others' would still tell them, cells of other directions are withheld
 * until they do not, and if that is not enough, the entity's own.
 */
export function columnOf(
  entity: Answers,
  shown: readonly { readonly id: string; readonly answers: Answers }[],
  hidden: Answers,
  hiddenDirections: number,
  limits: Limits,
): Column {
  const column: Column = {
    entity: cellOf(entity, limits),
    shown: new Map(shown.map(({ id, answers }) => [id, cellOf(answers, limits)])),
    hidden,
  };
  const cells = [...column.shown.values()];
  while (!distributionsProtected(column, hiddenDirections, limits)) {
    const next = cells.find(({ distribution }) => distribution === null) ?? column.entity;
    next.distribution = 'complementary';
  }
  while (!cells.every((cell) => couldBeOthers(cell, column, limits))) {
    const next = cells.find(({ mean }) => mean === 'exact') ?? column.entity;
    if (next.mean !== 'exact') break;
    if (next !== column.entity || next.distribution !== null) next.mean = 'withheld';
    next.distribution ??= 'complementary';
  }
  return column;
}

function cellOf(answers: Answers, limits: Limits): Cell {
  const mean = codingOf(above(answers), total(answers), limits);
  return { answers, mean, distribution: distributionReason(answers, mean, limits) };
}

function distributionReason(answers: Answers, mean: Cell['mean'], limits: Limits): DistributionReason | null {
  if (total(answers) < limits.distributionFrom) return 'fewResponses';
  return mean !== 'exact' || alike(answers, limits) ? 'alike' : null;
}

/**
 * The distributions that are not shown add up to the entity's less those shown: together they must be those of enough
 * responses, of two directions at least, and not nearly unanimous.
 */
function distributionsProtected({ entity, shown, hidden }: Column, hiddenDirections: number, limits: Limits) {
  if (entity.distribution !== null) return true;
  const withheld = [...shown.values()].filter(({ distribution }) => distribution !== null);
  if (withheld.length + hiddenDirections === 0) return true;
  const together = hidden.map((count, answer) =>
    total([count, ...withheld.map(({ answers }) => answers[answer]!)]),
  );
  return (
    withheld.length + hiddenDirections > 1 &&
    total(together) >= limits.distributionFrom &&
    !alike(together, limits)
  );
}
