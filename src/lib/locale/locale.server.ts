import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { BASE_LOCALE, type Locale } from './locale.ts';

const ofRequest = new AsyncLocalStorage<Locale>();

// Two requests in different languages are answered at the same time: the language belongs to the request, not to
// the process. Outside of a request (the command line, a job) the portal speaks its first language.
overwriteGetLocale(() => ofRequest.getStore() ?? BASE_LOCALE);

/** Runs the work, and all it waits for, in a language: every message of the catalogue comes in it. */
export function withLocale<Result>(locale: Locale, work: () => Result): Result {
  return ofRequest.run(locale, work);
}
