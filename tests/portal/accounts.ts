import { expect, type APIRequestContext } from '@playwright/test';
import { send, sendPassword } from './sign-in.ts';

export interface NewAccount {
  readonly id: string;
  readonly login: string;
  readonly password: string;
}

const FIRST_PASSWORD = /<code>((?:[0-9a-f]{6}-){3}[0-9a-f]{6})<\/code>/;
const ACCOUNT_LINK = /amministrazione\/utenti\/([0-9a-f-]{36})"/;

/** A password that nobody's name is in. */
export const OWN_PASSWORD = 'quattro corde e un ponticello';

/** Has the administrator make an account; its first password is still to be changed. */
export async function makeAccount(administrator: APIRequestContext, person: string): Promise<NewAccount> {
  const login = `prova-${person}`;
  const answer = await send(administrator, '/amministrazione/utenti/nuovo', { person, login });
  const html = await answer.text();
  const [, password] = FIRST_PASSWORD.exec(html) ?? [];
  const [, id] = ACCOUNT_LINK.exec(html) ?? [];
  expect({ status: answer.status(), password, id }).toMatchObject({
    status: 200,
    password: expect.any(String),
    id: expect.any(String),
  });
  return { id: id!, login, password: password! };
}

/** Does something to an account as the administrator, such as `disable`. */
export async function administer(
  administrator: APIRequestContext,
  { id }: NewAccount,
  action: string,
  form: Record<string, string> = {},
): Promise<string> {
  const answer = await send(administrator, `/amministrazione/utenti/${id}?/${action}`, form);
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** Signs in with the first password and changes it: from then on the account is its holder's. */
export async function takeOver(asker: APIRequestContext, { login, password }: NewAccount): Promise<void> {
  expect((await sendPassword(asker, login, password)).status()).toBe(303);
  const changed = await send(asker, '/accesso/nuova-password', {
    password: OWN_PASSWORD,
    again: OWN_PASSWORD,
  });
  expect(changed.status()).toBe(303);
}
