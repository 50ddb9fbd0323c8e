import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as litA11y } from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { arrows } from './eslint.arrows.js';

const tests = ['**/*.test.ts', '**/*.suite.ts', '**/*.fixture.ts', '**/testing/**/*.ts', 'test/**/*.ts'];

/** `describe`, `it` and hooks of node:test answer promises, which the runner awaits by itself. */
const testFunctions = ['after', 'afterEach', 'before', 'beforeEach', 'describe', 'it', 'suite', 'test'];

export default defineConfig(
  // What is below demo/frameworks is checked by its own framework's tools, in `npm run frameworks`: its types are not installed here.
  { ignores: ['**/dist/**', 'storybook-static/**', 'coverage/**', '**/.data/**', 'demo/frameworks/**'] },
  {
    linterOptions: {
      // A rule that does not fit is discussed here, for everybody, and not switched off where it hurts.
      noInlineConfig: true,
      reportUnusedInlineConfigs: 'error',
    },
  },
  {
    files: ['**/*.{ts,js,mjs}'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      // TypeScript knows better which names exist where, in JavaScript files too: they are type-checked.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
      // Whoever has to scroll that far is reading about two things.
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      // `() => doIt()` says what it means, also where nobody reads the answer.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: testFunctions },
            // Declared to answer a promise by a plugin of Chai, which it does for none of its uses.
            { from: 'package', package: '@types/chai', name: 'Equal' },
          ],
        },
      ],
      // Elements come from the document and streams from other streams, not from a constructor in sight.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A new state, method or code has to be thought through in each place that tells them apart.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // What `tsconfig.lint.json` leaves out.
    files: ['packages/elements/types/**', 'site/**'],
    languageOptions: { parserOptions: { project: null, projectService: true } },
  },
  {
    files: ['packages/elements/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.recommended],
    rules: {
      // The base class is known to have the callback, and the type checker refuses the needless question.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: tests,
    rules: {
      // In a test, `!` fails the test, which is what a test is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...arrows,
);
