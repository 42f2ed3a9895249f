import { fail } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { actions } from '../../../routes/profilo/secondo-fattore/+page.server.ts';
import type { Portal } from '../database/database.ts';
import { SECOND_FACTOR_ROLES } from '../permissions/roles.ts';
import {
  accountId,
  everythingIn,
  giveAuthenticator,
  openBoroughWithAccounts,
  PASSWORD,
  patience,
  rowOf,
  setRow,
  trailOf,
  VISITOR,
} from './borough-accounts.ts';
import { ownAccount } from './own-account.ts';
import { beginSetup, confirmSetup, giveCode, removeOwn, renewCodes, resumeSetup } from './second-factor.ts';
import type { Session } from './sessions.ts';
import { signedIn } from './signed-in.ts';
import { withPassword } from './sign-in.ts';
import { throttle } from './throttle.ts';
import { totpCode } from './totp.ts';

const NOON = new Date('2025-06-01T12:00:00Z');

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await openBoroughWithAccounts());
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(NOON);
});
afterEach(() => {
  vi.useRealTimers();
  close();
});

const give = (who: string, code: string, tries = patience()) =>
  giveCode(portal, tries, accountId(who), code, VISITOR.address);
const laterBy = (seconds: number) => vi.setSystemTime(new Date(Date.now() + seconds * 1000));
const wrong = { ok: false, reason: 'wrong' };

async function sessionOf(who: string): Promise<{ token: string; session: Session }> {
  const answer = await withPassword(portal, patience(), { login: who, password: PASSWORD }, VISITOR);
  if (!answer.ok) throw new Error(`${who} was not signed in`);
  return { token: answer.token, session: (await signedIn(portal, answer.token))!.session };
}

/** Somebody with an authenticator set up the usual way, and the recovery codes. */
async function withFactor(who: string) {
  const { session } = await sessionOf(who);
  const { secret, ...setup } = await beginSetup(portal, accountId(who));
  const codes = await confirmSetup(portal, session, { secret, ...setup }, totpCode(secret, new Date()));
  laterBy(90);
  return { secret, codes: codes!, session };
}

describe('a code of the authenticator', () => {
  test('counts once', async () => {
    const code = totpCode(await giveAuthenticator(portal, 'emma'), NOON);
    expect(await give('emma', code)).toEqual({ ok: true });
    expect(await give('emma', code)).toEqual(wrong);
  });

  test('counts once, also when ten requests bring it at the same time', async () => {
    const code = totpCode(await giveAuthenticator(portal, 'emma'), NOON);
    const answers = await Promise.all(Array.from({ length: 10 }, () => give('emma', code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('counts once, also where a later one has been used', async () => {
    const secret = await giveAuthenticator(portal, 'emma');
    const next = totpCode(secret, new Date(NOON.getTime() + 30_000));
    expect(await give('emma', next)).toEqual({ ok: true });
    expect(await give('emma', totpCode(secret, NOON))).toEqual(wrong);
    laterBy(60);
    expect(await give('emma', totpCode(secret, new Date()))).toEqual({ ok: true });
  });

  test('may be typed with blanks, and is the account’s own', async () => {
    const code = totpCode(await giveAuthenticator(portal, 'emma'), NOON);
    await giveAuthenticator(portal, 'emilio');
    expect(await give('emilio', code)).toEqual(wrong);
    expect(await give('emma', ` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({ ok: true });
  });

  test('is not asked of who has no authenticator: none is right', async () => {
    for (const code of ['', '000000', 'aaaa-aaaa-aaaa']) expect(await give('emma', code)).toEqual(wrong);
  });

  test('cannot be guessed: tries are counted before they are looked at', async () => {
    const code = totpCode(await giveAuthenticator(portal, 'emma'), NOON);
    const tries = throttle({ free: 3, freeAnywhere: 100, perAddress: 100 });
    const guesses = await Promise.all(Array.from({ length: 50 }, () => give('emma', '000000', tries)));
    expect(guesses.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(3);
    expect(await give('emma', code, tries)).toEqual({ ok: false, reason: 'wait', seconds: 1 });
  });
});

describe('a recovery code', () => {
  test('counts once, however it is typed', async () => {
    const { codes } = await withFactor('emma');
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect(await give('emma', ` ${codes[0]!.toUpperCase().replaceAll('-', ' ')} `)).toEqual({ ok: true });
    expect(await give('emma', codes[0]!)).toEqual(wrong);
    expect(await ownAccount(portal.read, accountId('emma'))).toMatchObject({ recoveryCodesLeft: 9 });
  });

  test('counts once, also when ten requests bring it at the same time', async () => {
    const { codes } = await withFactor('emma');
    const answers = await Promise.all(Array.from({ length: 10 }, () => give('emma', codes[3]!)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is the account’s own', async () => {
    const { codes } = await withFactor('emma');
    await withFactor('emilio');
    expect(await give('emilio', codes[0]!)).toEqual(wrong);
    expect(await give('emma', codes[0]!)).toEqual({ ok: true });
  });

  test('is void once there are new ones, or no second factor any more', async () => {
    const { codes, session } = await withFactor('emma');
    const renewed = await renewCodes(portal, session);
    expect(await give('emma', codes[0]!)).toEqual(wrong);
    expect(await give('emma', renewed[0]!)).toEqual({ ok: true });
    await removeOwn(portal, session);
    expect(await give('emma', renewed[1]!)).toEqual(wrong);
    await giveAuthenticator(portal, 'emma');
    expect(await give('emma', renewed[1]!)).toEqual(wrong);
  });

  test('cannot be read in the database, nor can the authenticator’s secret, nor the trail', async () => {
    const { codes, secret, session } = await withFactor('emma');
    const renewed = await renewCodes(portal, session);
    const everything = everythingIn(portal);
    for (const text of [secret, ...codes, ...renewed]) {
      expect(everything).not.toContain(text);
      expect(everything).not.toContain(text.replaceAll('-', ''));
    }
  });
});

describe('setting up an authenticator', () => {
  test('shows a secret that the authenticator reads, and that is not in force before it has shown a code', async () => {
    const { secret, address, sealed } = await beginSetup(portal, accountId('emma'));
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({ secret, issuer: 'Accordo' });
    expect(address).toContain('emma');
    expect(sealed).not.toContain(secret);
    expect((await rowOf(portal, 'emma')).totpSecret).toBeNull();
  });

  test('refuses a wrong code and changes nothing', async () => {
    const { session } = await sessionOf('emma');
    const setup = await beginSetup(portal, accountId('emma'));
    for (const code of ['', '12345', 'abcdef', totpCode(setup.secret, new Date('2025-06-01T11:00:00Z'))])
      expect(await confirmSetup(portal, session, setup, code)).toBeNull();
    expect((await rowOf(portal, 'emma')).totpSecret).toBeNull();
    expect(trailOf(portal)).toEqual([]);
  });

  test('takes its own setup back, and no other account’s, none that was changed, none of elsewhere', async () => {
    const setup = await beginSetup(portal, accountId('emma'));
    expect(await resumeSetup(portal, accountId('emma'), setup.sealed)).toMatchObject({
      secret: setup.secret,
      address: setup.address,
    });
    expect(await resumeSetup(portal, accountId('emilio'), setup.sealed)).toBeNull();
    await giveAuthenticator(portal, 'emma');
    const kept = (await rowOf(portal, 'emma')).totpSecret!;
    const odd = [
      '',
      'x',
      `${setup.sealed.slice(0, -2)}AA`,
      kept,
      portal.keys.seal('totp', accountId('emma')),
      portal.keys.seal('provider', `${accountId('emma')} ${setup.secret}`),
    ];
    for (const sealed of odd) expect(await resumeSetup(portal, accountId('emma'), sealed)).toBeNull();
  });

  test('is on record, without what is secret', async () => {
    const { session } = await withFactor('emma');
    await renewCodes(portal, session);
    await removeOwn(portal, session);
    expect(trailOf(portal)).toEqual([
      {
        actor: 'emma',
        action: 'account.secondFactor.set',
        subject: 'emma',
        before: { secondFactor: false },
        after: { secondFactor: true },
      },
      { actor: 'emma', action: 'account.recoveryCodes.renew', subject: 'emma', before: null, after: null },
      {
        actor: 'emma',
        action: 'account.secondFactor.remove',
        subject: 'emma',
        before: { secondFactor: true },
        after: { secondFactor: false },
      },
    ]);
  });

  test('the code that confirmed it does not open the next sign-in', async () => {
    const { session } = await sessionOf('emma');
    const setup = await beginSetup(portal, accountId('emma'));
    const code = totpCode(setup.secret, NOON);
    await confirmSetup(portal, session, setup, code);
    expect(await give('emma', code)).toEqual(wrong);
  });
});

describe('removing the own second factor', () => {
  test('ends the other sessions and not the own', async () => {
    const { token: other } = await sessionOf('emma');
    const { token, session } = await sessionOf('emma');
    await setRow(portal, 'emma', { totpSecret: portal.keys.seal('totp', 'ABCD') });
    await removeOwn(portal, session);
    expect(await signedIn(portal, other)).toBeNull();
    expect(await signedIn(portal, token)).not.toBeNull();
    expect(await ownAccount(portal.read, accountId('emma'))).toMatchObject({ secondFactor: false });
  });

  test.each([...SECOND_FACTOR_ROLES])('is refused to %s, whose role needs one', async (role) => {
    const event = { locals: { signedIn: { session: {}, subject: { roles: ['employee', role] } } } };
    const answer = await actions.remove!(
      event as unknown as Parameters<NonNullable<typeof actions.remove>>[0],
    );
    expect(answer).toEqual(fail(400, { fault: m.identity_secondFactor_required() }));
  });
});
