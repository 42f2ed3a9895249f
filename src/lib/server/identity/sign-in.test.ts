import * as argon2 from '@node-rs/argon2';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal } from '../database/database.ts';
import { appointmentsOf } from '../organisation/appointments/appointments.ts';
import { appoint, changeAppointment } from '../organisation/appointments/changes.ts';
import { appointed, period, person } from '../organisation/small-town.ts';
import * as accounts from './accounts.ts';
import {
  accountId,
  everythingIn,
  giveAuthenticator,
  openBoroughWithAccounts,
  PASSWORD,
  patience,
  rowOf,
  setRow,
  VISITOR,
} from './borough-accounts.ts';
import { askReset, changeOwn, confirm, reset } from './password-change.ts';
import { beginSetup, confirmSetup, giveCode } from './second-factor.ts';
import type { SessionStage, SignInMethod } from './model.ts';
import * as sessions from './sessions.ts';
import { signedIn } from './signed-in.ts';
import { goOn, open, withPassword } from './sign-in.ts';
import { throttle } from './throttle.ts';
import { totpCode } from './totp.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify), hash: vi.fn(real.hash) };
});
const verify = vi.mocked(argon2.verify);

const NEW_PASSWORD = 'sentiero-81-castagne';
const zeno = person('zeno');

let portal: Portal;
let close: () => void;

const signIn = (login: string, password = PASSWORD, tries = patience()) =>
  withPassword(portal, tries, { login, password }, VISITOR);

async function tokenOf(login: string): Promise<string> {
  const answer = await signIn(login);
  if (!answer.ok) throw new Error(`${login} was not signed in`);
  return answer.token;
}

const sessionOf = async (token: string) => (await signedIn(portal, token))?.session ?? null;
const isAlive = async (token: string) => (await signedIn(portal, token)) !== null;

describe('with login and password', () => {
  beforeAll(async () => {
    ({ portal, close } = await openBoroughWithAccounts());
    await setRow(portal, 'carla', { disabled: true });
    await setRow(portal, 'nora', { passwordHash: null });
    // The hash that stands for nobody's is made once.
    await signIn('nobody');
  });
  beforeEach(() => {
    vi.clearAllMocks();
  });
  afterAll(() => {
    close();
  });

  test.each([
    ['an unknown login', 'nobody', PASSWORD],
    ['a disabled account', 'carla', PASSWORD],
    ['an account without a password', 'nora', PASSWORD],
    [
      'an account without a password, and the one that stands for nobody’s',
      'nora',
      'nobody has this password',
    ],
    ['an unknown login, and the same', 'nobody', 'nobody has this password'],
    ['a wrong password', 'emma', `${PASSWORD}x`],
    ['a wrong and endless password', 'emma', 'x'.repeat(512)],
    ['an odd login', "' or 1=1 --", PASSWORD],
  ])('%s is the one answer, after one verification', async (_what, login, password) => {
    expect(await signIn(login, password)).toEqual({ ok: false, reason: 'wrong' });
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    expect(argon2.hash).not.toHaveBeenCalled();
  });

  test('the right one opens the portal, after one verification, whatever the case of the login', async () => {
    for (const login of ['emma', ' EMMA ', 'Emma', 'ｅｍｍａ']) {
      vi.clearAllMocks();
      expect(await signIn(login)).toMatchObject({ ok: true, stage: 'open' });
      expect(argon2.verify).toHaveBeenCalledTimes(1);
    }
  });

  test('whoever has to wait is not verified, even with the right password', async () => {
    const tries = throttle({ free: 2, freeAnywhere: 100, perAddress: 100 });
    for (let at = 0; at < 2; at++) await signIn('emma', 'wrong', tries);
    vi.clearAllMocks();
    expect(await signIn('emma', PASSWORD, tries)).toEqual({ ok: false, reason: 'wait', seconds: 1 });
    expect(await signIn(' EMMA', PASSWORD, tries)).toMatchObject({ reason: 'wait' });
    expect(argon2.verify).not.toHaveBeenCalled();
  });
});

describe('the steps of the way in', () => {
  beforeAll(async () => {
    ({ portal, close } = await openBoroughWithAccounts());
  });
  afterAll(() => {
    vi.useRealTimers();
    close();
  });

  const yesNo = [true, false];
  const cases = yesNo.flatMap((hasFactor) =>
    yesNo.flatMap((mustChange) =>
      yesNo.flatMap((roleNeeds) =>
        (['password', 'provider', 'provider with a second factor'] as const).map((way) => ({
          hasFactor,
          mustChange,
          roleNeeds,
          way,
        })),
      ),
    ),
  );

  test.each(cases)(
    'authenticator $hasFactor, first password $mustChange, role needs one $roleNeeds, by $way',
    async ({ hasFactor, mustChange, roleNeeds, way }) => {
      const who = roleNeeds ? 'nora' : 'emma';
      const method: SignInMethod = way === 'password' ? 'password' : 'provider';
      const given = way === 'provider with a second factor';
      const expected: SessionStage[] = [
        ...(hasFactor && !given ? (['secondFactor'] as const) : []),
        ...(mustChange && method === 'password' ? (['newPassword'] as const) : []),
        ...(roleNeeds && !hasFactor && !given ? (['secondFactorSetup'] as const) : []),
        'open',
      ];

      const password = (await rowOf(portal, 'emilio')).passwordHash;
      await setRow(portal, who, {
        passwordHash: password,
        mustChangePassword: mustChange,
        totpSecret: null,
      });
      const secret = hasFactor ? await giveAuthenticator(portal, who) : '';
      let step = await open(portal, await rowOf(portal, who), method, given, 'Firefox');
      const walked = [step.stage];
      const tokens = [step.token];
      while (step.stage !== 'open') {
        const session = (await sessionOf(step.token))!;
        expect(session).toMatchObject({ stage: step.stage, method, device: 'Firefox' });
        if (step.stage === 'secondFactor') {
          const code = totpCode(secret, new Date());
          expect(await giveCode(portal, patience(), session.account, code, '10.0.0.1')).toEqual({ ok: true });
        } else if (step.stage === 'newPassword') {
          expect(await changeOwn(portal, session, NEW_PASSWORD)).toEqual({ ok: true });
        } else {
          const setup = await beginSetup(portal, session.account);
          expect(await confirmSetup(portal, session, setup, totpCode(setup.secret, new Date()))).toHaveLength(
            10,
          );
        }
        step = await goOn(portal, session);
        walked.push(step.stage);
        for (const token of tokens) expect(await isAlive(token)).toBe(false);
        tokens.push(step.token);
      }
      expect(walked).toEqual(expected);
      expect(new Set(tokens).size).toBe(tokens.length);

      // Going on from an open session, as after a change of the password, asks for nothing again.
      const session = (await sessionOf(step.token))!;
      const again = await goOn(portal, session);
      expect(again.stage).toBe('open');
      expect(await isAlive(step.token)).toBe(false);
      expect(await sessionOf(again.token)).toMatchObject({ stage: 'open', method });
    },
  );
});

describe('a session', () => {
  beforeEach(async () => {
    ({ portal, close } = await openBoroughWithAccounts());
  });
  afterEach(() => {
    vi.useRealTimers();
    close();
  });

  const setClock = (moment: string) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date(moment));
  };

  test.each<[string, (token: string) => Promise<unknown>]>([
    ['a role is given', () => accounts.grantRole(portal, zeno, accountId('emma'), 'councillor', null)],
    ['the account is disabled', () => accounts.setDisabled(portal, zeno, accountId('emma'), true)],
    ['the administrator gives a first password', () => accounts.newPassword(portal, zeno, accountId('emma'))],
    [
      'the administrator takes the second factor away',
      () => accounts.removeSecondFactor(portal, zeno, accountId('emma')),
    ],
    ['the administrator ends it', () => accounts.endSessions(portal, zeno, accountId('emma'))],
    [
      'the password is set by a link',
      async () => reset(portal, (await askReset(portal, 'emma'))!.token, NEW_PASSWORD),
    ],
    [
      'the owner changes the password elsewhere',
      async () => changeOwn(portal, (await sessionOf(await tokenOf('emma')))!, NEW_PASSWORD),
    ],
    [
      'the owner sets up a second factor elsewhere',
      async () => {
        const session = (await sessionOf(await tokenOf('emma')))!;
        const setup = await beginSetup(portal, session.account);
        await confirmSetup(portal, session, setup, totpCode(setup.secret, new Date()));
      },
    ],
    ['the owner signs out', (token) => sessions.endByToken(portal, token)],
    [
      'an appointment brings another role',
      () =>
        portal.transaction((write) => appoint(write, appointed('emma', 'eq', 'flour', period('2024-01-01')))),
    ],
  ])('ends when %s', async (_what, happens) => {
    const token = await tokenOf('emma');
    const other = await tokenOf('emilio');
    expect(await isAlive(token)).toBe(true);
    await happens(token);
    expect(await isAlive(token)).toBe(false);
    expect(await isAlive(other)).toBe(true);
  });

  test('of a disabled account stays ended when the account is opened again', async () => {
    const token = await tokenOf('emma');
    await accounts.setDisabled(portal, zeno, accountId('emma'), true);
    await accounts.setDisabled(portal, zeno, accountId('emma'), false);
    expect(await isAlive(token)).toBe(false);
    expect(await isAlive(await tokenOf('emma'))).toBe(true);
  });

  test('ends when a role is withdrawn', async () => {
    const token = await tokenOf('carla');
    await accounts.withdrawRole(portal, zeno, accountId('carla'), 'councillor');
    expect(await isAlive(token)).toBe(false);
  });

  test('ends at midnight in Italy after the last day of a role or an appointment', async () => {
    setClock('2025-06-01T10:00:00Z');
    await accounts.grantRole(portal, zeno, accountId('emma'), 'councillor', day('2025-06-01'));
    await portal.transaction(async (write) => {
      const [appointment] = await appointmentsOf(write, person('quinto'));
      await changeAppointment(write, appointment!.id, { to: day('2025-06-01') });
    });
    setClock('2025-06-01T21:00:00Z');
    const tokens = [await tokenOf('emma'), await tokenOf('quinto')];
    setClock('2025-06-01T21:59:59Z');
    for (const token of tokens) expect(await isAlive(token)).toBe(true);
    setClock('2025-06-01T22:00:00Z');
    for (const token of tokens) expect(await isAlive(token)).toBe(false);
    // It does not come back with the clock: it is gone.
    setClock('2025-06-01T21:59:59Z');
    for (const token of tokens) expect(await isAlive(token)).toBe(false);
  });

  test('of the owner goes on anew after the own change of the password; the others end', async () => {
    const other = await tokenOf('emma');
    const own = await tokenOf('emma');
    const session = (await sessionOf(own))!;
    expect(await changeOwn(portal, session, NEW_PASSWORD)).toEqual({ ok: true });
    const { token } = await goOn(portal, session);
    expect([await isAlive(other), await isAlive(own), await isAlive(token)]).toEqual([false, false, true]);
    expect(await sessions.list(portal, accountId('emma'))).toHaveLength(1);
    expect(await signIn('emma', PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
    expect(await signIn('emma', NEW_PASSWORD)).toMatchObject({ ok: true });
  });

  test('that has ended meanwhile does not go on', async () => {
    const session = (await sessionOf(await tokenOf('emma')))!;
    await accounts.endSessions(portal, zeno, accountId('emma'));
    const { token } = await goOn(portal, session);
    expect(await isAlive(token)).toBe(false);
    expect(await sessions.list(portal, accountId('emma'))).toEqual([]);
  });

  test('nobody’s token opens anything', async () => {
    const token = await tokenOf('emma');
    const { id } = (await sessionOf(token))!;
    for (const odd of ['', 'x', id, `${token} `, token.toLowerCase(), token.slice(0, -1)])
      expect(await isAlive(odd)).toBe(false);
    expect(await isAlive(token)).toBe(true);
  });

  test('leaves nothing in the database that opens the portal, and no time but hours and days', async () => {
    setClock('2025-06-01T10:17:23Z');
    const token = await tokenOf('emma');
    const rows = portal.read.all<Record<string, unknown>>(sql`select * from session`);
    expect(rows).toEqual([
      {
        id: createHash('sha256').update(token).digest('hex'),
        account_id: accountId('emma'),
        expires_at: Date.parse('2025-06-01T23:00:00Z') / 1000,
        created_on: '2025-06-01',
        stage: 'open',
        method: 'password',
        roles: 'employee',
        device: VISITOR.device,
      },
    ]);
    expect(everythingIn(portal)).not.toContain(token);
    // Kept alive in the second half of its time, and again to the full hour.
    setClock('2025-06-01T18:44:01Z');
    expect(await isAlive(token)).toBe(true);
    expect(portal.read.all(sql`select expires_at from session`)).toEqual([
      { expires_at: Date.parse('2025-06-02T07:00:00Z') / 1000 },
    ]);
  });

  test('ends after a week however often it is used, so that a copied cookie does not live for ever', async () => {
    setClock('2025-06-01T08:00:00Z');
    const token = await tokenOf('emma');
    for (let hours = 0; hours < 7 * 24; hours += 10) {
      setClock(new Date(Date.parse('2025-06-01T08:00:00Z') + hours * 3_600_000).toISOString());
      expect(await isAlive(token)).toBe(true);
    }
    setClock('2025-06-09T01:00:00Z');
    expect(await isAlive(token)).toBe(false);
    expect(portal.read.all(sql`select id from session`)).toEqual([]);
  });

  test('ends after twelve hours, to the full hour, and is then cleared away', async () => {
    setClock('2025-06-01T08:00:00Z');
    const token = await tokenOf('emma');
    setClock('2025-06-01T20:00:00Z');
    await tokenOf('emilio');
    expect(portal.read.all(sql`select account_id from session`)).toEqual([
      { account_id: accountId('emilio') },
    ]);
    expect(await isAlive(token)).toBe(false);
  });

  test('is on the owner’s list, the latest day first, and nobody else’s is', async () => {
    setClock('2025-06-01T20:00:00Z');
    await tokenOf('emma');
    setClock('2025-06-02T06:00:00Z');
    await tokenOf('emma');
    await tokenOf('emilio');
    const listed = await sessions.list(portal, accountId('emma'));
    expect(listed).toMatchObject([
      { createdOn: '2025-06-02', device: VISITOR.device, method: 'password' },
      { createdOn: '2025-06-01', device: VISITOR.device, method: 'password' },
    ]);
  });
});

describe('while the password is looked at', () => {
  beforeEach(async () => {
    ({ portal, close } = await openBoroughWithAccounts());
  });
  afterEach(() => {
    close();
  });

  /** Does something at the moment when the next password is being verified. */
  function meanwhile(happens: () => Promise<unknown>): void {
    const real = verify.getMockImplementation()!;
    verify.mockImplementationOnce(async (...given) => {
      await happens();
      return real(...given);
    });
  }

  test.each<[string, () => Promise<unknown>]>([
    ['the account is disabled', () => accounts.setDisabled(portal, zeno, accountId('emma'), true)],
    ['the account is given a first password', () => accounts.newPassword(portal, zeno, accountId('emma'))],
    ['a second factor is set up', () => giveAuthenticator(portal, 'emma')],
  ])('%s: nobody is in', async (_what, happens) => {
    meanwhile(happens);
    const answer = await signIn('emma');
    await setRow(portal, 'emma', { disabled: false });
    if (answer.ok) expect(await isAlive(answer.token)).toBe(false);
    expect(await sessions.list(portal, accountId('emma'))).toEqual([]);
  });

  test('the session ends: the password stays as it is', async () => {
    const session = (await sessionOf(await tokenOf('emma')))!;
    meanwhile(() => accounts.newPassword(portal, zeno, accountId('emma')));
    expect(await changeOwn(portal, session, NEW_PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
    expect(await signIn('emma', NEW_PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
  });

  test('of an open session, tries are counted and the session stays', async () => {
    const tries = throttle({ free: 2, freeAnywhere: 100, perAddress: 100 });
    const token = await tokenOf('emma');
    const session = (await sessionOf(token))!;
    const confirmed = (password: string) => confirm(portal, tries, session, password, '10.0.0.1');
    expect(await confirmed(PASSWORD)).toEqual({ ok: true });
    for (let at = 0; at < 2; at++) expect(await confirmed('wrong')).toEqual({ ok: false, reason: 'wrong' });
    expect(await confirmed(PASSWORD)).toEqual({ ok: false, reason: 'wait', seconds: 1 });
    expect(await isAlive(token)).toBe(true);
  });
});
