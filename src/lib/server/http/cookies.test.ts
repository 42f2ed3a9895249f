import type { Cookies } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { keyringOf } from '../secrets/keyring.ts';
import { keepPending, takePending } from '../identity/pending-cookie.ts';
import {
  forgetSession,
  keepSession,
  readCookie,
  sessionToken,
  writeCookie,
  type CookieJar,
} from './cookies.ts';

/** A browser's cookies, and what was said about each. */
function browser(address: string): CookieJar & { readonly kept: Map<string, string>; said: unknown } {
  const kept = new Map<string, string>();
  const jar = {
    kept,
    said: null as unknown,
    url: new URL(address),
    cookies: {
      get: (name: string) => kept.get(name),
      set: (name: string, value: string, attributes: unknown) => {
        kept.set(name, value);
        jar.said = attributes;
      },
      delete: (name: string, attributes: unknown) => {
        kept.delete(name);
        jar.said = attributes;
      },
    } as unknown as Cookies,
  };
  return jar;
}

const TLS = 'https://accordo.comune.example/profilo/password';
const PLAIN = 'http://127.0.0.1:3000/profilo/password';

describe('the cookie of a session', () => {
  test.each([
    ['behind TLS', TLS, '__Host-accordo-session', true],
    ['without', PLAIN, 'accordo-session', false],
  ])(
    '%s is for this host alone, for all of it, and until the browser is closed',
    (_how, address, name, secure) => {
      const jar = browser(address);
      keepSession(jar, 'token');
      expect([...jar.kept]).toEqual([[name, 'token']]);
      // No domain and no age.
      expect(jar.said).toEqual({ path: '/', httpOnly: true, secure, sameSite: 'lax' });
      expect(sessionToken(jar)).toBe('token');
      forgetSession(jar);
      expect(jar.said).toMatchObject({ path: '/', secure });
      expect(sessionToken(jar)).toBeNull();
    },
  );

  test('behind TLS is not read under the name that any host beside could set', () => {
    const jar = browser(TLS);
    jar.kept.set('accordo-session', 'planted');
    expect(sessionToken(jar)).toBeNull();
  });
});

test('a cookie may have an age', () => {
  const jar = browser(TLS);
  writeCookie(jar, 'theme', 'dark', 3600);
  expect(jar.said).toMatchObject({ maxAge: 3600, httpOnly: true, secure: true });
  expect([readCookie(jar, 'theme'), readCookie(jar, 'locale')]).toEqual(['dark', null]);
});

describe('what is kept while the browser is at the identity provider', () => {
  const keys = keyringOf(Buffer.alloc(32, 1));
  const secret = 'x'.repeat(43);
  const pending = { pending: { state: secret, nonce: secret, codeVerifier: secret }, next: '/profilo' };

  test('is sealed, for ten minutes, and taken once', () => {
    const jar = browser(TLS);
    keepPending(keys, jar, pending);
    expect(jar.said).toMatchObject({ maxAge: 600, httpOnly: true, secure: true });
    expect([...jar.kept.values()].join()).not.toContain(secret);
    expect(takePending(keys, jar)).toEqual(pending);
    expect(takePending(keys, jar)).toBeNull();
  });

  test.each([
    ['of another portal', keyringOf(Buffer.alloc(32, 2)).seal('provider', JSON.stringify(pending))],
    ['sealed for something else', keys.seal('totp', JSON.stringify(pending))],
    ['of another shape', keys.seal('provider', '{"next":"/profilo"}')],
    ['that is rubbish', 'rubbish'],
    ['that is empty', ''],
  ])('is not taken from a cookie %s, which is then gone', (_which, value) => {
    const jar = browser(TLS);
    writeCookie(jar, 'provider', value, null);
    expect(takePending(keys, jar)).toBeNull();
    expect(jar.kept.size).toBe(0);
  });
});
