import type { Cookies } from '@sveltejs/kit';

/**
 * The cookies of the portal. Behind TLS their names begin with `__Host-`, with which a browser takes them only from this
 * host, for all of it, and over TLS.
 */
export interface CookieJar {
  readonly cookies: Cookies;
  readonly url: URL;
}

const SESSION = 'session';

export function sessionToken(jar: CookieJar): string | null {
  return readCookie(jar, SESSION);
}

export function keepSession(jar: CookieJar, token: string): void {
  writeCookie(jar, SESSION, token, null);
}

export function forgetSession(jar: CookieJar): void {
  forgetCookie(jar, SESSION);
}

export function readCookie(jar: CookieJar, name: string): string | null {
  return jar.cookies.get(nameOf(jar, name)) ?? null;
}

/** @param maxAge in seconds; null: until the browser is closed */
export function writeCookie(jar: CookieJar, name: string, value: string, maxAge: number | null): void {
  jar.cookies.set(nameOf(jar, name), value, { ...attributes(jar), ...(maxAge === null ? {} : { maxAge }) });
}

export function forgetCookie(jar: CookieJar, name: string): void {
  jar.cookies.delete(nameOf(jar, name), attributes(jar));
}

const isSecure = ({ url }: CookieJar) => url.protocol === 'https:';

const nameOf = (jar: CookieJar, name: string) => `${isSecure(jar) ? '__Host-' : ''}accordo-${name}`;

/** `lax`: a link in a mail opens the portal signed in, another site's form does not act in it. */
const attributes = (jar: CookieJar) =>
  ({ path: '/', httpOnly: true, secure: isSecure(jar), sameSite: 'lax' }) as const;
