import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Portal } from '#lib/server/database/database.ts';
import { leaderOf, ledBy } from '#lib/server/organisation/appointments/appointments.ts';
import { appoint } from '#lib/server/organisation/appointments/changes.ts';
import { headCounts, scopeOf, staffOf } from '#lib/server/organisation/assignments/assignments.ts';
import { assign } from '#lib/server/organisation/assignments/changes.ts';
import type { Outcome } from '#lib/server/organisation/fault.ts';
import { loadBody } from '#lib/server/organisation/loading.ts';
import { listPeople } from '#lib/server/organisation/people/people.ts';
import { answeringFor } from '#lib/server/organisation/remits/remits.ts';
import { monthsAppointed, monthsInService } from '#lib/server/organisation/service-time.ts';
import { portalWith } from '#lib/server/organisation/small-town.ts';
import { placementFault } from '#lib/server/organisation/units/placement.ts';
import { structureOn } from '#lib/server/organisation/units/units.ts';
import { ROLES } from '#lib/server/permissions/roles.ts';
import { DIRECTIONS } from '../directions.ts';
import type { ExampleDocument } from '../example-document.ts';
import { demoBody } from './demo-body.ts';
import { personId } from './staff.ts';
import { unitId } from './units.ts';

const document = JSON.parse(readFileSync('examples/cremona-2025.json', 'utf8')) as ExampleDocument;
const body = demoBody(document);
const END_OF_YEAR = day('2025-12-31');

let portal: Portal;
let close: () => void;

beforeAll(async () => {
  ({ portal, close } = await portalWith(body));
});

afterAll(() => {
  close();
});

describe('the staff', () => {
  test('are 646 on 31 December 2025, without the Segretario Generale (R §2.4)', async () => {
    const { all, outside } = await headCounts(portal.read, END_OF_YEAR);
    expect(all).toBe(646 + 1);
    expect(outside).toBe(0);
  });

  test.each(DIRECTIONS)('of $name are those of the document', async ({ id, employees, eqHolders }) => {
    const staff = await staffOf(portal.read, unitId(id), END_OF_YEAR);
    const ofDocument = [document.executives, document.eqHolders, document.employees].flatMap((list) =>
      list.filter(({ direction }) => direction === id).map((somebody) => somebody.id),
    );
    const segretario = id === 'd13' ? ['g01'] : [];
    expect(staff.map(({ person }) => person.id).sort()).toEqual([...ofDocument, ...segretario].sort());
    expect(staff).toHaveLength(employees + eqHolders + 1 + segretario.length);
  });

  test('each belong to one direction then, and every service has somebody besides its EQ', async () => {
    const { units } = await structureOn(portal.read, END_OF_YEAR);
    const inServices = new Map<string, number>();
    for (const { id, direction } of [...document.executives, ...document.eqHolders, ...document.employees]) {
      const { services, directions } = await scopeOf(portal.read, personId(id), END_OF_YEAR);
      expect(directions).toEqual([direction]);
      for (const service of services) inServices.set(service, (inServices.get(service) ?? 0) + 1);
    }
    for (const { id, kind } of units.values())
      if (kind === 'service') expect(inServices.get(id), id).toBeGreaterThan(1);
  });

  test('of a service that moved on 1 April are in the new direction from that day on', async () => {
    const before = await staffOf(portal.read, unitId('s15'), day('2025-03-31'));
    const after = await staffOf(portal.read, unitId('s15'), day('2025-04-01'));
    expect(after).toEqual(expect.arrayContaining(before));
    const [{ person }] = before as [(typeof before)[number]];
    const directions = async (date: string) => (await scopeOf(portal.read, person.id, day(date))).directions;
    expect(await directions('2025-03-31')).toEqual(['d13']);
    expect(await directions('2025-04-01')).toEqual(['d05']);
  });

  test('have the months of the document; who has days of presence was absent, not away', async () => {
    for (const { id, months } of document.employees)
      expect(await monthsInService(portal.read, personId(id), 2025, CREMONA_2025), id).toBe(months ?? 12);
    for (const { id } of [...document.eqHolders, ...document.executives])
      expect(await monthsInService(portal.read, personId(id), 2025, CREMONA_2025), id).toBe(12);
  });

  test('who left before the sheets of the year are people still', async () => {
    expect(await monthsInService(portal.read, personId('f02'), 2025, CREMONA_2025)).toBe(0);
    expect(await monthsInService(portal.read, personId('f03'), 2025, CREMONA_2025)).toBe(0);
    expect((await listPeople(portal.read, '', null, 1)).total).toBe(body.people.length);
  });

  test('work in two places at once, one of them in two services and one beside the direction', () => {
    const halves = body.assignments.filter(
      ({ person, share, to }) =>
        share === 50 &&
        to === null &&
        body.assignments.filter((other) => other.person === person && other.to === null).length === 2,
    );
    expect(halves.map(({ unit }) => unit).sort()).toEqual(['h01', 's20', 's27', 's28']);
  });
});

describe('the appointments', () => {
  test('have the months of the document', async () => {
    const months = (id: string, kind: 'eq' | 'executive') =>
      monthsAppointed(portal.read, personId(id), kind, 2025, CREMONA_2025);
    for (const holder of document.eqHolders)
      expect(await months(holder.id, 'eq'), holder.id).toBe(holder.months);
    for (const executive of document.executives)
      expect(await months(executive.id, 'executive'), executive.id).toBe(executive.months);
  });

  test('give every service an EQ and every direction its executive at the end of the year', async () => {
    const { units } = await structureOn(portal.read, END_OF_YEAR);
    for (const { id, kind } of units.values()) {
      const leader = await leaderOf(portal.read, id, END_OF_YEAR);
      if (kind === 'service') expect(leader?.person, id).toMatch(/^q/);
      if (kind === 'direction') expect(leader?.person, id).toBe(id.replace('d', 'x'));
    }
  });

  test('let somebody stand in for a direction at the end of 2024 and for a service in spring', async () => {
    const leader = async (unit: string, date: string) =>
      (await leaderOf(portal.read, unitId(unit), day(date)))?.person;
    expect(await leader('d09', '2024-08-31')).toBe('f01');
    expect(await leader('d09', '2024-12-31')).toBe('x10');
    expect(await leader('d09', '2025-01-01')).toBe('x09');
    expect(await leader('s35', '2025-04-30')).toBe('q14');
    expect(await leader('s35', '2025-05-01')).toBe('q33');
    const led = await ledBy(portal.read, personId('x10'), day('2024-12-31'));
    expect(led.map(({ unit }) => unit).sort()).toEqual(['d09', 'd10']);
  });
});

test('the mayor and the councillors answer for every direction, once', async () => {
  for (const date of ['2025-03-31', '2025-04-01', '2026-11-01'].map(day)) {
    const { units } = await structureOn(portal.read, date);
    for (const { id, kind } of units.values())
      if (kind === 'direction') expect(await answeringFor(portal.read, id, date), id).toHaveLength(1);
  }
});

test('people are plainly invented: all different, nobody with a tax code, mail that leads nowhere', () => {
  const of = (field: (person: (typeof body.people)[number]) => string | null) =>
    new Set(body.people.map(field)).size;
  expect(of(({ givenName, familyName }) => `${givenName} ${familyName}`)).toBe(body.people.length);
  expect(of(({ mail }) => mail)).toBe(body.people.length);
  for (const { mail, taxCode } of body.people) {
    expect(taxCode).toBeNull();
    expect(mail).toMatch(/^[a-z]+\.[a-z]+@demo\.invalid$/);
  }
});

test('there is an account for each role, of a person of its own', () => {
  expect(body.accounts.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
  expect(new Set(body.accounts.map(({ person }) => person)).size).toBe(body.accounts.length);
  const ids = new Set(body.people.map(({ id }) => id));
  for (const { person } of [...body.accounts, ...body.grants]) expect(ids).toContain(person);
});

test('the account of the employee is of the service of the EQ, in the direction of the executive', async () => {
  const person = Object.fromEntries(body.accounts.map(({ login, person }) => [login, person]));
  const today = day('2026-11-25');
  const { services, directions } = await scopeOf(portal.read, person.dipendente!, today);
  expect((await leaderOf(portal.read, services[0]!, today))?.person).toBe(person.eq);
  expect((await leaderOf(portal.read, directions[0]!, today))?.person).toBe(person.dirigente);
});

test('the body is one that could have been entered by hand: nothing in it would be refused', async () => {
  const histories = new Map(body.units.map((unit) => [unit.id, unit]));
  for (const unit of body.units) expect(placementFault(histories, unit)).toBeNull();

  const entered = await portalWith({ ...body, assignments: [], appointments: [], remits: [] });
  try {
    const done = (outcome: Outcome) => {
      expect(outcome).toMatchObject({ ok: true });
    };
    await entered.portal.transaction(async (write) => {
      for (const assignment of body.assignments) done(await assign(write, assignment));
      for (const appointment of body.appointments) done(await appoint(write, appointment));
    });
  } finally {
    entered.close();
  }
}, 60_000);

test('it is the same every time, and written whole or not at all', async () => {
  expect(demoBody(document)).toEqual(body);
  const again = portal.transaction((write) => loadBody(write, body));
  await expect(again).rejects.toThrow();
  expect((await headCounts(portal.read, END_OF_YEAR)).all).toBe(647);
});
