import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { today } from '../calendar/today.ts';
import { openPortal, type Portal } from '../database/database.ts';
import { demoAccounts, demoCode } from '../demo/demo.ts';
import * as accounts from '../identity/account-store.ts';
import { throttle } from '../identity/throttle.ts';
import { newTotpSecret } from '../identity/totp.ts';
import { withPassword } from '../identity/sign-in.ts';
import { subjectOf } from '../permissions/subject.ts';
import { checkKey, installationOf } from './installation.ts';
import { prepare } from './preparation.ts';
import { beginReal, hindrance } from './real.ts';

const PASSWORD = 'giardino-42-nuvole';
const zeno = {
  givenName: 'Zeno',
  familyName: 'Prova',
  mail: 'zeno@comune.example',
  login: ' Zeno ',
  password: PASSWORD,
};

let folder: string;
let portal: Portal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-installation-'));
  portal = openPortal(folder);
});
afterEach(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

const entries = () => portal.read.all(sql`select action from audit_entry`);

describe('a real portal', () => {
  test('begins with an administrator who signs in and sets up a second factor', async () => {
    expect(await beginReal(portal, ' Comune di Prova ', zeno)).toBeNull();
    expect(await installationOf(portal.read)).toMatchObject({
      mode: 'real',
      entityName: 'Comune di Prova',
      since: today(),
    });
    const tries = throttle({ free: 10, freeAnywhere: 10, perAddress: 10 });
    const visitor = { address: '10.0.0.1', device: '' };
    const signIn = await withPassword(portal, tries, { login: 'zeno', password: PASSWORD }, visitor);
    expect(signIn).toMatchObject({ ok: true, stage: 'secondFactorSetup' });
    const account = (await accounts.byLogin(portal.read, 'zeno'))!;
    expect((await subjectOf(portal.read, account.personId, today())).roles).toEqual(['administrator']);
  });

  test('begins once, also when two begin it at the same time', async () => {
    const faults = await Promise.all([1, 2].map(() => beginReal(portal, 'Comune di Prova', zeno)));
    expect(faults.sort()).toEqual(['begun', null]);
    expect(await beginReal(portal, 'Comune di Altrove', zeno)).toBe('begun');
    expect(await hindrance(portal)).toBe('begun');
    expect(entries()).toHaveLength(3);
  });

  test.each([
    ['nameMissing', 'Comune di Prova', { familyName: ' ' }],
    ['nameMissing', ' ', {}],
    ['loginOdd', 'Comune di Prova', { login: 'z' }],
    ['mailOdd', 'Comune di Prova', { mail: 'zeno at comune' }],
    ['tooShort', 'Comune di Prova', { password: 'corta' }],
    ['guessable', 'Comune di Prova', { password: 'Zeno-Prova-zeno' }],
  ] as const)('does not begin with %s, and can begin afterwards', async (fault, entity, given) => {
    expect(await beginReal(portal, entity, { ...zeno, ...given })).toBe(fault);
    expect([await installationOf(portal.read), entries()]).toEqual([null, []]);
    expect(await beginReal(portal, 'Comune di Prova', zeno)).toBeNull();
  });

  test('lists no accounts to try, tells nobody’s code, and is not made the example at the next start', async () => {
    await beginReal(portal, 'Comune di Prova', zeno);
    const { id } = (await accounts.byLogin(portal.read, 'zeno'))!;
    await portal.transaction((write) =>
      accounts.update(write, id, { totpSecret: portal.keys.seal('totp', newTotpSecret()) }),
    );
    await prepare(portal);
    expect(await demoAccounts(portal.read)).toBeNull();
    expect(await demoCode(portal, id)).toBeNull();
    // Not even for an account that somebody has put among those of the demo.
    await portal.transaction((write) => {
      write.run(sql`insert into demo_account values (${id}, 'administrator')`);
      return Promise.resolve();
    });
    expect(await demoCode(portal, id)).toBeNull();
  });
});

describe('the key of a portal', () => {
  test('is the one it began with', async () => {
    await expect(checkKey(portal)).resolves.toBeUndefined();
    await beginReal(portal, 'Comune di Prova', zeno);
    portal.close();
    portal = openPortal(folder);
    await expect(checkKey(portal)).resolves.toBeUndefined();
  });

  test('of another portal is refused in words for the operator, before anything is done', async () => {
    await beginReal(portal, 'Comune di Prova', zeno);
    portal.close();
    const key = join(folder, 'accordo.key');
    copyFileSync(key, `${key}.kept`);
    writeFileSync(key, Buffer.alloc(32, 1).toString('base64url'));
    portal = openPortal(folder);
    await expect(prepare(portal)).rejects.toThrow(
      /La chiave non è quella di questa base dati: .*ACCORDO_KEY/,
    );
    portal.close();
    copyFileSync(`${key}.kept`, key);
    portal = openPortal(folder);
    await expect(prepare(portal)).resolves.toBeUndefined();
  });
});
