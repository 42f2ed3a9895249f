import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import example from '../../../examples/cremona-2025.json' with { type: 'json' };
import { bodyOf, countsOf, type AlikeAnswers } from '../../../tests/disclosure/bodies.ts';
import { bodies } from '../../../tests/disclosure/random-bodies.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { publish } from './publish.ts';
import type { PublishedSurvey } from './published-survey.ts';
import { countSurvey } from './survey-counts.ts';

/** Of many minds: no two figures are extreme. */
const mixed = (people: number) => Array.from({ length: people }, (_, at) => 1 + (at % 5));

function published(...directions: readonly AlikeAnswers[]): PublishedSurvey {
  return publish(countsOf(bodyOf(...directions)), CREMONA_2025, null);
}

const states = ({ directions }: PublishedSurvey) =>
  directions.map((direction) => (direction.state === 'hidden' ? direction.reason : direction.state));

/** Of the first question; all the questions of these bodies are alike. */
function means({ entity, directions }: PublishedSurvey): string[] {
  return [entity, ...directions].map((group) =>
    group.state === 'shown' ? group.questions[0]!.mean.kind : group.state,
  );
}

describe('which directions are shown', () => {
  test('all with five responses or more, if there are no others', () => {
    expect(states(published([20, mixed(15)], [9, mixed(5)]))).toEqual(['shown', 'shown']);
  });

  test('not one with fewer, nor the smallest of the others, whose figures would tell its own', () => {
    const body = published([40, mixed(30)], [20, mixed(15)], [9, mixed(4)], [30, mixed(20)]);
    expect(states(body)).toEqual(['shown', 'complementary', 'belowThreshold', 'shown']);
  });

  test('the smallest by people invited, which everybody knows, not by responses', () => {
    const body = published([40, mixed(12)], [30, mixed(20)], [9, mixed(4)]);
    expect(states(body)).toEqual(['shown', 'complementary', 'belowThreshold']);
  });

  test('others are hidden with it even where everybody responded, and the numbers follow anyway', () => {
    const body = published([4, [2, 3, 3, 4]], [15, mixed(15)], [30, mixed(30)]);
    expect(states(body)).toEqual(['belowThreshold', 'complementary', 'shown']);
    expect(means(body)[0]).toBe('exact');
  });

  test('hidden is something else than without answers, or without people', () => {
    const body = published([30, mixed(20)], [40, mixed(30)], [8, []], [0, []], [4, [3, 4]]);
    expect(states(body)).toEqual(['complementary', 'shown', 'noAnswers', 'nobodyInvited', 'belowThreshold']);
  });

  test('none of an entity with fewer than five responses; how many they are is told', () => {
    const body = published([10, [3, 4]], [10, [2, 2]]);
    expect(states(body)).toEqual(['belowThreshold', 'belowThreshold']);
    expect(body.entity).toEqual({
      state: 'hidden',
      reason: 'belowThreshold',
      invited: 20,
      responses: 4,
      participation: 2000,
    });
  });

  test('nobody answered at all', () => {
    expect(published([10, []]).entity).toEqual({ state: 'noAnswers', invited: 10 });
    expect(published([0, []]).entity).toEqual({ state: 'nobodyInvited' });
  });
});

describe('what is shown of a question', () => {
  test('how many gave each answer, from ten responses on', () => {
    const [nine, ten] = published([20, mixed(9)], [21, mixed(10)]).directions;
    expect(nine).toMatchObject({
      questions: Array(8).fill({ distribution: { kind: 'withheld', reason: 'fewResponses' } }),
    });
    expect(ten).toMatchObject({
      questions: Array(8).fill({ distribution: { kind: 'counts', counts: [2, 2, 2, 2, 2] } }),
    });
  });

  test('an extreme mean as a bound', () => {
    const { entity, directions } = published([20, Array<number>(20).fill(5)]);
    // 5 points below 100: what one person can be away from all the others, and one more.
    const bound = { mean: { kind: 'atLeast', hundredths: 475 } };
    expect(directions[0]).toMatchObject({ state: 'shown', questions: Array(8).fill(bound) });
    expect(entity).toMatchObject({ state: 'shown', questions: Array(8).fill(bound) });
    expect(means(published([9, Array<number>(9).fill(1)]))).toEqual(['atMost', 'atMost']);
  });

  test('nothing where nearly all agree, nor of those whose figures would tell it', () => {
    const body = published([20, Array<number>(9).fill(3)], [21, mixed(12)], [22, mixed(18)], [23, mixed(20)]);
    expect(means(body)).toEqual(['exact', 'withheld', 'withheld', 'withheld', 'exact']);
  });

  test('where too few are left to hide among, the figures of the entity are withheld instead', () => {
    expect(means(published([20, mixed(12)], [21, Array<number>(12).fill(3)]))).toEqual([
      'withheld',
      'exact',
      'withheld',
    ]);
  });

  test('the mean of a direction over all questions only if that of each is exact', () => {
    const [exact, withheld] = published([20, mixed(10)], [21, Array<number>(12).fill(3)]).directions;
    expect(exact).toMatchObject({ overall: { kind: 'exact', hundredths: 300 } });
    expect(withheld).toMatchObject({ overall: { kind: 'between', from: 100, to: 500 } });
  });
});

test('of the example of Cremona everything is shown', () => {
  const { invited, responses } = example.survey;
  const counts = countSurvey(
    Object.entries(invited).map(([id, people]) => ({ id, invited: people })),
    responses,
    CREMONA_2025,
  );
  const { entity, directions } = publish(counts, CREMONA_2025, null);
  for (const group of [entity, ...directions])
    expect(group).toMatchObject({
      state: 'shown',
      overall: { kind: 'exact' },
      questions: Array(8).fill({ mean: { kind: 'exact' }, distribution: { kind: 'counts' } }),
    });
  expect(directions).toHaveLength(13);
});

test('no group of fewer than five is shown, no distribution of fewer than ten, and no order tells anything', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const result = publish(countsOf(body), CREMONA_2025, null);
      for (const group of [result.entity, ...result.directions]) {
        if (group.state !== 'shown') continue;
        expect(group.responses).toBeGreaterThanOrEqual(5);
        for (const { distribution } of group.questions)
          if (distribution.kind === 'counts') expect(group.responses).toBeGreaterThanOrEqual(10);
      }
      const reversed = Object.fromEntries(
        Object.entries(body.responses).map(([id, given]) => [id, [...given].reverse()]),
      );
      expect(publish(countsOf({ ...body, responses: reversed }), CREMONA_2025, null)).toEqual(result);
    }),
    { numRuns: 50 },
  );
});

describe('the year after', () => {
  const years = (last: PublishedSurvey, joined: number, ...now: readonly AlikeAnswers[]) =>
    publish(countsOf(bodyOf(...now)), CREMONA_2025, {
      published: last,
      moved: {
        d01: { joined, left: 0 },
        d02: { joined: 0, left: 0 },
        d03: { joined: 0, left: 0 },
      },
    });
  const others = [
    [40, mixed(30)],
    [50, mixed(40)],
  ] as const;
  const last = published([20, mixed(15)], ...others);
  const otherwise = [
    [40, [...mixed(29), 1]],
    [50, [...mixed(39), 1]],
  ] as const;

  test('a direction that differs by what one newcomer may have answered is hidden', () => {
    expect(states(years(last, 1, [21, [...mixed(15), 5]], ...otherwise))[0]).toBe('tooSimilarToLastYear');
  });

  test('and shown if more came, or if somebody must have answered otherwise than before', () => {
    expect(states(years(last, 5, [25, mixed(20)], ...otherwise))[0]).toBe('shown');
    expect(
      states(years(last, 1, [21, Array.from({ length: 16 }, (_, at) => 4 + (at % 2))], ...otherwise))[0],
    ).not.toBe('tooSimilarToLastYear');
  });

  test('if nobody came or went, the same figures tell nothing new', () => {
    expect(states(years(last, 0, [20, mixed(15)], ...others))).toEqual(['shown', 'shown', 'shown']);
  });

  test('if the whole entity differs by few, nothing at all is shown', () => {
    const now = years(last, 1, [21, [...mixed(15), 5]], ...others);
    expect(now.entity).toMatchObject({ state: 'hidden', reason: 'tooSimilarToLastYear', responses: 86 });
    expect(states(now)).not.toContain('shown');
  });
});
