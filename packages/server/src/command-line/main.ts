#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { systemClock } from '../ports/clock.ts';
import { openStore, openStoreAlone } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { backUp } from './backup.ts';
import { runDoctor } from './doctor.ts';
import { readGiven, readRing, type Given } from './given.ts';
import { printFailed, retryFailed } from './given-up.ts';
import { checkKeys, printNewRing, rotate } from './keys.ts';
import { move } from './moving.ts';
import { clearUpAfterRestore } from './post-restore.ts';
import { reportAdoption, reportReview } from './reports.ts';
import { unknownCommand, unknownOption } from './unknown-words.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';

/** @param alone The name of a command that must not run beside a server, where the database is for one process. */
async function withStore(
  url: string | undefined,
  use: (store: Store) => Promise<void>,
  alone?: string,
): Promise<void> {
  if (url === undefined || url === '')
    throw new UsageError('no database: give --database or set DATABASE_URL');
  const store = alone === undefined ? openStore(url) : openStoreAlone(url, `mfa-kit ${alone}`);
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

const OPTIONS = {
  database: { type: 'string' },
  keys: { type: 'string' },
  config: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'backup-taken-at': { type: 'string' },
  id: { type: 'string' },
  month: { type: 'string' },
  format: { type: 'string' },
  workspace: { type: 'string' },
  json: { type: 'boolean' },
  probe: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

const COMMANDS: Readonly<Record<string, (given: Given, values: Values) => Promise<void> | void>> = {
  async doctor(given, { json = false, probe = false }) {
    process.exitCode = await runDoctor(given, { json, probe });
  },
  migrate: ({ database }) =>
    withStore(
      database,
      async (store) => {
        const applied = await store.migrate(systemClock.now());
        console.log(applied.length === 0 ? 'nothing to do' : `applied: ${applied.join(', ')}`);
      },
      'migrate',
    ),
  'keys generate': (given, { id }) => printNewRing(id, given),
  'keys check': (given) =>
    withStore(given.database, async (store) => checkKeys(store, await readRing(given))),
  'keys rotate': (given) => withStore(given.database, async (store) => rotate(store, await readRing(given))),
  backup: ({ database }, { to }) => backUp(database, to),
  'post-restore': ({ database }, values) =>
    withStore(database, (store) => clearUpAfterRestore(store, values['backup-taken-at']), 'post-restore'),
  move: (_, { from, to = process.env['DATABASE_URL'] }) => move(from, to),
  'mails failed': ({ database }) => withStore(database, (store) => printFailed(store, 'mails')),
  'mails retry': ({ database }, { id }) => withStore(database, (store) => retryFailed(store, 'mails', id)),
  'webhooks failed': ({ database }) => withStore(database, (store) => printFailed(store, 'webhooks')),
  'webhooks retry': ({ database }, { id }) =>
    withStore(database, (store) => retryFailed(store, 'webhooks', id)),
  'report adoption': ({ database }, { month, format, workspace }) =>
    withStore(database, (store) => reportAdoption(store, { month, format, workspace })),
  'report review': ({ database }) => withStore(database, reportReview),
};

/** @throws UsageError naming the option that does not exist, or has no value. */
function read(words: readonly string[]): {
  readonly positionals: readonly string[];
  readonly values: Values;
} {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw unknownOption(words, Object.keys(OPTIONS)) ?? new UsageError((error as Error).message);
  }
}

async function run(words: readonly string[]): Promise<void> {
  const { positionals, values } = read(words);
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  if (positionals.length === 0) throw new UsageError(USAGE);
  const name = positionals.join(' ');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw unknownCommand(name, Object.keys(COMMANDS));
  await command(await readGiven(values, process.env), values);
}

/** Words without a stack, which helps nobody at a prompt. A host that was tried at several addresses has them in the causes only. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('\n');
  return error instanceof Error ? error.message : String(error);
}

const words = process.argv.slice(2);
run(words).catch((error: unknown) => {
  console.error(wordsOf(error));
  // Also for a doctor who could not look at all: that has not found that it mostly works.
  process.exitCode = error instanceof UsageError || words[0] === 'doctor' ? 2 : 1;
});
