// Who may call whom: the arrows of docs/architecture.md, as rules. A file is under the last block of its kind that names it.

const tests = ['**/*.test.ts', '**/*.suite.ts', '**/*.fixture.ts', '**/testing/**'];

/** @typedef {import('eslint').Linter.Config} Config */

/**
 * @param {object[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const forbid = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const express = {
  regex: '^express$',
  message: 'Only http/ knows Express. Rules that do not know it can be tested, and served, without it.',
};
const databaseDrivers = {
  regex: '^(pg|better-sqlite3|node:sqlite)($|/)',
  message: 'Only store/ knows a database driver. A feature says what it needs stored in <feature>.store.ts.',
};
const transport = {
  regex: '^(\\.\\./)+(http|command-line)/',
  message: 'http/ and command-line/ call features, never the other way round.',
};
/** Features that do not know each other, and those in which they meet or which are handed to them. */
const independent = [
  'account-recovery',
  'administration',
  'adoption',
  'passkeys',
  'policy',
  'recovery-codes',
  'remembered-devices',
  'restore',
  'totp',
];
const shared = ['activity', 'notifications', 'sessions', 'sign-in', 'step-up', 'throttling'];

// What several features need is handed to them by create-mfa.ts. They may name its type: that calls nobody.
const independentFeatures = {
  regex: `^(\\.\\./)+(${independent.join('|')})/`,
  allowTypeImports: true,
  message: 'Features meet in sign-in and sessions, not in each other.',
};
const allFeatures = {
  regex: `^(\\.\\./)+(${[...independent, ...shared].join('|')})/`,
  allowTypeImports: true,
  message: 'Features call this folder, never the other way round.',
};

const server = 'packages/server/src';
/** @type {Config[]} */
const serverArrows = [
  {
    files: [`${server}/**/*.ts`],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes from the Clock port (rule S9).' },
        { object: 'Math', property: 'random', message: 'What is random here is also secret: use secrets/.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes from the Clock port (rule S9).',
        },
      ],
      ...forbid(express, databaseDrivers, transport),
    },
  },
  {
    files: [`${server}/{${independent.join(',')}}/**/*.ts`],
    ignores: tests,
    rules: forbid(express, databaseDrivers, transport, independentFeatures),
  },
  {
    files: [`${server}/{ports,secrets,configuration,api}/**/*.ts`],
    ignores: tests,
    rules: forbid(express, databaseDrivers, transport, allFeatures),
  },
  { files: [`${server}/store/**/*.ts`], ignores: tests, rules: forbid(express, transport) },
  { files: [`${server}/http/**/*.ts`], ignores: tests, rules: forbid(databaseDrivers) },
  {
    // Where everything is put together.
    files: [`${server}/*.ts`, `${server}/command-line/**/*.ts`],
    ignores: tests,
    rules: forbid(databaseDrivers),
  },
  {
    files: [`${server}/ports/clock.ts`],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: [`${server}/command-line/**/*.ts`], rules: { 'no-console': 'off' } },
];

const otherControllers = {
  regex: '^(\\.\\./)+.*\\.controller\\.js$',
  message: "A controller belongs to one element. Compose the other element's tag instead.",
};
const rendering = {
  regex: '^(lit|@lit)($|/|-)',
  message: 'client/ and ceremonies/ work without any rendering: pages use them without the elements.',
};

const elements = 'packages/elements/src';
/** @type {Config[]} */
const elementsArrows = [
  {
    files: [`${elements}/**/*.ts`],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Elements talk to MfaClient.' }],
      ...forbid(otherControllers),
    },
  },
  {
    files: [`${elements}/{client,ceremonies}/**/*.ts`],
    ignores: tests,
    rules: forbid(otherControllers, rendering),
  },
  { files: [`${elements}/client/**/*.ts`], rules: { 'no-restricted-globals': 'off' } },
];

export const arrows = [...serverArrows, ...elementsArrows];
