import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArgs, findBrowser } from './src/launch/browser.mjs';

const componentTests = 'src/**/*.svelte.test.ts';

/** Looked for only when tests run: a build must not depend on a browser. */
const executablePath = process.env.VITEST ? await findBrowser() : undefined;

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [componentTests, 'tests/fuzz/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [componentTests],
          setupFiles: ['vitest-browser-svelte'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: browserArgs, ...(executablePath && { executablePath }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
