import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '../audit/trail.ts';
import { today } from '../calendar/today.ts';
import { phasesOn } from '../cycles/deadlines.ts';
import { latest } from '../cycles/service.ts';
import { openPortal, type Portal } from '../database/database.ts';
import * as accountStore from '../identity/account-store.ts';
import { createAccount } from '../identity/accounts.ts';
import { everythingIn } from '../identity/borough-accounts.ts';
import { giveCode } from '../identity/second-factor.ts';
import { signedIn } from '../identity/signed-in.ts';
import { goOn, withPassword } from '../identity/sign-in.ts';
import type { AccountId } from '../identity/model.ts';
import { throttle } from '../identity/throttle.ts';
import { newTotpSecret } from '../identity/totp.ts';
import { listPeople } from '../organisation/people/people.ts';
import { homeOf } from '../home/tasks.ts';
import { installationOf } from '../installation/installation.ts';
import { prepare } from '../installation/preparation.ts';
import { beginReal } from '../installation/real.ts';
import { judge } from '../permissions/guard.ts';
import { navigationOf } from '../permissions/navigation.ts';
import { ROLES, SECOND_FACTOR_ROLES, type Role } from '../permissions/roles.ts';
import { ROUTES } from '../permissions/routes.ts';
import { beginDemo, DEMO_PASSWORD, demoAccounts, demoCode } from './demo.ts';

const VISITOR = { address: '10.0.0.1', device: '' };
const tries = () => throttle({ free: 100, freeAnywhere: 100, perAddress: 100 });

let folder: string;
let portal: Portal;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-demo-'));
  portal = openPortal(folder);
  await prepare(portal);
}, 60_000);
afterAll(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

let minutes = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  // Every test in a minute of its own: a code counts once.
  vi.setSystemTime(Date.now() + 60_000 * ++minutes);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The whole way in, as the sign-in page of the demo tells it. */
async function signInAs(role: Role) {
  const { login } = (await demoAccounts(portal.read))!.accounts.find((account) => account.role === role)!;
  const answer = await withPassword(portal, tries(), { login, password: DEMO_PASSWORD }, VISITOR);
  if (!answer.ok) throw new Error(answer.reason);
  if (answer.stage === 'open') return (await signedIn(portal, answer.token))!;
  expect(answer.stage).toBe('secondFactor');
  const { session } = (await signedIn(portal, answer.token))!;
  const code = (await demoCode(portal, session.account))!;
  expect(await giveCode(portal, tries(), session.account, code, VISITOR.address)).toEqual({ ok: true });
  return (await signedIn(portal, (await goOn(portal, session)).token))!;
}

describe('the demo', () => {
  test('begins once: at the next start it is what it was, and it is no real portal’s', async () => {
    expect(await installationOf(portal.read)).toMatchObject({ mode: 'demo' });
    const before = everythingIn(portal);
    await prepare(portal);
    await expect(beginDemo(portal)).rejects.toThrow();
    const administrator = { givenName: 'Zeno', familyName: 'Prova', mail: null, login: 'zeno' };
    expect(await beginReal(portal, 'Comune', { ...administrator, password: 'giardino-42-nuvole' })).toBe(
      'isDemo',
    );
    expect(everythingIn(portal) === before).toBe(true);
    expect(await verify(portal.read, portal.keys)).toMatchObject({ fault: null, count: 11 });
  });

  test('has an account for each role, in their order, and one password', async () => {
    const { accounts, password } = (await demoAccounts(portal.read))!;
    expect(accounts.map(({ role }) => role)).toEqual(ROLES);
    expect(new Set(accounts.map(({ login }) => login)).size).toBe(ROLES.length);
    expect(password).toBe(DEMO_PASSWORD);
  });

  test.each(ROLES)('%s signs in and holds that role, beside being in service at most', async (role) => {
    const { session, subject } = await signInAs(role);
    expect(session.stage).toBe('open');
    expect(subject.roles.filter((held) => held !== 'employee' || role === 'employee')).toEqual([role]);
    expect(await demoCode(portal, session.account)).toEqual(
      SECOND_FACTOR_ROLES.has(role) ? expect.stringMatching(/^\d{6}$/) : null,
    );
  });

  test('somebody signs in again at once: the code that is shown has not been used', async () => {
    for (let at = 0; at < 2; at++) {
      const { session } = await signInAs('administrator');
      expect(session.stage).toBe('open');
    }
  });

  test('tells the code of the accounts it lists, and of none that somebody has made since', async () => {
    const { session } = await signInAs('administrator');
    const { people } = await listPeople(portal.read, '', null, 1);
    const made = await createAccount(portal, session.person, people[0]!.id, 'nuovo');
    if (!made.ok) throw new Error(made.fault);
    const totpSecret = portal.keys.seal('totp', newTotpSecret());
    await portal.transaction((write) => accountStore.update(write, made.id, { totpSecret }));
    expect(await demoCode(portal, made.id)).toBeNull();
    expect(await demoCode(portal, 'nobody' as AccountId)).toBeNull();
    expect(await demoCode(portal, session.account)).toMatch(/^\d{6}$/);
  });

  test('shows a year that is computed, and deadlines of which one is running', async () => {
    expect((await latest(portal.read))?.cycle.year).toBe(2025);
    const phases = await phasesOn(portal.read, 2025, today());
    expect(phases.map(({ state }) => state)).toEqual([
      ...['done', 'done', 'done', 'done', 'done'],
      ...['current', 'next'],
    ]);
  });
});

describe('at home', () => {
  /** The route of an address, and its parameter. */
  function routeOf(href: string): { route: string; params: Record<string, string> } {
    for (const route of Object.keys(ROUTES)) {
      const match = new RegExp(`^${route.replace(/\[(\w+)\]/, '(?<$1>[^/]+)')}$`).exec(href);
      const isFixed = route === href;
      if (isFixed) return { route, params: {} };
      if (match && !Object.hasOwn(ROUTES, href)) return { route, params: { ...match.groups } };
    }
    throw new Error(`no route for ${href}`);
  }

  test.each(ROLES)('everything that waits for %s, and every section, opens', async (role) => {
    const who = await signInAs(role);
    const { tasks, phases, year } = await homeOf(portal.read, who, today());
    expect([year, phases.length]).toEqual([2025, 7]);
    const asker = { stage: 'open', subject: who.subject } as const;
    for (const { href } of [...tasks, ...navigationOf(who.subject)]) {
      const request = { ...routeOf(href), method: 'GET', search: new URLSearchParams() };
      expect(await judge(portal.read, asker, request, today()), href).toBe('allowed');
    }
    for (const task of tasks) expect(task.title && task.why).not.toBe('');
  });

  test.each<[Role, string[]]>([
    ['employee', ['sheet']],
    ['eqHolder', ['sheet']],
    ['executive', ['direction', 'sheet']],
    ['secretaryGeneral', ['results']],
    ['evaluationBoard', ['objectives', 'results', 'codes']],
    ['technicalStructure', ['results', 'sheet', 'codes']],
    ['humanResources', ['sheet', 'codes']],
    ['councillor', []],
    ['administrator', ['accounts', 'codes']],
  ])('%s finds what there is to do: %j', async (role, kinds) => {
    const { tasks } = await homeOf(portal.read, await signInAs(role), today());
    const kindOf = (href: string) =>
      ({
        '/risultati': 'results',
        '/profilo/secondo-fattore': 'codes',
        '/amministrazione/utenti/nuovo': 'accounts',
        '/scadenze': 'deadlines',
        '/organizzazione': 'leaders',
        '/obiettivi/monitoraggio': 'objectives',
      })[href] ?? (href.startsWith('/risultati/persone/') ? 'sheet' : 'direction');
    expect([...new Set(tasks.map(({ href }) => kindOf(href)))]).toEqual(kinds);
  });
});
