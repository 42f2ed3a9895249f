import { describe, expect, test } from 'vitest';
import {
  aCycle,
  aDirection,
  aRegulation,
  aResponse,
  outcomeOf,
  type CycleDocument,
} from '../../../tests/domain/cycle-builder.ts';

/** By direction, the answer that each response gives to every statement. */
function surveyed(answers: Record<string, number[]>, invited?: Record<string, number>): CycleDocument {
  const cycle = aCycle();
  const ids = Object.keys(answers);
  cycle.directions = ids.map(aDirection);
  cycle.executives = [];
  cycle.objectives = [];
  cycle.survey = {
    invited: invited ?? Object.fromEntries(ids.map((id) => [id, answers[id]!.length])),
    responses: ids.flatMap((id) => answers[id]!.map((answer) => aResponse(id, answer))),
  };
  return cycle;
}

function motivation(cycle: CycleDocument): string[] {
  return outcomeOf(cycle).directions.map(({ items }) => items['MAN-4']);
}

describe('MAN-4', () => {
  test('is the mean of the answers of the direction, from 5 responses on', () => {
    expect(motivation(surveyed({ d1: [4, 4, 4, 4, 5] }))).toEqual(['4.20']);
  });

  test('is the mean of the entity below that, with a warning', () => {
    const cycle = surveyed({ d1: [4, 4, 4, 4, 4], d2: [1, 1, 1, 1], d3: [] });
    expect(motivation(cycle)).toEqual(['4.00', '2.67', '2.67']);
    expect(outcomeOf(cycle).warnings.filter(({ code }) => code === 'survey-below-threshold')).toEqual([
      { code: 'survey-below-threshold', id: 'd2' },
      { code: 'survey-below-threshold', id: 'd3' },
    ]);
  });

  test('is the mean of the entity where small directions together make 5 responses', () => {
    expect(motivation(surveyed({ d1: [5, 5, 5], d2: [2, 2] }))).toEqual(['3.80', '3.80']);
  });

  test('is 0 with fewer than 5 in the whole entity, and one warning stands for all', () => {
    const cycle = surveyed({ d1: [5, 5], d2: [5, 5] });
    expect(motivation(cycle)).toEqual(['0.00', '0.00']);
    const { warnings, readings } = outcomeOf(cycle);
    expect(warnings.filter(({ code }) => code.includes('survey'))).toEqual([
      { code: 'no-survey', id: 'entity' },
    ]);
    expect(readings).toContain('SUR-3');
    expect(readings).not.toContain('MAN-4');
  });

  test.each([
    [[5, 5, 5, 5, 5], '5.00'],
    [[4, 4, 4, 4, 4], '3.75'],
    [[1, 1, 1, 1, 1], '0.00'],
    [[3, 3, 4, 3, 3, 4], '2.92'],
  ])('rescaled, by regulation: answers %j give %s', (answers, points) => {
    const regulation = aRegulation();
    regulation.rules['MAN-4'].parameters.method.value = 'rescaled';
    expect(motivation({ ...surveyed({ d1: answers }), regulation })).toEqual([points]);
  });

  test('with another threshold, by regulation, 3 responses are enough', () => {
    const regulation = aRegulation();
    regulation.rules['SUR-3'].parameters.threshold.value = '3';
    expect(motivation({ ...surveyed({ d1: [2, 2, 2], d2: [5, 5] }), regulation })).toEqual(['2.00', '3.20']);
  });
});

describe('SUR-2', () => {
  test('the means of 2025: each question over all responses, and over all answers 3.42', () => {
    const cycle = surveyed({ d1: [] });
    const sums = [338, 331, 339, 333, 337, 361, 356, 342];
    cycle.survey = {
      invited: { d1: 152 },
      responses: Array.from({ length: 100 }, (_, at) => ({
        direction: 'd1',
        answers: sums.map((sum) => (at < sum - 300 ? 4 : 3)),
      })),
    };
    expect(outcomeOf(cycle).survey.overall).toEqual({
      invited: 152,
      responses: 100,
      participation: '65.79',
      questionMeans: ['3.38', '3.31', '3.39', '3.33', '3.37', '3.61', '3.56', '3.42'],
      mean: '3.42',
    });
  });

  test('the entity is pooled over all responses, not the mean of its directions', () => {
    const { survey } = outcomeOf(surveyed({ d1: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5], d2: [2, 2, 2, 2, 2] }));
    expect(survey.overall.mean).toBe('4.00');
    expect(survey.directions.map(({ mean }) => mean)).toEqual(['5.00', '2.00']);
  });

  test('a mean in the middle of two hundredths rounds up: 3.125 is 3.13', () => {
    const cycle = surveyed({ d1: [3, 3, 3, 3, 3, 3, 3, 4] });
    expect(outcomeOf(cycle).survey.directions[0]!.mean).toBe('3.13');
  });
});

test('SUR-3: 4 responses show their number but no mean, 5 show all', () => {
  const { survey } = outcomeOf(surveyed({ d1: [3, 3, 3, 3], d2: [3, 3, 3, 3, 3] }, { d1: 9, d2: 62 }));
  expect(survey.directions).toEqual([
    { id: 'd1', invited: 9, responses: 4, participation: '44.44', questionMeans: null, mean: null },
    {
      id: 'd2',
      invited: 62,
      responses: 5,
      participation: '8.06',
      questionMeans: Array(8).fill('3.00'),
      mean: '3.00',
    },
  ]);
});

test('where nobody was invited there is no participation', () => {
  const { survey } = outcomeOf(surveyed({ d1: [] }, {}));
  const nothing = { invited: 0, responses: 0, participation: null, questionMeans: null, mean: null };
  expect(survey).toEqual({ overall: nothing, directions: [{ id: 'd1', ...nothing }] });
});

test('as many as can be invited, in two directions, are still added up', () => {
  const cycle = surveyed({ d1: [], d2: [] }, { d1: 1_000_000_000, d2: 1_000_000_000 });
  expect(outcomeOf(cycle).survey.overall.invited).toBe(2_000_000_000);
});
