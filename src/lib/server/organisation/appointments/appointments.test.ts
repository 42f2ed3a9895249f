import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal, Writer } from '../../database/database.ts';
import type { Outcome } from '../fault.ts';
import { appointed, period, person, portalWith, TOWN, unit } from '../small-town.ts';
import { appointmentsOf, leaderOf, ledBy } from './appointments.ts';
import { appoint, changeAppointment } from './changes.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith({
    ...TOWN,
    appointments: [
      appointed('ada', 'executive', 'north'),
      appointed('dino', 'executive', 'south', period('2024-01-01', '2025-03-31')),
      appointed('ada', 'executive', 'south', period('2025-03-01', '2025-06-30'), true),
      appointed('bea', 'eq', 'ports', period('2025-05-01')),
    ],
  }));
});

afterEach(() => {
  close();
});

const leader = async (id: string, date: string) => {
  const found = await leaderOf(portal.read, unit(id), day(date));
  return found && `${found.person}${found.interim ? ' (interim)' : ''}`;
};
const leads = async (who: string, date: string) =>
  (await ledBy(portal.read, person(who), day(date))).map((found) => found.unit);

async function outcomeOf(work: (write: Writer) => Promise<Outcome>) {
  const outcome = await portal.transaction(work);
  return outcome.ok ? 'done' : outcome.fault;
}

test.each([
  ['south', '2025-03-31', 'dino'],
  ['south', '2025-04-01', 'ada (interim)'],
  ['south', '2025-06-30', 'ada (interim)'],
  ['south', '2025-07-01', null],
  ['ports', '2025-04-30', null],
  ['ports', '2025-05-01', 'bea'],
  ['north', '2099-12-31', 'ada'],
])('%s is led on %s by %s', async (id, date, who) => {
  expect(await leader(id, date)).toBe(who);
});

test('who stands in leads when the holder is gone, beside the own unit', async () => {
  expect(await leads('ada', '2025-03-31')).toEqual(['north']);
  expect(await leads('ada', '2025-04-01')).toEqual(['north', 'south']);
  expect(await leads('ada', '2025-07-01')).toEqual(['north']);
  expect(await leads('bea', '2025-05-01')).toEqual(['ports']);
});

test('appointments of a person are told through time and on a day', async () => {
  expect(await appointmentsOf(portal.read, person('ada'))).toHaveLength(2);
  expect(await appointmentsOf(portal.read, person('ada'), day('2025-02-28'))).toHaveLength(1);
  expect(await appointmentsOf(portal.read, person('ada'), day('2025-03-01'))).toHaveLength(2);
});

test('an executive in the unit of the Segretario Generale leads it; without one the Segretario does', async () => {
  await outcomeOf((write) => appoint(write, appointed('ezio', 'secretaryGeneral', 'south')));
  expect(await leader('south', '2025-03-31')).toBe('dino');
  expect(await leads('ezio', '2025-03-31')).toEqual([]);
  expect(await leader('south', '2025-07-01')).toBe('ezio');
  expect(await leads('ezio', '2025-07-01')).toEqual(['south']);
});

describe('appointing', () => {
  test.each([
    [appointed('cleo', 'eq', 'mills'), 'done'],
    [appointed('cleo', 'eq', 'press'), 'done'],
    [appointed('cleo', 'eq', 'support'), 'done'],
    [appointed('cleo', 'eq', 'piers'), { code: 'wrongUnit', appointment: 'eq', unit: 'office' }],
    [appointed('cleo', 'eq', 'north'), { code: 'wrongUnit', appointment: 'eq', unit: 'direction' }],
    [appointed('cleo', 'executive', 'mills'), { code: 'wrongUnit' }],
    [appointed('cleo', 'secretaryGeneral', 'area'), { code: 'wrongUnit' }],
    [appointed('cleo', 'eq', 'nowhere'), { code: 'unknownUnit' }],
    [appointed('nobody', 'eq', 'mills'), { code: 'unknownPerson' }],
    [appointed('cleo', 'eq', 'mills', period('2023-12-31')), { code: 'unitNotThen' }],
    [appointed('cleo', 'eq', 'mills', period('2025-02-01', '2025-01-31')), { code: 'endBeforeStart' }],
    [appointed('cleo', 'executive', 'south', period('2025-03-31')), { code: 'alreadyHeld', by: 'dino' }],
    [appointed('cleo', 'executive', 'south', period('2025-04-01')), 'done'],
    [
      appointed('cleo', 'executive', 'south', period('2025-06-30'), true),
      { code: 'alreadyHeld', by: 'ada', period: { from: '2025-03-01', to: '2025-06-30' } },
    ],
    [appointed('cleo', 'executive', 'south', period('2025-07-01'), true), 'done'],
  ])('%j: %j', async (added, expected) => {
    const outcome = await outcomeOf((write) => appoint(write, added));
    if (typeof expected === 'string') expect(outcome).toBe(expected);
    else expect(outcome).toMatchObject(expected);
  });

  test('ending makes room from the day after', async () => {
    const [own] = await appointmentsOf(portal.read, person('ada'));
    await outcomeOf((write) => changeAppointment(write, own!.id, { to: day('2025-08-31') }));
    expect(await leader('north', '2025-08-31')).toBe('ada');
    expect(await leader('north', '2025-09-01')).toBeNull();
    const next = appointed('dino', 'executive', 'north', period('2025-09-01'));
    expect(await outcomeOf((write) => appoint(write, next))).toBe('done');
    expect(await outcomeOf((write) => changeAppointment(write, own!.id, { to: null }))).toMatchObject({
      code: 'alreadyHeld',
      by: 'dino',
    });
    expect(await outcomeOf((write) => changeAppointment(write, 999, { to: null }))).toEqual({
      code: 'unknownRecord',
    });
  });
});
