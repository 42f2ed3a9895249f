import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  aCycleOf,
  aFullCycle,
  anEmployee,
  anEqHolder,
  type CycleDocument,
} from '../../../../tests/domain/cycle-builder.ts';
import { checkInput } from '#core/cycle/check.ts';
import { compute } from '#core/compute.ts';
import { LOCALES } from '#lib/locale/locale.ts';
import { directionResult } from './direction-result.ts';
import { overview } from './overview.ts';
import type { ComputedCycle } from './service.ts';

function computedOf(document: unknown): ComputedCycle {
  const checked = checkInput(document);
  if (!checked.ok) throw new Error('refused');
  return { input: checked.input, cycle: compute(checked.input, checked.regulation) };
}

const example = computedOf(JSON.parse(readFileSync('examples/cremona-2025.json', 'utf8')));

test.each(LOCALES)(
  'the pages of the year and of a direction hold nothing of a single person (%s)',
  (locale) => {
    const shown = JSON.stringify([
      overview(example, locale),
      ...example.input.directions.map(({ id }) => directionResult(example, id, locale)),
    ]);
    const { employees, eqHolders, executives } = example.input;
    const persons = [...employees, ...eqHolders, ...executives];
    expect(persons.filter(({ id }) => shown.includes(`"${id}"`))).toEqual([]);
  },
);

test('there is no result of a direction that does not exist', () => {
  for (const id of ['d99', '', '__proto__', 'constructor'])
    expect(directionResult(example, id, 'it')).toBeNull();
});

describe('the page of the year', () => {
  test('speaks Italian', () => {
    const { entity, employees, funds, survey, readings } = overview(example, 'it');
    expect(entity.map(({ title }) => title).slice(0, 4)).toEqual([
      'Qualità della vita',
      'Riscossione dei residui attivi',
      "Performance dell'ente",
      'Silo Cresco',
    ]);
    expect(employees[0]).toMatchObject({ title: 'Premio medio pro capite', shown: '1.079,56 €' });
    expect(funds[1]).toMatchObject({ name: 'Elevate Qualificazioni', available: '74.551,30 €' });
    expect(survey.participation).toMatchObject({ title: 'Partecipazione', shown: '65,80 %' });
    expect(survey.questions[1]!.statement).toBe('Riesce a motivarmi nel mio lavoro');
    expect(readings.find(({ rule }) => rule === 'EQ-1B')!.title).toBe(
      'Contributo alla performance del settore',
    );
  });

  test('speaks English', () => {
    const { entity, employees, funds, survey, readings } = overview(example, 'en');
    expect(entity.map(({ title }) => title).slice(0, 4)).toEqual([
      'Quality of life',
      'Collection of residuals',
      'Performance of the entity',
      'Cresco silo',
    ]);
    expect(employees[0]).toMatchObject({ title: 'Mean premium per head', shown: '€1,079.56' });
    expect(funds[1]).toMatchObject({ name: 'EQ holders', available: '€74,551.30' });
    expect(survey.participation).toMatchObject({ title: 'Participation', shown: '65.80%' });
    expect(survey.questions[1]!.statement).toBe('Manages to motivate me in my work');
    expect(readings.find(({ rule }) => rule === 'EQ-1B')!.title).toBe(
      'Contribution to the performance of the sector',
    );
  });

  test('holds the same figures in both languages', () => {
    const values = (locale: (typeof LOCALES)[number]) => {
      const { entity, employees, directions } = overview(example, locale);
      return [
        [...entity, ...employees].map(({ why }) => why.exact),
        directions.map(({ id, share }) => [id, share]),
      ];
    };
    expect(values('en')).toEqual(values('it'));
  });
});

test('a direction is told in both languages', () => {
  const computed = computedOf(aFullCycle());
  expect(directionResult(computed, 'd1', 'it')!.total).toMatchObject({
    title: 'Punteggio totale',
    why: { how: 'il maggiore tra' },
  });
  expect(directionResult(computed, 'd1', 'en')!.total).toMatchObject({
    title: 'Total',
    why: { how: 'the greatest of' },
  });
});

describe('warnings', () => {
  const rows = (document: CycleDocument, locale: (typeof LOCALES)[number]) =>
    overview(computedOf(document), locale).warnings;

  test('name a direction, and of persons only how many there are', () => {
    const document = aCycleOf(
      ['e1', 'e2', 'e3'].map((id) => ({ ...anEmployee(id), groupObjectives: [] })),
      '1000',
    );
    document.eqHolders = [
      { ...anEqHolder('q1'), indicators: { improved: 0, unchanged: 0, worsened: 0, notAssessable: 3 } },
    ];
    document.objectives = [];
    expect(rows(document, 'it')).toEqual([
      { text: 'nessuno a cui assegnare il budget: resta tra le economie', about: 'Direzione d1' },
      { text: 'mancano obiettivi: la voce vale 0', about: 'Direzione d1' },
      { text: 'nessun indicatore valutabile: la voce vale 0', about: 'una persona' },
      { text: 'mancano obiettivi: la voce vale 0', about: '3 persone' },
    ]);
    expect(rows(document, 'en')).toEqual([
      { text: 'nobody to assign the budget to: it remains among the economies', about: 'Direzione d1' },
      { text: 'there are no objectives: the item is 0', about: 'Direzione d1' },
      { text: 'no assessable indicator: the item is 0', about: 'one person' },
      { text: 'there are no objectives: the item is 0', about: '3 persons' },
    ]);
  });

  test('name the whole entity and a fund', () => {
    const document = aFullCycle();
    delete document.survey;
    document.funds.executives.resultPay = '1';
    const about = (locale: (typeof LOCALES)[number]) => rows(document, locale).map((row) => row.about);
    expect(about('it')).toEqual(expect.arrayContaining(["tutto l'ente", 'Dirigenti']));
    expect(about('en')).toEqual(expect.arrayContaining(['the whole entity', 'Executives']));
  });
});
