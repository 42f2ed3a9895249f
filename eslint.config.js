import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The core stands alone: see the layout in README.md.
 * @type {import('eslint').Linter.Config}
 */
const pureCore = {
  files: ['src/core/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^(?!\\.{1,2}/|#core/|zod(/|$))',
            message: 'The core imports only itself and zod: no web, no database, no file system.',
          },
          {
            regex: '^\\.\\./.*(?<=/)(cli|launch|lib|routes)/',
            message: 'The core knows nothing of what is built on it.',
          },
        ],
      },
    ],
    'no-restricted-globals': [
      'error',
      ...[
        'process',
        'Buffer',
        'console',
        'fetch',
        'window',
        'document',
        'setTimeout',
        'setInterval',
        'crypto',
      ].map((name) => ({ name, message: 'The core is pure: hand it in as data.' })),
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'The core has no clock: hand the date in.',
      },
      {
        selector: "MemberExpression[object.name='Date'][property.name='now']",
        message: 'The core has no clock: hand the date in.',
      },
      {
        selector: "MemberExpression[object.name='Math'][property.name='random']",
        message: 'The core has no chance in it: the same input gives the same output.',
      },
    ],
  },
};

/**
 * Pages parse, ask and show.
 * @type {import('eslint').Linter.Config}
 */
const thinRoutes = {
  files: ['src/routes/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['**/*store.ts', '**/schema.ts'],
            message: 'A page asks a service, never a store or a table.',
          },
        ],
      },
    ],
  },
};

export default defineConfig(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'data/',
      'node_modules/',
      'playwright-report/',
      'project.inlang/',
      'src/lib/paraglide/',
      'test-results/',
      'tests/independent/cases/',
    ],
  },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // TypeScript knows every name.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // «answer 3 of 8» reads well; only what prints badly stays forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // With noUncheckedIndexedAccess, `list[i]!` inside its own bounds is the plain way to say so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `error()` and `redirect()` of SvelteKit are thrown as they are.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // Here a component's snippets have no types; svelte-check, which knows them, refuses what is unsafe.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    // Commands speak to the person who typed them.
    files: ['src/launch/**', 'src/cli/**', 'tests/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  pureCore,
  thinRoutes,
);
