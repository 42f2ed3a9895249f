import { describe, expect, test } from 'vitest';
import { aFullCycle, aRegulation, outcomeOf } from '../../../tests/domain/cycle-builder.ts';
import { CREMONA_2025, REGULATIONS } from './catalogue.ts';
import { RULE_IDS } from './rule-id.ts';
import { regulationSchema } from './schema.ts';

test('the regulation of 2025 is valid, and found by its id', () => {
  expect(regulationSchema.safeParse(aRegulation()).success).toBe(true);
  expect(REGULATIONS.get('cremona-2025')).toBe(CREMONA_2025);
  expect(CREMONA_2025.id).toBe('cremona-2025');
});

describe.each(RULE_IDS)('%s', (id) => {
  const { title, citation, parameters } = CREMONA_2025.rules[id];

  test('has a title in both languages and a citation', () => {
    expect(title.it).not.toBe('');
    expect(title.en).not.toBe('');
    expect(citation).toMatch(/^R §3\.[123]/);
  });

  test('has parameters with citation and period, inside the period of the regulation', () => {
    for (const parameter of Object.values<{ citation: string; from: string; to: string | null }>(
      parameters,
    )) {
      expect(parameter.citation).not.toBe('');
      expect(parameter.from).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(parameter.from >= CREMONA_2025.from).toBe(true);
      expect(parameter.to === null || CREMONA_2025.to === null || parameter.to <= CREMONA_2025.to).toBe(true);
    }
  });
});

test('there are no rules but those that have an id', () => {
  expect(Object.keys(CREMONA_2025.rules).sort()).toEqual([...RULE_IDS].sort());
});

test('every reading of the rules is a parameter that says so, in both languages', () => {
  const readings = RULE_IDS.filter((id) =>
    Object.values<{ reading?: { it: string; en: string } | undefined }>(
      CREMONA_2025.rules[id].parameters,
    ).some(({ reading }) => reading !== undefined && reading.it !== '' && reading.en !== ''),
  );
  expect(readings).toEqual([
    ...[
      'GATE-1',
      'SET-A',
      'OBJ-A',
      'IND-O',
      'SET-C',
      'SET-D1',
      'MAN-4',
      'PEN-D',
      'BAND-E',
      'UPL-E',
      'SUR-3',
      'SUR-4',
      'EQ-1B',
      'UPL-W',
      'SAN-1',
      'BAL-1',
    ],
  ]);
});

test('the survey of 2025 has eight statements and five answers from 1 to 5', () => {
  const { statements, scale } = CREMONA_2025.rules['SUR-1'].parameters;
  expect(statements.value).toHaveLength(8);
  expect(scale.value.map(({ points }) => points)).toEqual([1, 2, 3, 4, 5]);
});

describe('a regulation written into the input', () => {
  test('gives the same result as its name', () => {
    const named = aFullCycle();
    expect(outcomeOf({ ...named, regulation: aRegulation() })).toEqual(outcomeOf(named));
  });

  test('gives its own id', () => {
    const regulation = { ...aRegulation(), id: 'altrove-2026' };
    expect(outcomeOf({ ...aFullCycle(), regulation })).toEqual({
      ...outcomeOf(aFullCycle()),
      regulation: 'altrove-2026',
    });
  });

  test('changes what it changes, and nothing else: MAN-4 rescaled', () => {
    const regulation = aRegulation();
    regulation.rules['MAN-4'].parameters.method.value = 'rescaled';
    const cycle = aFullCycle();
    cycle.survey!.responses[0]!.answers = [4, 4, 4, 4, 4, 4, 4, 4];
    const [before, after] = [outcomeOf(cycle), outcomeOf({ ...cycle, regulation })];
    expect(before.directions.map(({ items }) => items['MAN-4'])).toEqual(['4.80', '4.80']);
    expect(after.directions.map(({ items }) => items['MAN-4'])).toEqual(['4.75', '4.75']);
    const { employees, eqHolders, entity, silos, survey, projects } = before;
    expect(after).toMatchObject({ employees, eqHolders, entity, silos, survey, projects });
    expect(after.directions.map(({ items }) => ({ ...items, 'MAN-4': '' }))).toEqual(
      before.directions.map(({ items }) => ({ ...items, 'MAN-4': '' })),
    );
  });

  test('changes what it changes, and nothing else: training in proportion', () => {
    const regulation = aRegulation();
    regulation.rules['SET-D1'].parameters.method.value = 'proportional';
    const cycle = aFullCycle();
    cycle.directions[0]!.training.staff.push({ hours: 0, days: 365 });
    const [before, after] = [outcomeOf(cycle), outcomeOf({ ...cycle, regulation })];
    expect(before.directions[0]!.items['SET-D1']).toBe('0.00');
    expect(after.directions[0]!.items['SET-D1']).toBe('1.50');
    expect(after.directions[1]).toEqual(before.directions[1]);
    const { employees, eqHolders, survey, projects, warnings } = before;
    expect(after).toMatchObject({ employees, eqHolders, survey, projects, warnings });
  });

  test('changes what it changes, and nothing else: a positive total from 46 points', () => {
    const regulation = aRegulation();
    regulation.rules['PAY-M'].parameters.minimumTotal.value = '46';
    const [before, after] = [outcomeOf(aFullCycle()), outcomeOf({ ...aFullCycle(), regulation })];
    expect(before.employees.map(({ positive }) => positive)).toEqual([true, true]);
    expect(after.employees.map(({ positive }) => positive)).toEqual([true, false]);
    expect(after.employees[1]).toMatchObject({ total: '45.00', band: 'third', pay: '0.00' });
    const { directions, executives, eqHolders, survey, projects } = before;
    expect(after).toMatchObject({ directions, executives, eqHolders, survey, projects });
  });

  test('brings its own ranges: an answer of 6, nine statements, three objectives', () => {
    const regulation = aRegulation();
    regulation.rules['SUR-1'].parameters.scale.value.push({
      points: 6,
      it: 'Ancora di più',
      en: 'Even more',
    });
    regulation.rules['SUR-1'].parameters.statements.value.push({ it: 'Mi ascolta', en: 'Listens to me' });
    regulation.rules['EMP-1'].parameters.objectives.value = '3';
    const cycle = { ...aFullCycle(), regulation };
    for (const response of cycle.survey!.responses) response.answers = Array<number>(9).fill(6);
    cycle.employees[0]!.individualObjectives = [
      { achievement: 90 },
      { achievement: 60 },
      { achievement: 30 },
    ];
    const { survey, employees } = outcomeOf(cycle);
    expect(survey.overall).toMatchObject({ mean: '6.00', questionMeans: Array(9).fill('6.00') });
    expect(employees[0]!.items['EMP-1']).toBe('9.00');
  });

  test('may leave the executives outside the gate', () => {
    const regulation = aRegulation();
    regulation.rules['GATE-1'].parameters.appliesTo.value = ['eqHolders'];
    const cycle = { ...aFullCycle(), regulation };
    const open = outcomeOf(cycle);
    cycle.entity.budgetBalance.achieved = false;
    const { executives, eqHolders } = outcomeOf(cycle);
    expect(executives).toEqual(open.executives);
    expect(eqHolders[0]).toMatchObject({ access: false, pay: '0.00' });
  });
});
