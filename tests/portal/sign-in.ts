import { expect, type APIRequestContext, type APIResponse, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { PASSWORD, PEOPLE, type Login } from './people.ts';

/** Fills in the sign-in page and, where it is asked for, the code that the demo shows. */
export async function signIn(page: Page, login: Login): Promise<void> {
  await page.goto('/accesso');
  await givePassword(page, login, PASSWORD);
  if (PEOPLE[login].secondFactor) await giveShownCode(page);
  await expect(page).toHaveURL('/');
}

export async function givePassword(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Nome utente').fill(login);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Accedi' }).click();
}

/** The code of this moment, as the demo shows it on the page that asks for it. */
export async function giveShownCode(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/accesso\/codice/);
  const code = await page.locator('.notice code').innerText();
  await page.getByLabel('Codice').fill(code);
  await page.getByRole('button', { name: 'Continua' }).click();
}

/**
 * The authenticator's code for a secret as the page shows it.
 *
 * @param ahead 1: the code of the next half minute, which counts already, where that of now is used up
 */
export function authenticatorCode(shownSecret: string, ahead = 0): string {
  const secret = Secret.fromBase32(shownSecret.replaceAll(/\s/g, ''));
  return new TOTP({ secret }).generate({ timestamp: Date.now() + ahead * 30_000 });
}

/** Sends a form as a page of the portal does without JavaScript. */
export function send(
  asker: APIRequestContext,
  path: string,
  form: Record<string, string> = {},
): Promise<APIResponse> {
  return asker.post(path, { form, maxRedirects: 0 });
}

export const sendPassword = (asker: APIRequestContext, login: string, password: string) =>
  send(asker, '/accesso', { login, password });

/** Signs in to the demo without a browser, with the code that the demo shows. */
export async function signInOverHttp(asker: APIRequestContext, login: Login): Promise<void> {
  expect((await sendPassword(asker, login, PASSWORD)).status()).toBe(303);
  if (!PEOPLE[login].secondFactor) return;
  const html = await (await asker.get('/accesso/codice')).text();
  const [, code = ''] = /<code[^>]*>(\d{6})<\/code>/.exec(html) ?? [];
  expect((await send(asker, '/accesso/codice', { code })).status()).toBe(303);
}

/** The session's token in the browser or behind the requests; null if there is none. */
export async function sessionToken(holder: APIRequestContext | Page): Promise<string | null> {
  const { cookies } = await ('storageState' in holder
    ? holder.storageState()
    : holder.context().storageState());
  return cookies.find(({ name }) => name.endsWith('accordo-session'))?.value ?? null;
}

/** Where an answer sends the browser, as a path of the portal or the address of another host; null: nowhere. */
export function wayOn(answer: APIResponse): string | null {
  const { location } = answer.headers();
  if (location === undefined) return null;
  const { origin } = new URL(answer.url());
  const url = new URL(location, answer.url());
  return url.origin === origin ? url.pathname + url.search : url.href;
}
