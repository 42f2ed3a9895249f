/** Two campaigns of the same body: some directions answer as they did, but for a few who came or went. */
import fc from 'fast-check';
import type { PublishedSurvey } from '../../src/core/disclosure/published-survey.ts';
import type { LastYear } from '../../src/core/disclosure/years.ts';
import type { Body, Responses } from './bodies.ts';
import { bodies, ordinaryBodies, randomFrom } from './random-bodies.ts';

export interface TwoYears {
  readonly last: Body;
  readonly now: Body;
  readonly moved: LastYear['moved'];
  /** Where nobody who stayed answered otherwise than last year. */
  readonly repeated: ReadonlySet<string>;
}

interface Change {
  readonly joined: number;
  readonly left: number;
  readonly repeats: boolean;
  readonly seed: number;
}

const few = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3 }));
const change: fc.Arbitrary<Change> = fc.record({
  joined: few,
  left: few,
  repeats: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, fc.constant(false)),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

export const twoYears: fc.Arbitrary<TwoYears> = fc

  .tuple(fc.oneof(bodies, ordinaryBodies), fc.array(change, { minLength: 14, maxLength: 14 }))
  .map(([last, changes]) => {
    const ids = Object.keys(last.invited);
    const plan = new Map(
      ids.map((id, at) => {
        const { joined, left, ...rest } = changes[at]!;
        return [id, { joined, left: Math.min(left, last.responses[id]!.length), ...rest }];
      }),
    );
    const of = <T>(value: (id: string, change: Change) => T) =>
      Object.fromEntries(ids.map((id) => [id, value(id, plan.get(id)!)]));
    return {
      last,
      now: {
        invited: of((id, { joined, left }) => last.invited[id]! + joined - left),
        responses: of((id, change) => nextYear(last.responses[id]!, change)),
      },
      moved: of((_, { joined, left }) => ({ joined, left })),
      repeated: new Set(ids.filter((id) => plan.get(id)!.repeats)),
    };
  });

function nextYear(responses: Responses, { joined, left, repeats, seed }: Change): Responses {
  const next = randomFrom(seed);
  const anything = () => Array.from({ length: 8 }, () => 1 + (next() % 5));
  const stayed = responses.slice(left);
  return [...(repeats ? stayed : stayed.map(anything)), ...Array.from({ length: joined }, anything)];
}

export interface Difference {
  readonly question: number;
  readonly directions: readonly string[];
  /** Those who came or went. */
  readonly people: number;
}

/**
 * What somebody finds out who believes that all who stayed answered as last year, where he is right: the answers of fewer
 * than `threshold` who came or went. He compares each direction whose mean is exact in both years, and all the others
 * together, which follow from the entity's.
 */
export function differences(
  last: PublishedSurvey,
  now: PublishedSurvey,
  { moved, repeated }: TwoYears,
  threshold: number,
): Difference[] {
  const ids = Object.keys(moved);
  return Array.from({ length: 8 }, (_, question) => question).flatMap((question) => {
    const told = ids.filter((id) => [last, now].every((year) => exact(directionOf(year, id), question)));
    const others = ids.filter((id) => !told.includes(id));
    const groups = told.map((id) => [id]);
    if ([last, now].every((year) => exact(year.entity, question))) groups.push(others);
    return groups
      .filter((directions) => directions.every((id) => repeated.has(id)))
      .map((directions) => ({
        question,
        directions,
        people: directions.reduce((sum, id) => sum + moved[id]!.joined + moved[id]!.left, 0),
      }))
      .filter(({ people }) => people > 0 && people < threshold);
  });
}

type Group = PublishedSurvey['entity'] | PublishedSurvey['directions'][number];

function directionOf(year: PublishedSurvey, id: string): Group {
  return year.directions.find((direction) => direction.id === id)!;
}

/** Where nobody answered there is nothing unknown. */
function exact(group: Group, question: number): boolean {
  if (group.state !== 'shown') return group.state !== 'hidden';
  return group.questions[question]!.mean.kind === 'exact';
}
