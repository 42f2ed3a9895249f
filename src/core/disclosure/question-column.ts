import type { Limits } from './limits.ts';
import { meanStateOf, wholeQuotient, type MeanState } from './question-mean.ts';
import { total, type Answers } from './survey-counts.ts';

/** How one question is published, across the directions. */
export interface Column {
  readonly entity: MeanState;
  readonly shown: ReadonlyMap<string, MeanState>;
}

interface Shown {
  readonly id: string;
  readonly answers: Answers;
}

/**
 * What is published of one question, once it is settled which directions are hidden. `shown`: in the order in which they
 * give up their own figures for others.
 *
 * The entity's figures less the exact ones tell the answers of all the others as one heap. So where a mean cannot be
 * exact, all directions up to that one in the order are thrown on the heap with the hidden ones, and more
 * until it is large enough; nothing else is told of them. If the heap cannot be large or mixed enough, the
 * entity's figures are withheld. Whatever decides this is published itself, or follows from what is: so the decision tells
 * nothing (docs/disclosure.md has the proof).
 */
export function columnOf(shown: readonly Shown[], hidden: readonly Answers[], limits: Limits): Column {
  const states = new Map(shown.map(({ id, answers }) => [id, meanStateOf(answers, limits)]));
  const entity = meanStateOf(sumOf([...hidden, ...shown.map(({ answers }) => answers)], limits), limits);
  // Then so are those of all the directions, and there is nothing to subtract from.
  if (entity === 'atLeast' || entity === 'atMost') return { entity, shown: states };
  const given = givenUp(shown, states, hidden, limits);
  if (given === null) return { entity: 'withheld', shown: states };
  for (const { id } of given) states.set(id, 'withheld');
  const heap = sumOf([...hidden, ...given.map(({ answers }) => answers)], limits);
  return { entity: total(heap) === 0 || isMixed(heap, limits) ? 'exact' : 'withheld', shown: states };
}

/**
 * The shown directions that go on the heap: up to the last whose mean is not exact, and then until the heap is large
 * enough. Null if there are not so many.
 */
function givenUp(
  shown: readonly Shown[],
  states: ReadonlyMap<string, MeanState>,
  hidden: readonly Answers[],
  limits: Limits,
): readonly Shown[] | null {
  const needed = 1 + shown.findLastIndex(({ id }) => states.get(id) !== 'exact');
  for (let count = needed; count <= shown.length; count++) {
    const given = shown.slice(0, count);
    if (isLarge(given, hidden, limits)) return given;
  }
  return null;
}

/**
 * Whether each shown direction on the heap is outnumbered by all the others there, and each hidden one has others beside
 * it, even without those whom the attacker may know.
 */
function isLarge(given: readonly Shown[], hidden: readonly Answers[], { knownAnswers }: Limits): boolean {
  const shownSizes = given.map(({ answers }) => total(answers));
  const hiddenSizes = hidden.map(total).filter((responses) => responses > 0);
  const heap = total([...shownSizes, ...hiddenSizes]);
  return (
    shownSizes.every((responses) => heap - responses > responses + knownAnswers) &&
    hiddenSizes.every((responses) => heap - responses > knownAnswers)
  );
}

/**
 * Whether no answer was given by nearly all on the heap: so many others that, without those whom the attacker may
 * know and one who stands alone in a direction, somebody is left to exchange answers with; and one more for every hundred
 * responses, since a mean in hundredths may move only with so many.
 */
function isMixed(heap: Answers, { knownAnswers }: Limits): boolean {
  const responses = total(heap);
  return responses - Math.max(...heap) >= knownAnswers + 2 + wholeQuotient(responses, 100);
}

function sumOf(groups: readonly Answers[], { lowest, highest }: Limits): number[] {
  return Array.from({ length: highest - lowest + 1 }, (_, answer) =>
    total(groups.map((answers) => answers[answer]!)),
  );
}
