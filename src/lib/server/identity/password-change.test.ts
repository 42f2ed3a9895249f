import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Portal } from '../database/database.ts';
import { changePerson } from '../organisation/people/people.ts';
import { person } from '../organisation/small-town.ts';
import * as accounts from './accounts.ts';
import {
  accountId,
  contentOf,
  everythingIn,
  openBoroughWithAccounts,
  PASSWORD,
  patience,
  rowOf,
  setRow,
  trailOf,
  VISITOR,
} from './borough-accounts.ts';
import { askReset, changeOwn, isReset, reset } from './password-change.ts';
import { signedIn } from './signed-in.ts';
import { withPassword } from './sign-in.ts';

const NEW_PASSWORD = 'sentiero-81-castagne';
const zeno = person('zeno');
const stale = { ok: false, reason: 'stale' };

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await openBoroughWithAccounts());
});
afterEach(() => {
  vi.useRealTimers();
  close();
});

const opens = async (login: string, password: string) =>
  (await withPassword(portal, patience(), { login, password }, VISITOR)).ok;

async function sessionOf(who: string) {
  const answer = await withPassword(portal, patience(), { login: who, password: PASSWORD }, VISITOR);
  if (!answer.ok) throw new Error(`${who} was not signed in`);
  return (await signedIn(portal, answer.token))!.session;
}

const tokenFor = async (who: string) => (await askReset(portal, who))!.token;

describe('the own password', () => {
  test('is changed, is on record without itself, and opens the portal in place of the old', async () => {
    await setRow(portal, 'emma', { mustChangePassword: true });
    const session = await sessionOf('emma');
    expect(await changeOwn(portal, session, NEW_PASSWORD)).toEqual({ ok: true });
    expect([await opens('emma', NEW_PASSWORD), await opens('emma', PASSWORD)]).toEqual([true, false]);
    expect(await rowOf(portal, 'emma')).toMatchObject({ mustChangePassword: false });
    expect(trailOf(portal)).toEqual([
      { actor: 'emma', action: 'account.password.set', subject: 'emma', before: null, after: null },
    ]);
    expect(everythingIn(portal)).not.toContain(NEW_PASSWORD);
  });

  test.each([
    ['same', PASSWORD],
    ['tooShort', 'corta'],
    ['tooLong', 'lunga-'.repeat(30)],
    ['guessable', 'emma-emma-emma'],
    ['guessable', 'prova-prova-emma'],
    ['guessable', 'aaaaaaaaaaaaaaaa'],
  ])('is refused if it is %s (%s), and stays as it was', async (reason, password) => {
    expect(await changeOwn(portal, await sessionOf('emma'), password)).toEqual({ ok: false, reason });
    expect(await opens('emma', PASSWORD)).toBe(true);
    expect(trailOf(portal)).toEqual([]);
  });
});

describe('a link for a new password', () => {
  test('is given for a login or a mail, in capitals and blanks too, to the mail on record', async () => {
    for (const name of ['emma', ' EMMA ', 'emma@example.test', 'Emma@Example.test'])
      expect(await askReset(portal, name)).toMatchObject({ mail: 'emma@example.test' });
  });

  test('is given to nobody unknown, disabled, without a mail or without an account', async () => {
    await setRow(portal, 'carla', { disabled: true });
    await portal.transaction((write) =>
      changePerson(write, person('hugo'), {
        givenName: 'Hugo',
        familyName: 'Prova',
        mail: null,
        taxCode: null,
        staffNumber: null,
      }),
    );
    for (const name of ['', 'nobody', 'carla', 'carla@example.test', 'hugo', '%', "' or 1=1 --"])
      expect(await askReset(portal, name)).toBeNull();
    expect(contentOf(portal, 'password_reset')).toBe('[]');
  });

  test('sets the password once, ends the sessions, and leaves no token in the database', async () => {
    const token = await tokenFor('emma');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(everythingIn(portal)).not.toContain(token);
    expect(await isReset(portal.read, token)).toBe(true);
    expect(await reset(portal, token, NEW_PASSWORD)).toEqual({ ok: true });
    expect([await opens('emma', NEW_PASSWORD), await opens('emma', PASSWORD)]).toEqual([true, false]);
    expect(await isReset(portal.read, token)).toBe(false);
    expect(await reset(portal, token, 'pioggia-17-lanterne')).toEqual(stale);
    expect(await opens('emma', NEW_PASSWORD)).toBe(true);
    expect(trailOf(portal).map(({ actor, action }) => [actor, action])).toEqual([
      ['emma', 'account.password.set'],
    ]);
  });

  test('sets one password, also when five requests bring it at the same time', async () => {
    const token = await tokenFor('emma');
    const passwords = ['aurora', 'bosco', 'cometa', 'delfino', 'edera'].map((word) => `${word}-17-lanterne`);
    const answers = await Promise.all(passwords.map((password) => reset(portal, token, password)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'stale')).toHaveLength(4);
    expect(await opens('emma', passwords[answers.findIndex(({ ok }) => ok)]!)).toBe(true);
    expect(trailOf(portal)).toHaveLength(1);
  });

  test('is not spent by a password that is refused', async () => {
    const token = await tokenFor('emma');
    expect(await reset(portal, token, 'corta')).toEqual({ ok: false, reason: 'tooShort' });
    expect(await reset(portal, token, NEW_PASSWORD)).toEqual({ ok: true });
  });

  test('is void once another was asked for', async () => {
    const first = await tokenFor('emma');
    const second = await tokenFor('emma');
    const another = await tokenFor('emilio');
    expect(await reset(portal, first, NEW_PASSWORD)).toEqual(stale);
    expect(await reset(portal, second, NEW_PASSWORD)).toEqual({ ok: true });
    expect(await isReset(portal.read, another)).toBe(true);
  });

  test('counts for an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2025-06-01T12:00:00Z'));
    const token = await tokenFor('emma');
    vi.setSystemTime(new Date('2025-06-01T12:59:59Z'));
    expect(await isReset(portal.read, token)).toBe(true);
    vi.setSystemTime(new Date('2025-06-01T13:00:00Z'));
    expect(await isReset(portal.read, token)).toBe(false);
    expect(await reset(portal, token, NEW_PASSWORD)).toEqual(stale);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the account is disabled', () => accounts.setDisabled(portal, zeno, accountId('emma'), true)],
    [
      'the account was disabled and opened again',
      async () => {
        await accounts.setDisabled(portal, zeno, accountId('emma'), true);
        await accounts.setDisabled(portal, zeno, accountId('emma'), false);
      },
    ],
    ['the administrator gave a first password', () => accounts.newPassword(portal, zeno, accountId('emma'))],
    [
      'the owner has changed the password',
      async () => changeOwn(portal, await sessionOf('emma'), NEW_PASSWORD),
    ],
  ])('is void once %s', async (_what, happens) => {
    const token = await tokenFor('emma');
    await happens();
    expect(await isReset(portal.read, token)).toBe(false);
    expect(await reset(portal, token, 'pioggia-17-lanterne')).toEqual(stale);
  });

  test('is nothing that could be guessed from the database', async () => {
    await tokenFor('emma');
    const [{ digest }] = JSON.parse(contentOf(portal, 'password_reset')) as [{ digest: string }];
    for (const odd of ['', digest, '__proto__', 'x'.repeat(10_000)])
      expect(await reset(portal, odd, NEW_PASSWORD)).toEqual(stale);
  });
});
