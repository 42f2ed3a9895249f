import type { APIRequestContext, APIResponse } from '@playwright/test';
import { makeAccount, OWN_PASSWORD, takeOver } from '../portal/accounts.ts';
import { connected } from '../portal/servers.ts';
import { authenticatorCode, send, sendPassword } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

const TRIES = 12;

/** Tries until the portal says to wait; what it says then, without the number of seconds. */
async function untilWait(
  attempt: () => Promise<APIResponse>,
): Promise<{ refused: Set<number>; words: string }> {
  const refused = new Set<number>();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await attempt();
    const text = await answer.text();
    if (answer.status() === 429) {
      const [, words = ''] = /(Troppi tentativi\. Riprova tra \d+ second[io]\.)/.exec(text) ?? [];
      return { refused, words: words.replace(/\d+ second[io]/, '… secondi') };
    }
    refused.add(answer.status());
  }
  throw new Error(`${TRIES} tries, and no word of waiting`);
}

const WAIT = { refused: new Set([400]), words: 'Troppi tentativi. Riprova tra … secondi.' };

test('guessing passwords has to wait, and is told the same of a login that is none', async ({ askAs }) => {
  const asker = await askAs(null);
  const account = await makeAccount(await askAs('amministratore'), 'e0040');
  for (const login of [account.login, 'mai-esistito'])
    expect(await untilWait(() => sendPassword(asker, login, 'a caso')), login).toEqual(WAIT);
  // Who waits is not let in with the right password either.
  const rightOne = () => sendPassword(asker, account.login, account.password);
  await untilWait(() => sendPassword(asker, account.login, 'a caso'));
  expect((await rightOne()).status()).toBe(429);
});

async function withSecondFactor(administrator: APIRequestContext, asker: APIRequestContext, person: string) {
  const account = await makeAccount(administrator, person);
  await takeOver(asker, account);
  const begun = await (
    await send(asker, '/profilo/secondo-fattore?/begin', { password: OWN_PASSWORD })
  ).text();
  const [, sealed = ''] = /name="sealed" value="([^"]+)"/.exec(begun) ?? [];
  const [, secret = ''] = /<code[^>]*>([A-Z2-7 ]{30,})<\/code>/.exec(begun) ?? [];
  const code = authenticatorCode(secret);
  expect((await send(asker, '/profilo/secondo-fattore?/setUp', { sealed, code })).status()).toBe(200);
  return { ...account, usedCode: code };
}

test('guessing codes has to wait, on whatever session; a code counts once', async ({ askAs }) => {
  const administrator = await askAs('amministratore');
  const account = await withSecondFactor(administrator, await askAs(null), 'e0041');
  const asker = await askAs(null);
  await sendPassword(asker, account.login, OWN_PASSWORD);
  expect((await send(asker, '/accesso/codice', { code: account.usedCode })).status()).toBe(400);
  expect(await untilWait(() => send(asker, '/accesso/codice', { code: '000000' }))).toEqual(WAIT);
  const another = await askAs(null);
  await sendPassword(another, account.login, OWN_PASSWORD);
  await untilWait(() => send(another, '/accesso/codice', { code: '111111' }));
  expect((await send(another, '/accesso/codice', { code: '222222' })).status()).toBe(429);
});

test('an open session does not let anybody guess its password', async ({ askAs }) => {
  const account = await makeAccount(await askAs('amministratore'), 'e0042');
  const asker = await askAs(null);
  await takeOver(asker, account);
  const form = { current: 'a caso', password: 'legno di abete rosso', again: 'legno di abete rosso' };
  const wait = async (path: string, form: Record<string, string>) => {
    for (let tries = 0; tries < TRIES; tries += 1)
      if ((await (await send(asker, path, form)).text()).includes('Troppi tentativi')) return true;
    return false;
  };
  expect(await wait('/profilo/password', form)).toBe(true);
  expect(await wait('/profilo/secondo-fattore?/begin', { password: 'a caso' })).toBe(true);
});

test.describe('where there is mail', () => {
  test.use({ baseURL: connected });

  test('asking for new passwords has to wait too, and so does trying links', async ({ askAs }) => {
    const asker = await askAs(null);
    const wait = await untilWait(() => send(asker, '/accesso/recupero', { login: 'mai-esistito' }));
    expect(wait).toEqual({ ...WAIT, refused: new Set([200]) });
    let tries = 0;
    while ((await asker.get(`/accesso/recupero/${'x'.repeat(40)}${tries}`)).status() === 200)
      expect((tries += 1)).toBeLessThan(TRIES);
  });
});
