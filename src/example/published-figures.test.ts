import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS } from './directions.ts';
import type { ExampleDocument } from './example-document.ts';
import { EXAMPLE_URL, exampleFiles, exampleOf } from './example-files.ts';
import { isReproduced, PUBLISHED_FIGURES, type OtherFigure } from './published-figures.ts';

const document = JSON.parse(await readFile(EXAMPLE_URL, 'utf8')) as ExampleDocument;
const example = exampleOf(document);
const { result } = example;

describe('computed from the committed example, the figure published', () => {
  it.each(PUBLISHED_FIGURES.filter(isReproduced))('in R $section, «$what», is $published', (figure) => {
    expect(figure.compute(example)).toBe(figure.published);
  });
});

describe('a figure that the example does not show', () => {
  it.each(PUBLISHED_FIGURES.filter((figure): figure is OtherFigure => !isReproduced(figure)))(
    'has a reason: R $section, «$what»',
    ({ why }) => {
      expect(why).not.toBe('');
    },
  );
});

describe('the committed files', () => {
  it.each(exampleFiles())('are what the generator writes: $url', async ({ url, text }) => {
    expect(await readFile(url, 'utf8')).toBe(text);
  });
});

describe('the example', () => {
  it('leaves no decision open', () => {
    expect(result.openDecisions).toEqual([]);
  });

  it('has no warning but the one that R brings with it, 56 of 556', () => {
    expect(result.warnings).toEqual([{ code: 'uplift-over-ten-percent', id: 'entity' }]);
  });

  it('spends the whole pot of the employees', () => {
    expect(result.funds.employees).toMatchObject({ paid: '600238.00', economies: '0.00' });
  });

  it('gives 23.12 points for the silos to every direction', () => {
    expect(result.directions.map(({ items }) => items['SET-B2'])).toEqual(DIRECTIONS.map(() => '23.12'));
  });

  it('has principal and derived objectives in every direction', () => {
    for (const { id } of DIRECTIONS) {
      const kinds = document.objectives.filter(({ direction }) => direction === id).map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(['principal', 'derived']));
    }
  });

  it('has executives in the first three bands only, and in each of them', () => {
    expect(new Set(result.executives.map(({ band }) => band))).toEqual(new Set(['first', 'second', 'third']));
  });

  it('gives the uplift to the two executives far ahead of the third', () => {
    const totals = result.executives.map(({ total }) => Number(total)).sort((a, b) => b - a);
    const uplifted = result.executives.filter(({ uplift }) => uplift !== '0.00');
    expect(uplifted.map(({ uplift }) => uplift)).toEqual(['1632.50', '1632.50']);
    expect(totals[1]! - totals[2]!).toBeGreaterThan(1);
  });

  it('pays executives and EQ holders what the page says of the example', () => {
    expect(result.funds.executives.paid).toBe('99872.23');
    expect(Math.max(...result.eqHolders.map(({ pay }) => Number(pay)))).toBe(2378.55);
  });

  it('has an overall survey mean of 3.42 from 406 of 617', () => {
    expect(result.survey.overall).toMatchObject({ mean: '3.42', responses: 406, invited: 617 });
  });

  it('has enough responses in every direction to show it, and means that differ plausibly', () => {
    for (const { responses, invited, mean } of result.survey.directions) {
      expect(responses).toBeGreaterThanOrEqual(5);
      expect(invited).toBeGreaterThanOrEqual(responses);
      expect(Number(mean)).toBeGreaterThan(2.9);
      expect(Number(mean)).toBeLessThan(4.1);
    }
  });

  it('gives all EQ holders access', () => {
    expect(result.eqHolders.every(({ access }) => access)).toBe(true);
  });

  it('gives no EQ holders of a direction more indicators than the direction has', () => {
    for (const { id, indicators } of document.directions)
      for (const outcome of ['improved', 'unchanged', 'worsened', 'notAssessable'] as const) {
        const own = document.eqHolders.filter(({ direction }) => direction === id);
        const sum = own.reduce((count, holder) => count + Number(holder.indicators[outcome]), 0);
        expect(sum).toBeLessThanOrEqual(Number(indicators[outcome]));
      }
  });

  it('has 599 employees, 556 of them entitled and one of those not positive, with 24 points', () => {
    const entitled = result.employees.filter((employee) => employee.entitled);
    expect([result.employees.length, entitled.length]).toEqual([599, 556]);
    expect(entitled.filter(({ positive }) => !positive).map(({ total }) => total)).toEqual(['24.00']);
  });

  it('has employees whose months are counted, who were sanctioned, and who received incentives of law', () => {
    const received = document.employees.map(({ otherIncentives = 0 }) => Number(otherIncentives));
    expect(document.employees.some(({ presenceDays }) => presenceDays !== undefined)).toBe(true);
    expect(document.employees.filter(({ sanctions = [] }) => sanctions.length > 0)).toHaveLength(3);
    expect(received.some((amount) => amount >= 2500)).toBe(true);
    expect(received.some((amount) => amount >= 1750 && amount <= 2499)).toBe(true);
  });

  it('takes the beneficiaries of a sector’s project from that sector', () => {
    const directionOf = new Map(document.employees.map(({ id, direction }) => [id, direction]));
    const directionsOf = (at: number) =>
      new Set(document.projects[at]!.beneficiaries.map(({ id }) => directionOf.get(id)));
    const [police, education, social] = [new Set(['d01']), new Set(['d02']), new Set(['d03'])];
    expect([1, 9, 10].map(directionsOf)).toEqual([police, police, police]);
    expect([2, 3].map(directionsOf)).toEqual([education, education]);
    expect(directionsOf(8)).toEqual(social);
  });

  it('names nobody: a person is an id, and nothing of a person is free text', () => {
    for (const [list, id] of [
      ['executives', /^x\d\d$/],
      ['eqHolders', /^q\d\d$/],
      ['employees', /^e\d{4}$/],
    ] as const)
      for (const person of document[list]) {
        expect(person.id).toMatch(id);
        expect(person).not.toHaveProperty('name');
      }
  });
});

describe('the arithmetic behind the page', () => {
  it('thirteen executives in the first band get less than R says was paid', () => {
    expect(13 * 791136).toBeLessThan(11707323 - 326500 - 800000);
  });

  it('no sum of the three amounts makes what R says was paid', () => {
    const paid = 11707323 - 326500 - 800000;
    const counts = Array.from({ length: 18 }, (_, count) => count);
    const sums = counts.flatMap((first) =>
      counts.flatMap((second) => counts.map((third) => first * 791136 + second * 712022 + third * 632909)),
    );
    expect(sums).not.toContain(paid);
  });

  it('the best total of an EQ holder earns less than R’s largest premium even if four get nothing', () => {
    const leastWeights = 34 * 97.375 - 4 * 99.8;
    expect((74551.3 / leastWeights) * 99.8).toBeLessThan(2668.75);
  });

  it('65.8 % is a share of 617 and of 646, not of 633 or 645', () => {
    const possible = (invited: number) =>
      Array.from({ length: invited }, (_, at) => at + 1).some(
        (responses) => Math.round((responses * 1000) / invited) === 658,
      );
    expect([617, 646, 633, 645].map(possible)).toEqual([true, true, false, false]);
  });

  it('the published shares of the indicators add up to 99.99', () => {
    expect(7953 + 618 + 1126 + 302).toBe(9999);
  });
});
