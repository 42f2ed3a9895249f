import { join } from 'node:path';
import {
  test as base,
  type APIRequestContext,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import type { Login } from './people.ts';
import { FOLDER } from './servers.ts';

/** Sign-ins that stopped before the last step, by the step they are at. */
export type Stage = 'secondFactor' | 'secondFactorSetup' | 'newPassword';
export type Asker = Login | Stage | null;

/** Where tests/portal/sign-in.setup.ts keeps the session of an account of the demo, or of one stopped on the way in. */
export const sessionFile = (asker: Login | Stage) => join(FOLDER, 'sessions', `${asker}.json`);

const sessionOf = (asker: Asker) => (asker === null ? {} : { storageState: sessionFile(asker) });

interface Fixtures {
  /** A page of somebody who is signed in at the demo; null: of nobody. */
  readonly openAs: (asker: Asker, options?: BrowserContextOptions) => Promise<Page>;
  /** Requests of somebody, sent as the portal's own pages send them; redirects are not followed. */
  readonly askAs: (asker: Asker, options?: { origin?: string }) => Promise<APIRequestContext>;
}

export const test = base.extend<Fixtures>({
  openAs: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (asker, options = {}) => {
      const context = await browser.newContext({ baseURL: baseURL!, ...sessionOf(asker), ...options });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  askAs: async ({ playwright, baseURL }, use) => {
    const contexts: APIRequestContext[] = [];
    await use(async (asker, { origin = baseURL! } = {}) => {
      const context = await playwright.request.newContext({
        baseURL: origin,
        ...sessionOf(asker),
        extraHTTPHeaders: { origin, accept: 'text/html' },
        maxRedirects: 0,
      });
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.dispose()));
  },
});

export { expect } from '@playwright/test';
