import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Portal } from '../database/database.ts';
import { person, portalWith, TOWN } from '../organisation/small-town.ts';
import { shownEntries } from './shown-entries.ts';
import { page, recorded, type Actor, type Change } from './trail.ts';

let portal: Portal;
let close: () => void;

beforeAll(async () => {
  ({ portal, close } = await portalWith(TOWN));
});
afterAll(() => {
  close();
});

async function shown(actor: Actor, change: Change) {
  await recorded(portal, actor, (_write, record) => record(change));
  const { entries } = await page(portal.read, { before: null, subject: null, person: null });
  return (await shownEntries(portal.read, entries))[0]!;
}

test('people are told by name, and only the fields that differ', async () => {
  const entry = await shown(person('ada'), {
    action: 'account.disable',
    subject: { kind: 'person', id: 'bea' },
    before: { login: 'bea', disabled: false, roles: ['councillor'] },
    after: { login: 'bea', disabled: true, roles: [] },
  });
  expect(entry).toMatchObject({ actor: 'ada', actorName: 'Ada Toccata', subjectName: 'Bea Rondò' });
  expect(entry.changes).toEqual([
    { field: 'disabled', before: 'false', after: 'true' },
    { field: 'roles', before: '["councillor"]', after: '[]' },
  ]);
});

test('what begins has nothing before, what ends nothing after, what is only done no changes', async () => {
  const subject = { kind: 'unit', id: 'north' } as const;
  expect((await shown('accordo', { action: 'unit.add', subject, after: { name: 'North' } })).changes).toEqual(
    [{ field: 'name', before: null, after: 'North' }],
  );
  expect(
    (await shown('accordo', { action: 'unit.end', subject, before: { name: 'North' } })).changes,
  ).toEqual([{ field: 'name', before: 'North', after: null }]);
  expect((await shown('accordo', { action: 'unit.look', subject })).changes).toEqual([]);
});

test('the program, the command line and who is not known any more have no name', async () => {
  for (const actor of ['accordo', 'terminal', person('gone')] as const)
    expect(await shown(actor, { action: 'x', subject: { kind: 'person', id: 'gone' } })).toMatchObject({
      actor,
      actorName: null,
      subjectId: 'gone',
      subjectName: null,
    });
});

test('a unit is not taken for the person with the same id', async () => {
  const entry = await shown(person('ada'), { action: 'unit.change', subject: { kind: 'unit', id: 'ada' } });
  expect(entry).toMatchObject({ actorName: 'Ada Toccata', subjectName: null });
});

test('a list that changed is told place by place', async () => {
  const subject = { kind: 'cycle', id: '2025' } as const;
  const { changes } = await shown(person('ada'), {
    action: 'cycle.phases.set',
    subject,
    before: [{ phase: 'opening' }],
    after: [{ phase: 'opening' }, { phase: 'survey' }],
  });
  expect(changes).toEqual([{ field: '1', before: null, after: '{"phase":"survey"}' }]);
});
