import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './src/launch/browser.mjs';
import { nodePath } from './src/launch/node-runtime.mjs';
import { connected, connections, demo, environmentOf } from './tests/portal/servers.ts';

const executablePath = await findBrowser();

const portal = {
  command: `"${nodePath()}" src/launch/portal.mjs`,
  timeout: 60_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
} as const;

/** Whole journeys in a real browser, against the built server with empty databases. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalTimeout: 15 * 60_000,
  use: {
    baseURL: demo,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    screenshot: 'only-on-failure',
    launchOptions: { args: browserArgs, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'sign-in', testMatch: '**/*.setup.ts' },
    { name: 'chromium', testMatch: '**/*.spec.ts', dependencies: ['sign-in'] },
  ],
  webServer: [
    { ...portal, url: demo, env: environmentOf(demo, 'demo') },
    { ...portal, url: connected, env: { ...environmentOf(connected, 'connected'), ...connections } },
  ],
});
