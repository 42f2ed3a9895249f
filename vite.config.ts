import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArgs, findBrowser } from './src/launch/browser.mjs';
import { catalogueOptions } from './src/launch/catalogue.mjs';

const componentTests = 'src/**/*.{svelte,browser}.test.ts';

/** Looked for only when tests run: a build must not depend on a browser. */
const executablePath = process.env.VITEST ? await findBrowser() : undefined;

/** Tests that put something in the place of a module: another that loaded it before would keep the real one. */
const replacing = ['src/lib/server/identity/sign-in.test.ts'];

export default defineConfig({
  plugins: [paraglideVitePlugin(catalogueOptions()), sveltekit()],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What many pages need in one file: dozens of small ones, each with its headers, keep a phone waiting. The
            // styles stay with their pages.
            codeSplitting: {
              groups: [{ name: 'common', test: /\/(src|svelte|kit)\/(?!.*type=style)/, minShareCount: 8 }],
            },
          },
        },
      },
    },
  },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ['node_modules'],
        // Bootstrap Italia is written for an older Sass; what it will have to change is not ours to mend.
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // The modules keep nothing that one test could leave for another; loading them anew for every file takes
          // longer than all the tests.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [componentTests, 'tests/fuzz/**', ...replacing],
        },
      },
      {
        extends: true,
        test: { name: 'alone', environment: 'node', include: replacing },
      },
      {
        extends: true,
        // Made ready before the first test: found on the way, it would make Vite load the page anew under the tests.
        optimizeDeps: { include: ['@cloudflare/blindrsa-ts'] },
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
