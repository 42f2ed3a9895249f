import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { day, daysLater } from '#core/calendar/iso-date.ts';
import { verify as verifyTrail } from '../audit/trail.ts';
import { today } from '../calendar/today.ts';
import type { Portal } from '../database/database.ts';
import { addPerson } from '../organisation/people/people.ts';
import { person } from '../organisation/small-town.ts';
import { GRANTED_ROLES } from '../permissions/roles.ts';
import { grant } from '../permissions/store.ts';
import { subjectOf } from '../permissions/subject.ts';
import * as accounts from './accounts.ts';
import {
  accountId,
  contentOf,
  openBoroughWithAccounts,
  PASSWORD,
  patience,
  rowOf,
  setRow,
  trailOf,
  VISITOR,
} from './borough-accounts.ts';
import { askReset, changeOwn, reset } from './password-change.ts';
import { beginSetup, confirmSetup, renewCodes } from './second-factor.ts';
import type { AccountId } from './model.ts';
import { signedIn } from './signed-in.ts';
import { withPassword } from './sign-in.ts';
import { totpCode } from './totp.ts';

const zeno = person('zeno');
const emma = accountId('emma');
const done = { ok: true };
const refused = (fault: accounts.AccountFault) => ({ ok: false, fault });

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await openBoroughWithAccounts());
});
afterEach(() => {
  vi.useRealTimers();
  close();
});

const newcomer = (givenName = 'Ugo') =>
  portal.transaction(async (write) => {
    const particulars = { givenName, familyName: 'Nuovo', mail: null, taxCode: null, staffNumber: null };
    const added = await addPerson(write, particulars);
    if (!added.ok) throw new Error('nobody was added');
    return added.person;
  });
const signIn = (login: string, password: string) =>
  withPassword(portal, patience(), { login, password }, VISITOR);
const rolesOf = async (who: string) => (await subjectOf(portal.read, person(who), today())).roles;
const lastEntry = () => trailOf(portal).at(-1);

/** An account as the trail tells of it. */
const onRecord = (login: string, fields: object = {}) => ({
  login,
  disabled: false,
  secondFactor: false,
  mustChangePassword: false,
  roles: [] as string[],
  ...fields,
});

describe('a new account', () => {
  test('opens with its first password, which then has to be changed', async () => {
    const ugo = await newcomer();
    const made = await accounts.createAccount(portal, zeno, ugo, ' U.Nuovo ');
    if (!made.ok) throw new Error(made.fault);
    expect(made.password).toMatch(/^([0-9a-f]{6}-){3}[0-9a-f]{6}$/);
    expect(await signIn('u.nuovo', made.password)).toMatchObject({ ok: true, stage: 'newPassword' });
    expect(await accounts.account(portal.read, made.id)).toEqual({
      ...{ id: made.id, person: ugo, name: 'Ugo Nuovo', login: 'u.nuovo', disabled: false },
      ...{ secondFactor: false, mustChangePassword: true, grants: [] },
    });
    expect(trailOf(portal)).toEqual([
      { actor: zeno, action: 'account.create', subject: ugo, before: null, after: { login: 'u.nuovo' } },
    ]);
  });

  test.each([
    ['loginTaken', 'EMMA'],
    ['loginOdd', ''],
    ['loginOdd', 'u'],
    ['loginOdd', 'ugo nuovo'],
    ['loginOdd', '.ugo'],
    ['loginOdd', 'ugò'],
    ['loginOdd', 'ugo<script>'],
    ['loginOdd', 'u'.repeat(101)],
  ] as const)('is refused as %s with the login %j, and nothing is made', async (fault, login) => {
    expect(await accounts.createAccount(portal, zeno, await newcomer(), login)).toEqual(refused(fault));
    expect(trailOf(portal)).toEqual([]);
  });

  test.each(['ug', 'u.nuovo', 'ugo@comune.example', 'u_n-1+x', 'u'.repeat(100), 'Ugo', 'ｕｇｏ'])(
    'may have the login %j',
    async (login) => {
      expect(await accounts.createAccount(portal, zeno, await newcomer(), login)).toMatchObject(done);
    },
  );

  test('is refused to who has one, and to nobody known', async () => {
    const create = (who: string) => accounts.createAccount(portal, zeno, person(who), 'another');
    expect(await create('emma')).toEqual(refused('hasAccount'));
    expect(await create('nobody')).toEqual(refused('unknown'));
  });

  test('is one, also when two are asked for at the same time', async () => {
    const ugo = await newcomer();
    const made = await Promise.all(
      ['ugo1', 'ugo2'].map((login) => accounts.createAccount(portal, zeno, ugo, login)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made).toContainEqual(refused('hasAccount'));
  });
});

describe('the administrator', () => {
  test('gives a first password again, with which the old one ends', async () => {
    const given = await accounts.newPassword(portal, zeno, emma);
    if (!given.ok) throw new Error(given.fault);
    expect(await signIn('emma', PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
    expect(await signIn('emma', given.password)).toMatchObject({ ok: true, stage: 'newPassword' });
    expect(lastEntry()).toEqual({
      ...{ actor: zeno, action: 'account.password.renew', subject: 'emma' },
      ...{ before: onRecord('emma'), after: onRecord('emma', { mustChangePassword: true }) },
    });
  });

  test('takes a second factor away, with its recovery codes', async () => {
    await setRow(portal, 'nora', { totpSecret: portal.keys.seal('totp', 'ABCD') });
    expect(await accounts.removeSecondFactor(portal, zeno, accountId('nora'))).toEqual(done);
    expect(await signIn('nora', PASSWORD)).toMatchObject({ stage: 'secondFactorSetup' });
    const roles = ['evaluationBoard'];
    expect(lastEntry()).toEqual({
      ...{ actor: zeno, action: 'account.secondFactor.remove', subject: 'nora' },
      ...{ before: onRecord('nora', { roles, secondFactor: true }), after: onRecord('nora', { roles }) },
    });
  });

  test('closes and opens an account', async () => {
    expect(await accounts.setDisabled(portal, zeno, emma, true)).toEqual(done);
    expect(lastEntry()).toMatchObject({
      action: 'account.disable',
      before: { disabled: false },
      after: { disabled: true },
    });
    expect(await signIn('emma', PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
    expect(await accounts.setDisabled(portal, zeno, emma, false)).toEqual(done);
    expect(lastEntry()).toMatchObject({ action: 'account.enable', after: { disabled: false } });
    expect(await signIn('emma', PASSWORD)).toMatchObject({ ok: true });
  });

  test('cannot close the own account, nor change one that does not exist', async () => {
    expect(await accounts.setDisabled(portal, zeno, accountId('zeno'), true)).toEqual(refused('ownAccount'));
    const nobody = 'nobody' as AccountId;
    const changes = [
      accounts.setDisabled(portal, zeno, nobody, true),
      accounts.newPassword(portal, zeno, nobody),
      accounts.removeSecondFactor(portal, zeno, nobody),
      accounts.endSessions(portal, zeno, nobody),
      accounts.grantRole(portal, zeno, nobody, 'administrator', null),
      accounts.withdrawRole(portal, zeno, nobody, 'administrator'),
    ];
    expect(await Promise.all(changes)).toEqual(changes.map(() => refused('unknown')));
    expect(trailOf(portal)).toEqual([]);
  });

  test('ends the sessions of an account, on record', async () => {
    expect(await accounts.endSessions(portal, zeno, emma)).toEqual(done);
    expect(lastEntry()).toMatchObject({ actor: zeno, action: 'account.sessions.end', subject: 'emma' });
  });
});

describe('a role', () => {
  test.each(GRANTED_ROLES)('%s is given and taken away, on record', async (role) => {
    expect(await accounts.grantRole(portal, zeno, emma, role, null)).toEqual(done);
    expect(await rolesOf('emma')).toEqual(['employee', role]);
    expect(lastEntry()).toEqual({
      ...{ actor: zeno, action: 'role.grant', subject: 'emma' },
      ...{ before: onRecord('emma'), after: onRecord('emma', { roles: [role] }) },
    });
    expect(await accounts.withdrawRole(portal, zeno, emma, role)).toEqual(done);
    expect(await rolesOf('emma')).toEqual(['employee']);
    expect(lastEntry()).toEqual({
      ...{ actor: zeno, action: 'role.withdraw', subject: 'emma' },
      ...{ before: onRecord('emma', { roles: [role] }), after: onRecord('emma') },
    });
    // Given and taken away within a day, it was never given.
    expect(contentOf(portal, 'role_grant')).not.toContain('emma');
  });

  test('may have a last day, which is on record', async () => {
    const until = daysLater(today(), 30);
    await accounts.grantRole(portal, zeno, emma, 'councillor', until);
    expect(await accounts.accountOfPerson(portal.read, person('emma'))).toMatchObject({
      grants: [{ role: 'councillor', from: today(), to: until }],
    });
    expect(lastEntry()).toMatchObject({ after: { roles: [`councillor → ${until}`] } });
  });

  test('that is held and given again gets the new last day, and stays one', async () => {
    const until = daysLater(today(), 30);
    await accounts.grantRole(portal, zeno, emma, 'councillor', until);
    await accounts.grantRole(portal, zeno, emma, 'councillor', null);
    expect(await accounts.account(portal.read, emma)).toMatchObject({
      grants: [{ role: 'councillor', to: null }],
    });
    expect(lastEntry()).toMatchObject({
      before: { roles: [`councillor → ${until}`] },
      after: { roles: ['councillor'] },
    });
  });

  test('taken away after some days stays on record until the day before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2025-06-01T10:00:00Z'));
    await accounts.grantRole(portal, zeno, emma, 'councillor', null);
    vi.setSystemTime(new Date('2025-06-10T10:00:00Z'));
    await accounts.withdrawRole(portal, zeno, emma, 'councillor');
    const on = async (date: string) => (await subjectOf(portal.read, person('emma'), day(date))).roles;
    expect(await on('2025-06-09')).toEqual(['employee', 'councillor']);
    expect(await on('2025-06-10')).toEqual(['employee']);
  });
});

describe('the last administrator', () => {
  const zenos = accountId('zeno');
  const last = refused('lastAdministrator');
  const makeAdministrator = (until = null as ReturnType<typeof day> | null) =>
    accounts.grantRole(portal, zeno, emma, 'administrator', until);

  test('keeps the role, and without a last day', async () => {
    expect(await accounts.withdrawRole(portal, zeno, zenos, 'administrator')).toEqual(last);
    expect(await accounts.grantRole(portal, zeno, zenos, 'administrator', today())).toEqual(last);
    expect(await rolesOf('zeno')).toEqual(['administrator']);
    expect(trailOf(portal)).toEqual([]);
  });

  test('is not who has another beside, of whom one may go', async () => {
    await makeAdministrator();
    expect(await accounts.withdrawRole(portal, zeno, zenos, 'administrator')).toEqual(done);
    expect(await accounts.withdrawRole(portal, zeno, emma, 'administrator')).toEqual(last);
  });

  test('is who has another beside that cannot sign in', async () => {
    await makeAdministrator();
    await accounts.setDisabled(portal, zeno, emma, true);
    expect(await accounts.withdrawRole(portal, zeno, zenos, 'administrator')).toEqual(last);
  });

  test('is who has another beside only for a time', async () => {
    await makeAdministrator(daysLater(today(), 7));
    expect(await accounts.withdrawRole(portal, zeno, zenos, 'administrator')).toEqual(last);
  });

  test('is who has another beside that has no account', async () => {
    const ugo = await newcomer();
    await portal.transaction((write) => grant(write, ugo, 'administrator', today(), null));
    expect(await accounts.withdrawRole(portal, zeno, zenos, 'administrator')).toEqual(last);
  });

  test('stays, also when two take the role from each other, or close each other, at the same time', async () => {
    await makeAdministrator();
    const taken = await Promise.all([
      accounts.withdrawRole(portal, zeno, emma, 'administrator'),
      accounts.withdrawRole(portal, person('emma'), zenos, 'administrator'),
    ]);
    expect(taken).toEqual([done, last]);
    await makeAdministrator();
    const closed = await Promise.all([
      accounts.setDisabled(portal, zeno, emma, true),
      accounts.setDisabled(portal, person('emma'), zenos, true),
    ]);
    expect(closed).toEqual([done, last]);
  });

  test('does not hinder taking the role from who does not have it', async () => {
    expect(await accounts.withdrawRole(portal, zeno, emma, 'administrator')).toEqual(done);
  });
});

test('the trail holds no password, hash, secret, code or token of anything that can be done', async () => {
  const secrets: string[] = [PASSWORD];
  const ugo = await newcomer();
  const made = await accounts.createAccount(portal, zeno, ugo, 'ugo');
  if (!made.ok) throw new Error(made.fault);
  const first = await signIn('ugo', made.password);
  if (!first.ok) throw new Error(first.reason);
  const { session } = (await signedIn(portal, first.token))!;
  await changeOwn(portal, session, 'sentiero-81-castagne');
  const setup = await beginSetup(portal, made.id);
  const codes = await confirmSetup(portal, session, setup, totpCode(setup.secret, new Date()));
  secrets.push(made.password, 'sentiero-81-castagne', first.token, setup.secret, setup.sealed, ...codes!);
  secrets.push(...(await renewCodes(portal, session)));
  const hashes = [(await rowOf(portal, 'emma')).passwordHash!];
  for (const table of ['account', 'recovery_code', 'session']) {
    const rows = JSON.parse(contentOf(portal, table)) as Record<string, unknown>[];
    hashes.push(
      ...rows.flatMap(({ password_hash, totp_secret, digest, id }) =>
        [password_hash, totp_secret, digest, table === 'session' ? id : null].filter(
          (text) => typeof text === 'string',
        ),
      ),
    );
  }
  const { token } = (await askReset(portal, 'emma'))!;
  await reset(portal, token, 'pioggia-17-lanterne');
  const renewed = await accounts.newPassword(portal, zeno, made.id);
  if (!renewed.ok) throw new Error(renewed.fault);
  await accounts.removeSecondFactor(portal, zeno, made.id);
  await accounts.grantRole(portal, zeno, made.id, 'councillor', null);
  await accounts.withdrawRole(portal, zeno, made.id, 'councillor');
  await accounts.setDisabled(portal, zeno, made.id, true);
  secrets.push(token, 'pioggia-17-lanterne', renewed.password);

  const trail = contentOf(portal, 'audit_entry');
  expect(trailOf(portal)).toHaveLength(10);
  for (const secret of [...secrets, ...hashes]) expect(trail).not.toContain(secret);
  expect(hashes.length).toBeGreaterThan(20);
  expect((await verifyTrail(portal.read, portal.keys)).fault).toBeNull();
});

describe('the list of accounts', () => {
  const found = async (words: string) =>
    (await accounts.listAccounts(portal.read, words, 1)).accounts.map(({ login }) => login);

  test('finds by login and by names, in any order, whatever case and accents', async () => {
    const made = await accounts.createAccount(portal, zeno, await newcomer('Niccolò'), 'n.nuovo');
    if (!made.ok) throw new Error(made.fault);
    for (const words of ['n.nuovo', 'NUOVO', 'niccolo nuovo', 'Nuovo Niccolò', 'n.nuovo niccolò'])
      expect(await found(words), words).toEqual(['n.nuovo']);
    for (const words of ['n.nuovo emma', '%', '_', "' or 1=1"]) expect(await found(words), words).toEqual([]);
    expect(await found('')).toHaveLength(16);
  });

  test('has pages, and tells nothing that is secret', async () => {
    const all = await accounts.listAccounts(portal.read, '', 1);
    expect(all).toMatchObject({ total: 15, pages: 1 });
    expect(JSON.stringify(all)).not.toContain('$argon2');
    expect(await accounts.listAccounts(portal.read, '', 2)).toMatchObject({ accounts: [], total: 15 });
    expect(await accounts.listAccounts(portal.read, 'zzz', 1)).toMatchObject({ total: 0, pages: 1 });
  });
});
