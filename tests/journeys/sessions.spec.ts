import type { APIRequestContext } from '@playwright/test';
import { administer, makeAccount, OWN_PASSWORD, takeOver } from '../portal/accounts.ts';
import { PASSWORD } from '../portal/people.ts';
import { connected } from '../portal/servers.ts';
import {
  authenticatorCode,
  givePassword,
  giveShownCode,
  send,
  sendPassword,
  sessionToken,
  wayOn,
} from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

/** What a copied cookie opens. */
async function opened(ask: (asker: null) => Promise<APIRequestContext>, token: string) {
  const thief = await ask(null);
  const answer = await thief.get('/profilo', { headers: { cookie: `accordo-session=${token}` } });
  return answer.status() === 200 ? 'the profile' : wayOn(answer);
}

const SIGN_IN = '/accesso?dopo=%2Fprofilo';

test('the session changes at every step of the sign-in and ends with it; an old cookie opens nothing', async ({
  askAs,
}) => {
  const administrator = await askAs('amministratore');
  const account = await makeAccount(administrator, 'e0030');
  await administer(administrator, account, 'grant', { role: 'humanResources' });

  const asker = await askAs(null);
  const tokens: string[] = [];
  const keep = async () => tokens.push((await sessionToken(asker))!);
  expect(wayOn(await sendPassword(asker, account.login, account.password))).toBe('/accesso/nuova-password');
  await keep();
  const own = { password: OWN_PASSWORD, again: OWN_PASSWORD };
  expect(wayOn(await send(asker, '/accesso/nuova-password', own))).toBe('/accesso/nuovo-codice');
  await keep();
  const html = await (await asker.get('/accesso/nuovo-codice')).text();
  const [, sealed = ''] = /name="sealed" value="([^"]+)"/.exec(html) ?? [];
  const [, secret = ''] = /<code[^>]*>([A-Z2-7 ]{30,})<\/code>/.exec(html) ?? [];
  const set = await send(asker, '/accesso/nuovo-codice', { sealed, code: authenticatorCode(secret) });
  expect(await set.text()).toContain('Il secondo fattore è attivo');
  await keep();
  expect((await asker.get('/profilo')).status()).toBe(200);

  // The same account from the beginning, on top of the open session.
  expect(wayOn(await sendPassword(asker, account.login, OWN_PASSWORD))).toBe('/accesso/codice');
  await keep();
  expect(wayOn(await send(asker, '/accesso/codice', { code: authenticatorCode(secret, 1) }))).toBe('/');
  await keep();

  const last = tokens.at(-1)!;
  expect(new Set(tokens).size).toBe(5);
  for (const token of tokens.slice(0, -1)) expect(await opened(askAs, token)).toBe(SIGN_IN);
  expect(await opened(askAs, last)).toBe('the profile');

  const changed = await send(asker, '/profilo/password', {
    current: OWN_PASSWORD,
    password: 'legno di abete rosso',
    again: 'legno di abete rosso',
  });
  expect(changed.status()).toBe(200);
  expect(await opened(askAs, last)).toBe(SIGN_IN);
  const after = (await sessionToken(asker))!;
  expect(await opened(askAs, after)).toBe('the profile');
  expect(wayOn(await send(asker, '/uscita'))).toBe('/');
  expect(await sessionToken(asker)).toBeNull();
  expect(await opened(askAs, after)).toBe(SIGN_IN);
});

test('a session that somebody put into the browser beforehand is not the one that is signed in', async ({
  askAs,
}) => {
  const fixed = 'A'.repeat(43);
  const asker = await askAs(null);
  const signedIn = await asker.post('/accesso', {
    form: { login: 'sindaco', password: PASSWORD },
    headers: { cookie: `accordo-session=${fixed}` },
  });
  expect(signedIn.status()).toBe(303);
  expect(await sessionToken(asker)).not.toBe(fixed);
  expect(await opened(askAs, fixed)).toBe(SIGN_IN);
  for (const token of ['', 'x', 'a'.repeat(43), '%00', '../../', "' or 1=1 --"])
    expect(await opened(askAs, encodeURIComponent(token))).toBe(SIGN_IN);
});

test('what the administrator does to an account ends its sessions at once', async ({ askAs }) => {
  const administrator = await askAs('amministratore');
  const account = await makeAccount(administrator, 'e0031');
  const holder = await askAs(null);
  await takeOver(holder, account);
  const actions: [string, Record<string, string>?][] = [
    ['grant', { role: 'councillor' }],
    ['withdraw', { role: 'councillor' }],
    ['endSessions'],
    ['disable'],
  ];
  for (const [action, form] of actions) {
    const token = (await sessionToken(holder))!;
    expect(await opened(askAs, token), `before ${action}`).toBe('the profile');
    await administer(administrator, account, action, form);
    expect(await opened(askAs, token), `after ${action}`).toBe(SIGN_IN);
    const again = await sendPassword(holder, account.login, OWN_PASSWORD);
    expect(again.status()).toBe(action === 'disable' ? 400 : 303);
  }

  await administer(administrator, account, 'enable');
  const renewed = await administer(administrator, account, 'newPassword');
  const [, first = ''] = /<code>((?:[0-9a-f]{6}-){3}[0-9a-f]{6})<\/code>/.exec(renewed) ?? [];
  expect((await sendPassword(holder, account.login, OWN_PASSWORD)).status()).toBe(400);
  expect(wayOn(await sendPassword(holder, account.login, first))).toBe('/accesso/nuova-password');
});

test('a wrong, an unknown and a disabled account are told the same', async ({ askAs }) => {
  const administrator = await askAs('amministratore');
  const account = await makeAccount(administrator, 'e0032');
  await administer(administrator, account, 'disable');
  const asker = await askAs(null);
  const told = async (login: string, password: string) => {
    const answer = await sendPassword(asker, login, password);
    expect(answer.headers()['set-cookie']).toBeUndefined();
    const text = (await answer.text()).replaceAll(login, 'LOGIN').replaceAll(/nonce[-=]"?[\w+/=]+/g, 'nonce');
    return { status: answer.status(), text };
  };
  const unknown = await told('nessuno-di-noto', account.password);
  expect(unknown.status).toBe(400);
  const usable = await makeAccount(administrator, 'e0035');
  expect(await told(usable.login, 'non è questa')).toEqual(unknown);
  expect(await told(account.login, account.password)).toEqual(unknown);
});

test('the own sessions are listed, and each can be ended', async ({ askAs, openAs }) => {
  const account = await makeAccount(await askAs('amministratore'), 'e0033');
  const first = await askAs(null);
  await takeOver(first, account);
  const others = [await askAs(null), await askAs(null)];
  for (const other of others) await sendPassword(other, account.login, OWN_PASSWORD);

  const page = await openAs(null, { storageState: await first.storageState() });
  await page.goto('/profilo/accessi');
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('button') });
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: '(questa)' })).toHaveCount(1);
  await rows.filter({ hasNotText: '(questa)' }).first().getByRole('button').click();
  await expect(rows).toHaveCount(2);
  const left = await Promise.all(others.map(async (other) => (await other.get('/profilo')).status()));
  expect(left.sort()).toEqual([200, 303]);
  await page.getByRole('button', { name: 'Chiudi tutte le altre' }).click();
  await expect(rows).toHaveCount(1);
  for (const other of others) expect((await other.get('/profilo')).status()).toBe(303);
  await rows.getByRole('button').click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Accedi' })).toBeVisible();
});

test('a session that ended under a page leads to the sign-in at the next step, and back', async ({
  askAs,
  openAs,
}) => {
  const account = await makeAccount(await askAs('amministratore'), 'e0034');
  const holder = await askAs(null);
  await takeOver(holder, account);
  const page = await openAs(null, { storageState: await holder.storageState() });
  await page.goto('/');
  await send(holder, '/uscita');
  await page.getByRole('link', { name: 'Organizzazione' }).click();
  await expect(page).toHaveURL('/accesso?dopo=%2Forganizzazione');
  await givePassword(page, account.login, OWN_PASSWORD);
  await expect(page).toHaveURL('/organizzazione');
  await page.getByRole('button', { name: 'Esci' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Il ciclo della performance, spiegato');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accesso');
});

test.describe('from the page that was asked for', () => {
  test.use({ baseURL: connected });

  test('the way in leads back to it, through the second factor', async ({ page }) => {
    await page.goto('/persone?cerca=arpeggio');
    await expect(page).toHaveURL(/\/accesso\?dopo=/);
    await givePassword(page, 'personale', PASSWORD);
    await giveShownCode(page);
    await expect(page).toHaveURL('/persone?cerca=arpeggio');
    await expect(page.getByRole('main').getByRole('link', { name: 'Arpeggio Lorenzo' })).toBeVisible();
  });

  test('and never to another host', async ({ askAs }) => {
    const asker = await askAs(null);
    const away = [
      'https://altrove.example/',
      '//altrove.example',
      '/\\altrove.example',
      '/%09/altrove.example',
      '\\\\altrove.example',
      'javascript:alert(1)',
      '/..//altrove.example',
      'http:/altrove.example',
      ' //altrove.example',
      '/\t/altrove.example',
    ];
    for (const dopo of away) {
      const answer = await asker.post('/accesso', { form: { login: 'eq', password: PASSWORD, dopo } });
      const { origin } = new URL(answer.headers().location!, answer.url());
      expect(origin, dopo).toBe(connected);
      const back = await asker.post('/preferenze', { form: { locale: 'it', back: dopo } });
      expect(new URL(back.headers().location!, back.url()).origin, dopo).toBe(connected);
    }
  });
});
