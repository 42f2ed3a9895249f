import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publish } from '../../src/core/disclosure/publish.ts';
import type { PublishedSurvey } from '../../src/core/disclosure/published-survey.ts';
import type { SurveyCounts } from '../../src/core/disclosure/survey-counts.ts';
import { CREMONA_2025 } from '../../src/core/regulation/catalogue.ts';
import { attack } from './attacker.ts';
import { countsOf, everythingShown, onlyTheSmallHidden } from './bodies.ts';
import { certainties } from './every-body.ts';
import { bodies, ordinaryBodies } from './random-bodies.ts';
import { differences, twoYears } from './two-years.ts';

/** `ACCORDO_ATTACKS=5000 npx vitest run tests/disclosure` for a long run. */
const BODIES = Number(process.env.ACCORDO_ATTACKS ?? 150);
const THRESHOLD = 5;

const careless = [
  ['everything is shown', everythingShown],
  ['only small directions are hidden', onlyTheSmallHidden],
] as const satisfies readonly (readonly [string, (survey: SurveyCounts) => PublishedSurvey])[];

describe('who has read all that was published of a survey, and knows one response, the own', () => {
  test('finds out no hidden direction and no single answer', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(bodies, ordinaryBodies), (body) => {
        const survey = countsOf(body);
        const found = attack(publish(survey, CREMONA_2025, null), survey);
        expect(found.filter(({ what }) => what !== 'responses')).toEqual([]);
      }),
      { numRuns: BODIES },
    );
  });

  test.each(careless)('finds out something of many bodies where %s', (_what, naive) => {
    const surveys = fc
      .sample(bodies, { numRuns: 50, seed: 2025 })
      .map((body) => countsOf(body))
      .filter(({ directions }) => directions.some(({ responses }) => responses > 0));
    const broken = surveys.filter((survey) => attack(naive(survey), survey).length > 0);
    expect(broken.length).toBeGreaterThan(surveys.length / 3);
  });
});

describe('who knows the rule too, and goes through every body that would be published alike', () => {
  const threeAnswers = [[5], [1, 5], [3, 5], [5, 6], [5, 10], [10, 10], [2, 3, 6], [4, 5, 6], [1, 2, 5, 6]];
  const twoAnswers = [
    [5, 10, 15],
    [3, 3, 12, 14],
    [5, 6, 7, 8],
    [2, 4, 20, 21],
    [4, 30, 31],
    [6, 7, 8, 30],
  ];

  test.each([
    ...threeAnswers.map((responses) => [responses, 3] as const),
    ...twoAnswers.map((responses) => [responses, 2] as const),
  ])('is certain of nothing: %j responses, %i answers', (responses, answers) => {
    const found = certainties(responses, answers, (survey, regulation) => publish(survey, regulation, null));
    expect(found).toEqual([]);
  });

  test('is certain of something where only small directions are hidden', () => {
    const naive = (survey: SurveyCounts) => onlyTheSmallHidden(survey);
    expect(certainties([3, 5], 3, naive)).not.toEqual([]);
  });
});

describe('who compares two years, and rightly believes that all who stayed answered as before', () => {
  test('finds out no answers of a few who came or went', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(twoYears, (years) => {
        const last = publish(countsOf(years.last), CREMONA_2025, null);
        const now = publish(countsOf(years.now), CREMONA_2025, { published: last, moved: years.moved });
        expect(differences(last, now, years, THRESHOLD)).toEqual([]);
      }),
      { numRuns: 2 * BODIES },
    );
  });

  test('finds them out where each year is published as if there were no other', () => {
    const broken = fc.sample(twoYears, { numRuns: 100, seed: 2025 }).filter((years) => {
      const [last, now] = [years.last, years.now].map((body) => publish(countsOf(body), CREMONA_2025, null));
      return differences(last!, now!, years, THRESHOLD).length > 0;
    });
    expect(broken.length).toBeGreaterThan(20);
  });
});
