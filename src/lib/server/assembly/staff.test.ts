import { afterEach, expect, test } from 'vitest';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { appointed, assigned, period, person, portalWith, TOWN, unit } from '../organisation/small-town.ts';
import type { Appointment, Assignment, UnitHistory } from '../organisation/model.ts';
import { staffOf, type Staff } from './staff.ts';

let close: (() => void) | undefined;
afterEach(() => close?.());

interface Working {
  readonly assignments?: readonly Assignment[];
  readonly appointments?: readonly Appointment[];
  readonly units?: readonly UnitHistory[];
}

/** Who has a sheet of 2025 in the small town when people work as told, and lead what is told. */
async function staff({ assignments = [], appointments = [], units = TOWN.units }: Working): Promise<Staff> {
  const town = await portalWith({ ...TOWN, units, assignments, appointments });
  close = town.close;
  return staffOf(town.portal.read, 2025, CREMONA_2025);
}

const UNTIL_MARCH = period('2024-01-01', '2025-03-31');

test('the directions are those of the last day of the year', async () => {
  const { directions } = await staff({});
  expect(directions).toEqual([
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ]);
});

test('who left in the year has a sheet where they worked last, with the months and days until then', async () => {
  const { employees } = await staff({ assignments: [assigned('dino', 'press', 100, UNTIL_MARCH)] });
  expect(employees).toEqual([{ person: 'dino', direction: 'south', months: 3, days: 90 }]);
});

test('who left the service before it moved stays with the direction it was in', async () => {
  const { employees } = await staff({ assignments: [assigned('bea', 'piers', 100, UNTIL_MARCH)] });
  expect(employees).toMatchObject([{ person: 'bea', direction: 'north' }]);
});

test('who goes along with a service belongs to the direction it stands in at the end', async () => {
  const { employees } = await staff({ assignments: [assigned('bea', 'piers')] });
  expect(employees).toEqual([{ person: 'bea', direction: 'south', months: 12, days: 365 }]);
});

test('who came in the year has the months from then on: a month with too few days does not count', async () => {
  const came = (from: string) => staff({ assignments: [assigned('ada', 'mills', 100, period(from))] });
  expect((await came('2025-05-01')).employees).toMatchObject([{ months: 8, days: 245 }]);
  close?.();
  expect((await came('2025-05-30')).employees).toMatchObject([{ months: 7, days: 216 }]);
});

test('who has no month in the year has no sheet, before it or after it', async () => {
  const { employees, withoutDirection } = await staff({
    assignments: [
      assigned('ada', 'mills', 100, period('2024-01-01', '2025-01-05')),
      assigned('bea', 'mills', 100, period('2026-01-01')),
    ],
  });
  expect([employees, withoutDirection]).toEqual([[], []]);
});

test('who works half in two directions is of the larger part; of equal parts of one of them', async () => {
  const { employees } = await staff({
    assignments: [
      ...[assigned('ada', 'mills', 40), assigned('ada', 'parks', 60)],
      ...[assigned('cleo', 'mills', 50), assigned('cleo', 'parks', 50)],
      // Two parts in one direction go together.
      ...[assigned('dino', 'mills', 40), assigned('dino', 'parks', 30), assigned('dino', 'press', 30)],
    ],
  });
  expect(employees).toMatchObject([
    { person: 'ada', direction: 'south', months: 12, days: 365 },
    { person: 'cleo', direction: 'north' },
    { person: 'dino', direction: 'south' },
  ]);
});

test('who stands beside the directions has none, and is told', async () => {
  const { employees, withoutDirection } = await staff({ assignments: [assigned('ezio', 'support')] });
  expect(employees).toEqual([]);
  expect(withoutDirection).toEqual(['ezio']);
});

test('who worked in a direction that has ended has none, and is told', async () => {
  const units = TOWN.units.map((one) =>
    one.id === 'south' || one.id === 'parks'
      ? { ...one, versions: [{ ...one.versions[0]!, to: UNTIL_MARCH.to }] }
      : one,
  );
  const { directions, employees, withoutDirection } = await staff({
    units,
    assignments: [assigned('ada', 'parks', 100, UNTIL_MARCH)],
  });
  expect(directions).toMatchObject([{ id: 'north' }]);
  expect(employees).toEqual([]);
  expect(withoutDirection).toEqual(['ada']);
});

test('who leads a direction or a service on the last day has that sheet only, with the months of the appointment', async () => {
  const { executives, eqHolders, employees } = await staff({
    assignments: [assigned('ada', 'north'), assigned('bea', 'ports')],
    appointments: [
      appointed('ada', 'executive', 'north', period('2025-03-01')),
      appointed('bea', 'eq', 'ports', period('2025-06-01')),
    ],
  });
  expect(executives).toEqual([{ person: 'ada', direction: 'north', months: 10, days: 365 }]);
  expect(eqHolders).toEqual([{ person: 'bea', direction: 'south', unit: 'ports', months: 7, days: 365 }]);
  expect(employees).toEqual([]);
});

test('who led in the year and does no more is an employee', async () => {
  const { eqHolders, employees } = await staff({
    assignments: [assigned('bea', 'ports')],
    appointments: [appointed('bea', 'eq', 'ports', UNTIL_MARCH)],
  });
  expect(eqHolders).toEqual([]);
  expect(employees).toMatchObject([{ person: 'bea', months: 12 }]);
});

test('standing in for somebody makes nobody a holder and adds no months', async () => {
  const { eqHolders, employees } = await staff({
    assignments: [assigned('ada', 'mills'), assigned('bea', 'ports')],
    appointments: [
      appointed('ada', 'eq', 'parks', period('2024-01-01'), true),
      appointed('bea', 'eq', 'ports', period('2025-08-01')),
      appointed('bea', 'eq', 'mills', period('2025-01-01', '2025-07-31'), true),
    ],
  });
  expect(eqHolders).toMatchObject([{ person: 'bea', months: 5 }]);
  expect(employees).toMatchObject([{ person: 'ada', direction: 'north', months: 12 }]);
});

test('the Segretario Generale has no sheet', async () => {
  const all = await staff({
    assignments: [assigned('ada', 'north')],
    appointments: [appointed('ada', 'secretaryGeneral', 'north')],
  });
  expect([all.executives, all.eqHolders, all.employees, all.withoutDirection]).toEqual([[], [], [], []]);
});

test('people come in the order of their ids, and the structure is that of the last day', async () => {
  const all = await staff({
    assignments: [assigned('cleo', 'mills'), assigned('ada', 'mills'), assigned('bea', 'mills')],
  });
  expect(all.employees.map((member) => member.person)).toEqual(['ada', 'bea', 'cleo'].map(person));
  expect(all.structure.units.get(unit('ports'))?.parent).toBe('south');
});
