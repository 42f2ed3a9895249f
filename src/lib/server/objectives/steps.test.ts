import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { historyOf } from '../lists/history.ts';
import { accept, assign, sendBack, withdraw } from './assigning.ts';
import { certify, certifyAsComputed } from './certifying.ts';
import { changeObjective, removeIndicator, removeObjective, saveIndicator, setOwners } from './editing.ts';
import { objectiveIndicatorsList, objectivesList } from './lists.ts';
import { makeObjectives } from './making.ts';
import { indicator, openMill, put, YEAR, type Mill } from './mill-objectives.ts';
import type { ObjectiveId } from './model.ts';
import { attachTo, report } from './reporting.ts';
import { attachmentOf, reportsOf } from './store.ts';
import { readYear } from './year.ts';

let mill: Mill;
beforeEach(async () => {
  mill = await openMill();
});
afterEach(() => {
  mill.close();
});

const stateOf = async (id: string) =>
  (await readYear(mill.portal.read, YEAR)).objectives.get(id as ObjectiveId)!.state;
const NEW = { title: 'New', description: '', parentId: '', siloId: '', kind: '', weight: '' };
const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);
const typed = (measured: Record<string, string> = {}, achievement = '') => ({
  remarks: 'What was done.',
  measured,
  achievement,
});

async function assigned(id: string) {
  expect(await assign(mill.portal, await mill.as('technicalStructure'), id)).toEqual([]);
}

describe('an objective is assigned', () => {
  test('by who answers for it: a direction’s by the technical structure, a person’s by the executive', async () => {
    const executive = await mill.as('executive');
    expect(codes(await assign(mill.portal, executive, 'mill'))).toEqual(['notYours']);
    expect(await assign(mill.portal, await mill.as('technicalStructure'), 'mill')).toEqual([]);
    expect(await assign(mill.portal, executive, 'emma')).toEqual([]);
    expect([await stateOf('mill'), await stateOf('emma')]).toEqual(['assigned', 'assigned']);
  });

  test('not without an indicator', async () => {
    const executive = await mill.as('executive');
    expect(await removeIndicator(mill.portal, executive, 'emma', 'emma-1')).toEqual([]);
    expect(await assign(mill.portal, executive, 'emma')).toEqual([{ code: 'gap', gap: 'noIndicator' }]);
    expect(await stateOf('emma')).toBe('draft');
  });

  test('not with an indicator without a target: it is refused where it is written', async () => {
    const executive = await mill.as('executive');
    const words = { name: 'Sacks', measure: '', better: 'higher', baseline: '', target: '', weight: '' };
    expect(await saveIndicator(mill.portal, executive, 'emma', null, words)).toEqual([
      { code: 'list', column: 'target', fault: { code: 'missing' } },
    ]);
  });

  test('not with weights that come to nothing meant', async () => {
    await put(mill.portal, objectiveIndicatorsList, YEAR, [
      indicator('grain-2', 'grain', { weight: '60' }),
      indicator('grain-3', 'grain', { weight: '30' }),
    ]);
    const executive = await mill.as('executive');
    await removeIndicator(mill.portal, executive, 'grain', 'grain-1');
    expect(await assign(mill.portal, executive, 'grain')).toEqual([{ code: 'gap', gap: 'weights' }]);
    const words = { name: 'Flour', measure: '', better: 'lower', baseline: '', target: '5', weight: '40' };
    expect(await saveIndicator(mill.portal, executive, 'grain', 'grain-3', words)).toEqual([]);
    expect(await assign(mill.portal, executive, 'grain')).toEqual([]);
  });

  test('not to nobody, nor while the weights of the person’s set do not hold', async () => {
    const executive = await mill.as('executive');
    await setOwners(mill.portal, executive, 'emma', []);
    expect(await assign(mill.portal, executive, 'emma')).toEqual([{ code: 'gap', gap: 'noOwner' }]);
    await setOwners(mill.portal, executive, 'emma', [{ person: 'emma', weight: '60' }]);
    const second = { year: YEAR, level: 'individual', unit: 'grain', typed: NEW, everybody: false } as const;
    const { ids } = await makeObjectives(mill.portal, executive, { ...second, owners: ['emma'] });
    expect(await setOwners(mill.portal, executive, ids[0]!, [{ person: 'emma', weight: '30' }])).toEqual([]);
    expect(await assign(mill.portal, executive, 'emma')).toEqual([
      { code: 'personWeights', name: 'Prova emma', total: '90' },
    ]);
    await setOwners(mill.portal, executive, ids[0]!, [{ person: 'emma', weight: '40' }]);
    expect(await assign(mill.portal, executive, 'emma')).toEqual([]);
  });

  test('and only as a draft', async () => {
    await assigned('emma');
    expect(codes(await assign(mill.portal, await mill.as('executive'), 'emma'))).toEqual(['wrongState']);
  });
});

test('what is the DUP’s is changed by the technical structure alone, and assigned by nobody', async () => {
  const words = { ...NEW, parentId: 'dup' };
  const [planner, executive] = [await mill.as('technicalStructure'), await mill.as('executive')];
  expect(codes(await assign(mill.portal, planner, 'plan'))).toEqual(['wrongState']);
  expect(codes(await changeObjective(mill.portal, executive, 'plan', words, null))).toEqual(['notYours']);
  expect(await changeObjective(mill.portal, planner, 'plan', words, null)).toEqual([]);
});

describe('an objective is accepted', () => {
  test('by its owner only', async () => {
    await assigned('emma');
    expect(codes(await accept(mill.portal, await mill.as('executive'), 'emma'))).toEqual(['notYours']);
    expect(codes(await accept(mill.portal, await mill.who('emilio'), 'emma'))).toEqual(['unknown']);
    expect(await accept(mill.portal, await mill.who('emma'), 'emma')).toEqual([]);
    expect(await stateOf('emma')).toBe('accepted');
  });

  test('of a direction by who leads it', async () => {
    await assigned('mill');
    expect(codes(await accept(mill.portal, await mill.who('ximena'), 'mill'))).toEqual(['unknown']);
    expect(await accept(mill.portal, await mill.as('executive'), 'mill')).toEqual([]);
    expect(await stateOf('mill')).toBe('accepted');
  });

  test('or sent back with a remark, and is a draft again', async () => {
    await assigned('emma');
    const emma = await mill.who('emma');
    expect(codes(await sendBack(mill.portal, emma, 'emma', ' '))).toEqual(['remarkMissing']);
    expect(await sendBack(mill.portal, emma, 'emma', 'Too many sacks.')).toEqual([]);
    const { objectives } = await readYear(mill.portal.read, YEAR);
    const { state, owners } = objectives.get('emma' as ObjectiveId)!;
    expect([state, owners[0]?.remark]).toEqual(['draft', 'Too many sacks.']);
  });

  test('anew once it was taken back and changed', async () => {
    await assigned('emma');
    await accept(mill.portal, await mill.who('emma'), 'emma');
    const executive = await mill.as('executive');
    const words = { title: 'Other', description: '', parentId: 'grain', siloId: '', kind: '', weight: '' };
    expect(codes(await changeObjective(mill.portal, executive, 'emma', words, null))).toEqual(['wrongState']);
    expect(await withdraw(mill.portal, executive, 'emma')).toEqual([]);
    expect(await changeObjective(mill.portal, executive, 'emma', words, null)).toEqual([]);
    expect(await assign(mill.portal, executive, 'emma')).toEqual([]);
    expect(await stateOf('emma')).toBe('assigned');
  });
});

describe('an objective is reported', () => {
  test('at mid-year with what is measured so far, and in the end with what the indicators come to', async () => {
    await assigned('grain');
    const holder = await mill.as('eqHolder');
    await accept(mill.portal, holder, 'grain');
    expect(await report(mill.portal, holder, 'grain', 'midYear', typed({ 'grain-1': '20' }))).toEqual([]);
    expect(await stateOf('grain')).toBe('accepted');
    expect(await report(mill.portal, holder, 'grain', 'final', typed({ 'grain-1': '75,5' }))).toEqual([]);
    const { objectives } = await readYear(mill.portal.read, YEAR);
    const { state, row, achievement } = objectives.get('grain' as ObjectiveId)!;
    expect([state, row.reported, achievement?.value]).toEqual(['reported', '75.50', '75.50']);
    expect((await reportsOf(mill.portal.read, row.id)).map(({ phase }) => phase)).toEqual([
      'final',
      'midYear',
    ]);
  });

  test('differently from its indicators: both are kept', async () => {
    await assigned('emma');
    const holder = await mill.as('eqHolder');
    await report(mill.portal, holder, 'emma', 'final', typed({ 'emma-1': '80' }, '95'));
    const { objectives } = await readYear(mill.portal.read, YEAR);
    const { row, achievement } = objectives.get('emma' as ObjectiveId)!;
    expect([row.reported, achievement?.value, achievement?.from]).toEqual(['95', '80.00', 'computed']);
  });

  test('not as a draft, not with letters for numbers, and not by the employee', async () => {
    const holder = await mill.as('eqHolder');
    expect(codes(await report(mill.portal, holder, 'emma', 'final', typed()))).toEqual(['wrongState']);
    await assigned('emma');
    expect(await report(mill.portal, holder, 'emma', 'final', typed({ 'emma-1': 'many' }))).toEqual([
      { code: 'list', column: 'misurato-emma-1', fault: { code: 'notANumber', text: 'many' } },
    ]);
    const emma = await mill.who('emma');
    expect(codes(await report(mill.portal, emma, 'emma', 'final', typed()))).toEqual(['notYours']);
    expect(await stateOf('emma')).toBe('assigned');
  });

  test('with a file beside it', async () => {
    await assigned('emma');
    const holder = await mill.as('eqHolder');
    await report(mill.portal, holder, 'emma', 'final', typed({ 'emma-1': '80' }));
    const id = 'emma' as ObjectiveId;
    const [made] = await reportsOf(mill.portal.read, id);
    const file = { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') };
    expect(await attachTo(mill.portal, holder, 'emma', made!.id, file)).toEqual([]);
    expect(await attachmentOf(mill.portal.read, id, made!.id)).toEqual(file);
    expect(await attachmentOf(mill.portal.read, 'grain' as ObjectiveId, made!.id)).toBeNull();
  });
});

describe('an objective is certified', () => {
  async function reported(id: string, measured: string, achievement = '') {
    await assigned(id);
    const faults = await report(
      mill.portal,
      await mill.as('executive'),
      id,
      'final',
      typed({ [`${id}-1`]: measured }, achievement),
    );
    expect(faults).toEqual([]);
  }

  test('with a reason where it is not what was reported and computed', async () => {
    await reported('mill', '90');
    const board = await mill.as('evaluationBoard');
    expect(codes(await certify(mill.portal, board, 'mill', { achievement: '70', reason: '' }))).toEqual([
      'reasonMissing',
    ]);
    expect(
      await certify(mill.portal, board, 'mill', { achievement: '70', reason: 'Half the year.' }),
    ).toEqual([]);
    expect(await certify(mill.portal, board, 'mill', { achievement: '90,00', reason: '' })).toEqual([]);
  });

  test('by the Nucleo only, and not as a draft', async () => {
    const board = await mill.as('evaluationBoard');
    const words = { achievement: '90', reason: 'So.' };
    expect(codes(await certify(mill.portal, board, 'mill', words))).toEqual(['wrongState']);
    await reported('mill', '90');
    for (const role of ['technicalStructure', 'executive'] as const)
      expect(codes(await certify(mill.portal, await mill.as(role), 'mill', words))).toEqual(['notYours']);
  });

  test('and then closed to everybody but a new certification', async () => {
    await reported('emma', '90');
    await certify(mill.portal, await mill.as('evaluationBoard'), 'emma', { achievement: '90', reason: '' });
    const [executive, planner] = [await mill.as('executive'), await mill.as('technicalStructure')];
    const words = { title: 'x', description: '', parentId: '', siloId: '', kind: '', weight: '' };
    const refused = [
      await changeObjective(mill.portal, planner, 'emma', words, null),
      await removeObjective(mill.portal, planner, 'emma'),
      await setOwners(mill.portal, planner, 'emma', []),
      await withdraw(mill.portal, planner, 'emma'),
      await report(mill.portal, executive, 'emma', 'final', typed()),
    ];
    expect(refused.map(codes)).toEqual([['closed'], ['closed'], ['closed'], ['wrongState'], ['closed']]);
  });

  test('many at once as computed, but those whose report says something else', async () => {
    await reported('mill', '90');
    await reported('emma', '80', '95');
    const board = await mill.as('evaluationBoard');
    const done = await certifyAsComputed(mill.portal, board, YEAR, ['mill', 'emma', 'dock', 'none']);
    expect(done).toEqual({ certified: 1, left: ['emma', 'dock', 'none'], faults: [] });
    expect([await stateOf('mill'), await stateOf('emma')]).toEqual(['certified', 'reported']);
  });

  test('and the history of the record tells who and when', async () => {
    await reported('mill', '90');
    await certify(mill.portal, await mill.as('evaluationBoard'), 'mill', { achievement: '90', reason: '' });
    const told = await historyOf(mill.portal.read, objectivesList, YEAR, '["mill"]', 'it');
    expect(told.map(({ who }) => who)).toEqual(['nora Prova', 'xavier Prova', 'Accordo']);
  });
});

describe('how far who reaches', () => {
  const words = { title: 'Mine', description: '', parentId: '', siloId: '', kind: '', weight: '' };

  test('an executive does not find another direction’s', async () => {
    const executive = await mill.as('executive');
    expect(codes(await changeObjective(mill.portal, executive, 'dock', words, null))).toEqual(['unknown']);
    expect(codes(await assign(mill.portal, executive, 'pier'))).toEqual(['unknown']);
    await assigned('pier');
    expect(codes(await report(mill.portal, executive, 'pier', 'final', typed()))).toEqual(['unknown']);
  });

  test('an executive gives objectives to nobody else’s people, and lets them serve no other direction’s', async () => {
    const executive = await mill.as('executive');
    const owners = [{ person: 'piero', weight: '' }];
    expect(codes(await setOwners(mill.portal, executive, 'emma', owners))).toEqual(['notYours']);
    const under = { ...words, parentId: 'dock' };
    expect(codes(await changeObjective(mill.portal, executive, 'emma', under, null))).toEqual(['notYours']);
  });

  test('an EQ holder reports the own service’s and changes none', async () => {
    const holder = await mill.as('eqHolder');
    await assigned('pier');
    expect(codes(await report(mill.portal, holder, 'pier', 'final', typed()))).toEqual(['unknown']);
    expect(codes(await report(mill.portal, holder, 'mill', 'final', typed()))).toEqual(['notYours']);
    expect(codes(await changeObjective(mill.portal, holder, 'emma', words, null))).toEqual(['notYours']);
  });

  test('an employee changes, reports and certifies nothing', async () => {
    const emma = await mill.who('emma');
    const tried = [
      await changeObjective(mill.portal, emma, 'emma', words, null),
      await assign(mill.portal, emma, 'emma'),
      await certify(mill.portal, emma, 'emma', { achievement: '100', reason: 'x' }),
    ];
    expect(tried.map(codes)).toEqual([['notYours'], ['notYours'], ['notYours']]);
  });

  test('somebody’s change is not lost under another’s', async () => {
    const executive = await mill.as('executive');
    const shown = await objectivesList.source.one(mill.portal.read, YEAR, { id: 'emma' });
    const mine = { ...words, parentId: 'grain' };
    expect(await changeObjective(mill.portal, executive, 'emma', mine, shown)).toEqual([]);
    const [fault] = await changeObjective(mill.portal, executive, 'emma', { ...mine, title: 'Late' }, shown);
    expect(fault).toMatchObject({ code: 'list', fault: { code: 'changedMeanwhile' } });
  });
});
