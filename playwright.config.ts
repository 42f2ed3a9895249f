import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './src/launch/browser.mjs';
import { nodePath } from './src/launch/node-runtime.mjs';

// This file is read again in every worker: what is drawn once is handed on through the environment.
const port = (process.env.ACCORDO_TEST_PORT ??= '4173');
const data = (process.env.ACCORDO_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'accordo-e2e-')));
const executablePath = await findBrowser();
const baseURL = `http://127.0.0.1:${port}`;

/** Whole journeys in a real browser, against the built server with an empty database. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  globalTimeout: 15 * 60_000,
  use: {
    baseURL,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    launchOptions: { args: browserArgs, ...(executablePath && { executablePath }) },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `"${nodePath()}" src/launch/portal.mjs`,
    url: baseURL,
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: port,
      ORIGIN: baseURL,
      ACCORDO_DATA: data,
      SHUTDOWN_TIMEOUT: '2',
    },
  },
});
