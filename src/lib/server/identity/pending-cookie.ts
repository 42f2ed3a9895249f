import * as z from 'zod';
import { forgetCookie, readCookie, writeCookie, type CookieJar } from '../http/cookies.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { pendingSchema } from './provider/sign-in.ts';

const NAME = 'provider';
const TEN_MINUTES = 600;

const schema = z.object({ pending: pendingSchema, next: z.string().nullable() });

/** What is kept while the browser is at the identity provider: sealed, for ten minutes, used once. */
export type Pending = z.infer<typeof schema>;

export function keepPending(keys: Keyring, jar: CookieJar, pending: Pending): void {
  writeCookie(jar, NAME, keys.seal('provider', JSON.stringify(pending)), TEN_MINUTES);
}

/** Null if nothing is kept: too late, another browser, or used already. */
export function takePending(keys: Keyring, jar: CookieJar): Pending | null {
  const sealed = readCookie(jar, NAME);
  if (sealed === null) return null;
  forgetCookie(jar, NAME);
  const text = keys.unseal('provider', sealed);
  return text === null ? null : (schema.safeParse(JSON.parse(text)).data ?? null);
}
