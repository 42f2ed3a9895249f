import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publish } from '../../src/core/disclosure/publish.ts';
import type { PublishedSurvey } from '../../src/core/disclosure/published-survey.ts';
import type { SurveyCounts } from '../../src/core/disclosure/survey-counts.ts';
import { CREMONA_2025 } from '../../src/core/regulation/catalogue.ts';
import { attack } from './attacker.ts';
import { countsOf, everythingShown, onlyTheSmallHidden } from './bodies.ts';
import { bodies } from './random-bodies.ts';

const BODIES = Number(process.env.ACCORDO_ATTACKS ?? 150);

describe('an attacker who has read all that was published of a survey', () => {
  test('finds out no hidden direction and no single answer', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const survey = countsOf(body);
        const found = attack(publish(survey, CREMONA_2025, null), survey);
        expect(found.filter(({ what }) => what !== 'responses')).toEqual([]);
      }),
      { numRuns: BODIES },
    );
  });

  test.each([
    ['everything was shown', everythingShown],
    ['only small directions were hidden', onlyTheSmallHidden],
  ] as const)(
    'finds out something of many bodies where %s',
    (_what, naive: (survey: SurveyCounts) => PublishedSurvey) => {
      const surveys = fc
        .sample(bodies, { numRuns: 100, seed: 2025 })
        .map((body) => countsOf(body))
        .filter(({ directions }) => directions.some(({ responses }) => responses > 0));
      const broken = surveys.filter((survey) => attack(naive(survey), survey).length > 0);
      expect(broken.length).toBeGreaterThan(surveys.length / 3);
    },
  );
});
