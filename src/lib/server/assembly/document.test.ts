import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compute } from '#core/compute.ts';
import { checkInput } from '#core/cycle/check.ts';
import { output } from '#core/cycle/output.ts';
import type { Portal } from '../database/database.ts';
import { listOf } from '../lists/catalogue.ts';
import { writeChanges } from '../lists/change.ts';
import type { Cells } from '../lists/definition.ts';
import type { ListId } from '../lists/list-ids.ts';
import { appointed, assigned, period, person, portalWith, TOWN, unit } from '../organisation/small-town.ts';
import { openYear } from '../years/years.ts';
import { assemble } from './document.ts';

/** North with an executive, the EQ of its mills, and two employees there; south is led by nobody and has nobody. */
const BODY = {
  ...TOWN,
  assignments: [
    assigned('ada', 'north'),
    assigned('bea', 'mills'),
    assigned('cleo', 'mills'),
    assigned('dino', 'north'),
  ],
  appointments: [appointed('ada', 'executive', 'north'), appointed('bea', 'eq', 'mills')],
  remits: [
    { person: person('ezio'), unit: unit('north'), ...period('2025-01-01', '2025-06-30') },
    { person: person('dino'), unit: unit('north'), ...period('2025-07-01') },
  ],
};

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith(BODY));
  expect(await openYear(portal, 'accordo', 2025, 'cremona-2025')).toBeNull();
});
afterEach(() => {
  close();
});

/** Writes records; the columns that are left out are empty. */
async function write(list: ListId, ...records: readonly Partial<Cells>[]): Promise<void> {
  const definition = listOf(list)!;
  const blank = Object.fromEntries(definition.columns.map(({ key }) => [key, null]));
  const changes = records.map((record) => ({ before: null, after: { ...blank, ...record } as Cells }));
  await portal.transaction(async (db) => {
    const how = { by: null, at: new Date(), importId: null };
    expect(await writeChanges(db, definition, 2025, changes, how)).toEqual([]);
  });
}

interface Document {
  readonly eqHolders: Cells[];
  readonly employees: Cells[];
  readonly executives: Cells[];
  readonly directions: Cells[];
  readonly projects: Cells[];
  readonly objectives?: unknown;
  readonly survey?: unknown;
  readonly funds?: unknown;
}

async function assembled(survey: Parameters<typeof assemble>[2] = null) {
  const { document, gaps } = await assemble(portal.read, 2025, survey);
  return { document: document as unknown as Document, gaps };
}

const named = (list: readonly Cells[], id: string) => list.find((one) => one.id === id);

const direction = async () => named((await assembled()).document.directions, 'north');
const employee = async (id: string) => named((await assembled()).document.employees, id);
const holder = async () => named((await assembled()).document.eqHolders, 'bea');

const accepted = (document: object) => {
  const checked = checkInput(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return output(compute(checked.input, checked.regulation));
};

describe('what is missing', () => {
  test('counts as little as it can, and is told, of whom it is missing', async () => {
    const { document, gaps } = await assembled();
    expect(accepted(document).employees.map(({ id }) => id)).toEqual(['cleo', 'dino']);
    expect(document.survey).toBeUndefined();
    const of = (subject: string | null) =>
      gaps
        .filter((gap) => gap.subject === subject)
        .map(({ code }) => code)
        .sort();
    expect(of(null)).toEqual([
      'noBudgetBalance',
      'noFunds',
      'noRankings',
      'noResiduals',
      'noSilos',
      'noSurvey',
    ]);
    const ofDirection = [
      ...['noGuidelines', 'noIndicators', 'noManagerialAwards', 'noPaymentTimes', 'noPrincipalObjectives'],
      ...['noTrainingDelivery', 'noTransparency'],
    ];
    expect(of('north')).toEqual(ofDirection);
    expect(of('south')).toEqual(['noExecutive', ...ofDirection].sort());
    expect(of('bea')).toEqual(['noBehaviours', 'noEqObjectives', 'noTrainingHours']);
    expect(of('cleo')).toEqual([
      'noBehaviours',
      'noGroupObjectives',
      'noIndividualObjectives',
      'noTrainingHours',
    ]);
    expect(of('ada')).toEqual([]);
  });

  test('is missing no more once it is there', async () => {
    await write('funds', { executives: '10', executivesUplift: '1', eqHolders: '5', employees: '7.5' });
    await write('behaviours', { personId: 'cleo', first: '2', second: '1.5', third: '0', fourth: '2.5' });
    const { document, gaps } = await assembled();
    expect(gaps).not.toContainEqual({ code: 'noFunds', subject: null });
    expect(gaps).not.toContainEqual({ code: 'noBehaviours', subject: 'cleo' });
    expect(document.funds).toEqual({
      executives: { resultPay: '10', uplift: '1' },
      eqHolders: { resultPay: '5' },
      employees: { individual: '7.5' },
    });
    expect(named(document.employees, 'cleo')).toMatchObject({ behaviours: ['2', '1.5', '0', '2.5'] });
  });

  test('are half of the measures of transparency: then the direction has not reported', async () => {
    const measure = (number: number) => ({
      ...{ unitId: 'north', measure: String(number), reported: 'true', findings: number === 2 ? '3' : '0' },
    });
    await write('transparency', ...[1, 2, 3, 4, 5].map(measure));
    expect(await direction()).toMatchObject({ transparency: { reported: false, findings: 3 } });
    await write('transparency', ...[6, 7, 8, 9, 10].map(measure));
    expect(await direction()).toMatchObject({ transparency: { reported: true, findings: 3 } });
  });
});

describe('the objectives', () => {
  const group = { level: 'group', reported: '90' };

  test('of a group count for everybody in it, each with the own weight', async () => {
    await write('objectives', { id: 'g', title: 'G', ...group });
    await write(
      'objectiveOwners',
      { objectiveId: 'g', personId: 'cleo', weight: '60' },
      { objectiveId: 'g', personId: 'dino' },
    );
    expect(await employee('cleo')).toMatchObject({ groupObjectives: [{ achievement: '90', weight: '60' }] });
    expect(await employee('dino')).toMatchObject({ groupObjectives: [{ achievement: '90' }] });
  });

  test('count as certified, else as measured, else as reported', async () => {
    const indicator = { objectiveId: 'i', name: 'N', better: 'higher', target: '10' };
    await write('objectives', { id: 'i', level: 'individual', title: 'I', reported: '70' });
    await write('objectiveOwners', { objectiveId: 'i', personId: 'cleo' });
    await write('objectiveIndicators', { id: 'n1', ...indicator });
    const achievement = async () => (await employee('cleo'))!.individualObjectives as unknown;
    // Nobody has measured it yet.
    expect(await achievement()).toEqual([{ achievement: '70' }]);
    await write('objectiveIndicators', { id: 'n2', ...indicator, measured: '5' });
    expect(await achievement()).toEqual([{ achievement: '25.00' }]);
    await write('objectives', { id: 'c', level: 'individual', title: 'C', reported: '70', certified: '40' });
    await write('objectiveOwners', { objectiveId: 'c', personId: 'cleo' });
    expect(await achievement()).toEqual([{ achievement: '40' }, { achievement: '25.00' }]);
  });

  test('of which nothing is known count nothing, and are told', async () => {
    await write('objectives', {
      id: 'e',
      level: 'executive',
      title: 'E',
      kind: 'principal',
      unitId: 'north',
    });
    const { document, gaps } = await assembled();
    expect(document.objectives).toEqual([
      { id: 'e', direction: 'north', kind: 'principal', achievement: '0' },
    ]);
    expect(gaps).toContainEqual({ code: 'noObjectiveAchievement', subject: 'e' });
    expect(gaps).not.toContainEqual({ code: 'noPrincipalObjectives', subject: 'north' });
  });
});

test('the indicators of a service count for its EQ and, with those of its own, for the direction', async () => {
  const service = (id: string, unitId: string) => ({ id, number: '1', name: id, area: 'A', unitId });
  await write('services', service('s', 'mills'), service('d', 'north'), service('p', 'piers'));
  const indicator = (id: string, serviceId: string) => ({
    ...{ id, serviceId, name: id, dimension: 'quantity', better: 'higher' },
  });
  const of = [indicator('i1', 's'), indicator('i2', 's'), indicator('i3', 'd'), indicator('i4', 'p')];
  await write('serviceIndicators', ...of);
  await write(
    'indicatorResults',
    // Against the first standard it would have been worse.
    { indicatorId: 'i1', standard: '10', changedStandard: '8', value: '9' },
    { indicatorId: 'i2', standard: '10' },
    { indicatorId: 'i3', standard: '10', value: '9' },
    // The office is in the south by the end of the year.
    { indicatorId: 'i4', standard: '10', value: '10' },
  );
  expect(await holder()).toMatchObject({
    indicators: { improved: 1, unchanged: 0, worsened: 0, notAssessable: 1 },
  });
  expect(await direction()).toMatchObject({
    indicators: { improved: 1, unchanged: 0, worsened: 1, notAssessable: 1 },
  });
});

test('what several said of a direction counts as their mean', async () => {
  const said = (personId: string, objectives: string) => ({
    ...{ unitId: 'north', personId, objectives, participation: '2', interaction: '2', innovation: '2' },
  });
  await write('guidelines', said('ezio', '2.5'), said('dino', '2'));
  expect(await direction()).toMatchObject({ policyAlignment: ['2.25', '2.00', '2.00', '2.00'] });
});

test('hours are due for the days of the registry, where no others are written; who is exempt does not count', async () => {
  await write(
    'trainingHours',
    { personId: 'cleo', hours: '40' },
    { personId: 'dino', hours: '20', days: '180' },
    { personId: 'bea', hours: '0', exemption: 'Away' },
  );
  expect(await direction()).toMatchObject({
    training: {
      staff: [
        { hours: '40', days: 365 },
        { hours: '20', days: 180 },
        { hours: '0', days: 365, exempt: true },
      ],
    },
  });
});

test('months are those of the registry, unless others were recognised or days of presence decide', async () => {
  await write('countedMonths', { personId: 'ada', months: '6' }, { personId: 'dino', months: '7' });
  const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august'];
  const autumn = ['september', 'october', 'november', 'december'];
  const days = Object.fromEntries([...months, ...autumn].map((month, at) => [month, String(at)]));
  await write('presence', { personId: 'cleo', ...days });
  const { document } = await assembled();
  expect(document.executives).toEqual([{ id: 'ada', direction: 'north', months: 6 }]);
  expect(named(document.eqHolders, 'bea')).toMatchObject({ months: 12 });
  expect(named(document.employees, 'dino')).toMatchObject({ months: 7 });
  expect(named(document.employees, 'cleo')).toMatchObject({
    presenceDays: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  });
  expect(named(document.employees, 'cleo')).not.toHaveProperty('months');
});

test('incentives of law add up to the cent, and the rest of what is known of people goes along', async () => {
  await write(
    'lawIncentives',
    { personId: 'cleo', label: 'A', amount: '0.1' },
    { personId: 'cleo', label: 'B', amount: '0.2' },
  );
  await write('sanctions', { personId: 'cleo', kind: 'fine', decidedOn: '2025-03-01' });
  await write('tieBreaks', { personId: 'cleo', rank: '2' }, { personId: 'ada', rank: '1' });
  await write('executiveExtras', { personId: 'ada', label: 'Deputy', amount: '4000' });
  await write('incentiveReductions', { personId: 'bea', reduction: '30' });
  expect(await employee('cleo')).toMatchObject({
    ...{ otherIncentives: '0.30', sanctions: ['fine'], tieBreakRank: 2 },
  });
  expect(await holder()).toMatchObject({ incentiveReduction: '30' });
  const { document } = await assembled();
  expect(document.executives).toMatchObject([
    { extras: [{ label: 'Deputy', amount: '4000' }], tieBreakRank: 1 },
  ]);
  accepted(document);
});

describe('the survey', () => {
  const counts = (statement: number, one: string, five: string) => ({
    ...{ unitId: 'north', statement: String(statement), invited: '9' },
    ...{ one, two: '0', three: '0', four: '0', five },
  });
  const eight = [1, 2, 3, 4, 5, 6, 7, 8];

  test('that was held elsewhere counts by its answers, in no order that somebody gave', async () => {
    await write(
      'surveyElsewhere',
      ...eight.map((statement) =>
        counts(statement, statement === 1 ? '3' : '2', statement === 1 ? '2' : '3'),
      ),
    );
    const { document, gaps } = await assembled();
    expect(document.survey).toEqual({
      invited: { north: 9 },
      responses: [
        { direction: 'north', answers: [1, 1, 1, 1, 1, 1, 1, 1] },
        { direction: 'north', answers: [1, 1, 1, 1, 1, 1, 1, 1] },
        { direction: 'north', answers: [1, 5, 5, 5, 5, 5, 5, 5] },
        { direction: 'north', answers: [5, 5, 5, 5, 5, 5, 5, 5] },
        { direction: 'north', answers: [5, 5, 5, 5, 5, 5, 5, 5] },
      ],
    });
    expect(gaps).not.toContainEqual({ code: 'noSurvey', subject: null });
  });

  test('that was held in the portal goes before it', async () => {
    await write('surveyElsewhere', ...eight.map((statement) => counts(statement, '2', '3')));
    const held = { invited: { north: 2 }, responses: [] };
    expect((await assembled(held)).document.survey).toEqual(held);
  });
});

test('a project has its beneficiaries, by shares or by amounts', async () => {
  const project = (id: string) => ({ id, name: id, funding: 'own', planned: '10', reported: '10' });
  await write('projects', project('p1'), project('p2'));
  await write(
    'projectBeneficiaries',
    { projectId: 'p1', personId: 'cleo', amount: '10' },
    { projectId: 'p2', personId: 'cleo', share: '1' },
    { projectId: 'p2', personId: 'dino', share: '3' },
  );
  const { document } = await assembled();
  expect(document.projects).toEqual([
    { ...project('p1'), beneficiaries: [{ id: 'cleo', amount: '10' }] },
    {
      ...project('p2'),
      beneficiaries: [
        { id: 'cleo', share: '1' },
        { id: 'dino', share: '3' },
      ],
    },
  ]);
  accepted(document);
});
