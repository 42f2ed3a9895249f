import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { day, daysLater, type IsoDate } from '#core/calendar/iso-date.ts';
import type { Portal } from '../database/database.ts';
import { appoint, changeAppointment } from '../organisation/appointments/changes.ts';
import { appointmentsOf } from '../organisation/appointments/appointments.ts';
import type { Appointment, UnitId } from '../organisation/model.ts';
import { appointed, period, person, unit } from '../organisation/small-town.ts';
import { HOLDER, openBorough, PLACES } from './borough.ts';
import { judge } from './guard.ts';
import { navigationOf } from './navigation.ts';
import { findPeople } from './people-within-reach.ts';
import { ENTITY, may, scopesOf, type Subject, type Target } from './permission.ts';
import { ROLES, type GrantedRole } from './roles.ts';
import { grant, grantsOn, withdraw } from './store.ts';
import { subjectOf } from './subject.ts';
import { ACTIONS, PERMISSIONS, type Scope } from './table.ts';
import { directionTarget, personTarget } from './targets.ts';

const SCOPES: readonly Scope[] = ['own', 'service', 'direction', 'entity'];
const UNITS = ['a', 'b', 'c', 'd'].map(unit);
const TODAY = day('2025-06-01');

const someUnits = fc.uniqueArray(fc.constantFrom(...UNITS));
const anyPerson = fc.constantFrom('emma', 'emilio', 'flavia').map(person);
const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.constant(ENTITY),
  fc.record({
    kind: fc.constant('person' as const),
    person: anyPerson,
    services: someUnits,
    directions: someUnits,
  }),
  fc.record({ kind: fc.constant('direction' as const), direction: fc.constantFrom(...UNITS) }),
);
const anySubject: fc.Arbitrary<Subject> = fc.record({
  person: anyPerson,
  roles: fc.uniqueArray(fc.constantFrom(...ROLES)),
  leads: someUnits.map((units) => new Set<UnitId>(units)),
});

describe('whatever the table says', () => {
  test('a wider scope never allows less', () => {
    const table = PERMISSIONS.employee as { 'person.read'?: Scope };
    const before = table['person.read']!;
    const asEmployee = fc.record({
      person: anyPerson,
      roles: fc.constant(['employee'] as const),
      leads: someUnits.map((units) => new Set<UnitId>(units)),
    });
    try {
      fc.assert(
        fc.property(asEmployee, anyTarget, (subject, target) => {
          const allowed = SCOPES.map((scope) => {
            table['person.read'] = scope;
            return may(subject, 'person.read', target);
          });
          expect(allowed).toEqual([...allowed].sort((a, b) => Number(a) - Number(b)));
          expect(allowed.at(-1)).toBe(true);
        }),
      );
    } finally {
      table['person.read'] = before;
    }
  });

  test('several roles allow what one of them allows, and nothing else', () => {
    fc.assert(
      fc.property(anySubject, fc.constantFrom(...ACTIONS), anyTarget, (subject, action, target) => {
        const single = subject.roles.map((role) => may({ ...subject, roles: [role] }, action, target));
        expect(may(subject, action, target)).toBe(single.includes(true));
      }),
    );
  });

  test('who leads nothing reaches the own person at most, unless it is the whole entity', () => {
    fc.assert(
      fc.property(anySubject, fc.constantFrom(...ACTIONS), anyTarget, (someone, action, target) => {
        const subject = { ...someone, leads: new Set<UnitId>() };
        if (!may(subject, action, target) || scopesOf(subject, action).has('entity')) return;
        expect(target).toMatchObject({ kind: 'person', person: subject.person });
      }),
    );
  });

  test('without a role nothing is allowed', () => {
    fc.assert(
      fc.property(anySubject, fc.constantFrom(...ACTIONS), anyTarget, (subject, action, target) => {
        expect(may({ ...subject, roles: [] }, action, target)).toBe(false);
      }),
    );
  });
});

describe('in the borough', () => {
  let portal: Portal;
  let close: () => void;

  beforeEach(async () => {
    ({ portal, close } = await openBorough());
  });
  afterEach(() => {
    vi.useRealTimers();
    close();
  });

  const on = (who: string, date: IsoDate = TODAY) => subjectOf(portal.read, person(who), date);
  const add = (appointment: Appointment) =>
    portal.transaction(async (write) => {
      expect(await appoint(write, appointment)).toMatchObject({ ok: true });
    });
  const endOn = (who: string, lastDay: string) =>
    portal.transaction(async (write) => {
      const [appointment] = await appointmentsOf(write, person(who));
      expect(await changeAppointment(write, appointment!.id, { to: day(lastDay) })).toMatchObject({
        ok: true,
      });
    });
  async function readable(who: string, date: IsoDate = TODAY): Promise<string[]> {
    const subject = await on(who, date);
    const found: string[] = [];
    for (const id of Object.keys(PLACES))
      if (may(subject, 'result.person.read', (await personTarget(portal.read, id, date))!)) found.push(id);
    return found;
  }

  test('an executive in the interim reaches the other direction too, from its first day to its last', async () => {
    await endOn('ximena', '2025-03-31');
    await add(appointed('xavier', 'executive', 'docks', period('2025-04-01', '2025-06-30'), true));
    const docks = (await directionTarget(portal.read, 'docks', TODAY))!;
    const reaches = async (date: string) =>
      may(await on('xavier', day(date)), 'result.direction.read', docks);
    expect(await reaches('2025-03-31')).toBe(false);
    expect(await reaches('2025-04-01')).toBe(true);
    expect(await readable('xavier')).toEqual([
      ...['emma', 'emilio', 'quinto', 'flavia', 'xavier'],
      ...['piero', 'quirina', 'ximena'],
    ]);
    expect(await reaches('2025-06-30')).toBe(true);
    expect(await reaches('2025-07-01')).toBe(false);
    expect(await readable('xavier', day('2025-07-01'))).not.toContain('piero');
  });

  test('who stands in for a holder who is there reaches nothing more', async () => {
    await add(appointed('xavier', 'executive', 'docks', period('2025-01-01'), true));
    expect(await readable('xavier')).toEqual(['emma', 'emilio', 'quinto', 'flavia', 'xavier']);
  });

  test('an employee who stands in stays an employee, whether or not the holder is there', async () => {
    await add(appointed('emma', 'eq', 'grain', period('2025-01-01'), true));
    expect((await on('emma')).roles).toEqual(['employee']);
    expect(await readable('emma')).toEqual(['emma']);
    await endOn('quinto', '2025-03-31');
    expect((await on('emma')).roles).toEqual(['employee', 'eqHolder']);
    expect(await readable('emma')).toEqual(['emma', 'emilio', 'quinto']);
  });

  test('a role ends with the appointment, and who works on is an employee', async () => {
    await endOn('quinto', '2025-05-31');
    expect((await on('quinto', day('2025-05-31'))).roles).toEqual(['eqHolder']);
    expect(await readable('quinto', day('2025-05-31'))).toEqual(['emma', 'emilio', 'quinto']);
    expect((await on('quinto')).roles).toEqual(['employee']);
    expect(await readable('quinto')).toEqual(['quinto']);
  });

  test('roles that are given add to those that follow from the place', async () => {
    await portal.transaction((write) => grant(write, person('emma'), 'humanResources', TODAY, null));
    expect((await on('emma')).roles).toEqual(['employee', 'humanResources']);
    expect(await readable('emma')).toEqual(['emma']);
    const everybody = await findPeople(portal.read, await on('emma'), '', 1, TODAY);
    expect(everybody.total).toBe(15);
  });

  test('somebody whom nobody knows has no role', async () => {
    expect(await on('nobody')).toEqual({ person: 'nobody', roles: [], leads: new Set() });
  });

  describe('a role that is given', () => {
    const until = daysLater(TODAY, 10);
    const held = async (role: GrantedRole, date: IsoDate) => (await on('emma', date)).roles.includes(role);
    const last = async () => (await grantsOn(portal.read, person('emma'), TODAY)).at(-1)!;

    test('is held from its first day to its last', async () => {
      await portal.transaction((write) => grant(write, person('emma'), 'councillor', TODAY, until));
      expect(await held('councillor', daysLater(TODAY, -1))).toBe(false);
      expect(await held('councillor', TODAY)).toBe(true);
      expect(await held('councillor', until)).toBe(true);
      expect(await held('councillor', daysLater(until, 1))).toBe(false);
    });

    test('until further notice is held for ever', async () => {
      await portal.transaction((write) => grant(write, person('emma'), 'councillor', TODAY, null));
      expect(await held('councillor', day('2099-12-31'))).toBe(true);
    });

    test('taken away, stays on record until the day before', async () => {
      const since = daysLater(TODAY, -10);
      await portal.transaction((write) => grant(write, person('emma'), 'councillor', since, null));
      const { id } = await last();
      await portal.transaction((write) => withdraw(write, id, daysLater(TODAY, -1)));
      expect(await held('councillor', TODAY)).toBe(false);
      expect(await held('councillor', daysLater(TODAY, -1))).toBe(true);
      expect(await held('councillor', since)).toBe(true);
    });

    test('taken away on the day it was given, was never given; other roles stay', async () => {
      await portal.transaction(async (write) => {
        await grant(write, person('emma'), 'humanResources', TODAY, null);
        await grant(write, person('emma'), 'councillor', TODAY, until);
      });
      const { id } = await last();
      await portal.transaction((write) => withdraw(write, id, daysLater(TODAY, -1)));
      for (const date of [daysLater(TODAY, -1), TODAY, until])
        expect(await held('councillor', date)).toBe(false);
      expect(await held('humanResources', TODAY)).toBe(true);
    });
  });

  test.each(ROLES)(
    '%s finds exactly the people whose page opens, and only if there is a list',
    async (role) => {
      const subject = await subjectOf(portal.read, HOLDER[role], TODAY);
      if (scopesOf(subject, 'person.find').size === 0) return;
      const { people } = await findPeople(portal.read, subject, '', 1, TODAY);
      const opened: string[] = [];
      for (const id of [...Object.keys(PLACES), ...Object.values(HOLDER)])
        if (may(subject, 'person.read', (await personTarget(portal.read, id, TODAY))!)) opened.push(id);
      expect(people.map(({ id }) => id).sort()).toEqual([...new Set(opened)].sort());
    },
  );

  test('everybody is shown the sections that open, and no other', async () => {
    const subjects = await Promise.all(ROLES.map((role) => subjectOf(portal.read, HOLDER[role], TODAY)));
    const shownTo = (subject: Subject) => navigationOf(subject).map(({ href }) => href as string);
    // Who gives guidelines, or looks after the data, has a section for it; others come to what concerns them from elsewhere.
    const elsewhere = ['/indirizzi', '/dati'];
    const sections = new Set(
      subjects.flatMap(shownTo).filter((href) => !href.includes('/persone/') && !elsewhere.includes(href)),
    );
    expect([...sections]).toEqual(expect.arrayContaining(['/', '/persone', '/amministrazione/registro']));
    for (const subject of subjects) {
      const opens = async (route: string) =>
        (await judge(
          portal.read,
          { stage: 'open', subject },
          { route, method: 'GET', params: { person: subject.person }, search: new URLSearchParams() },
          TODAY,
        )) === 'allowed';
      const shown = shownTo(subject);
      for (const section of sections)
        expect([subject.person, section, shown.includes(section)]).toEqual([
          subject.person,
          section,
          await opens(section),
        ]);
      const ownSheet = shown.includes(`/risultati/persone/${subject.person}`);
      expect([subject.person, ownSheet]).toEqual([
        subject.person,
        await opens('/risultati/persone/[person]'),
      ]);
    }
  });
});
