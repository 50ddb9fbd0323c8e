#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { systemClock } from '../ports/clock.ts';
import { backUp } from './backup.ts';
import { runDoctor } from './doctor.ts';
import { readGiven, readRing, type Given } from './given.ts';
import { withStore, wordsOf } from './given-store.ts';
import { printFailed, retryFailed } from './given-up.ts';
import { checkKeys, printNewRing, rotate } from './keys.ts';
import { move } from './moving.ts';
import { clearUpAfterRestore, readTime } from './post-restore.ts';
import { reportAdoption, reportReview } from './reports.ts';
import { unknownCommand, unknownOption } from './unknown-words.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';

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
      { alone: 'migrate', mayBeNew: true },
    ),
  'keys generate': (given, { id }) => printNewRing(id, given),
  async 'keys check'(given) {
    const ring = await readRing(given);
    await withStore(given.database, (store) => checkKeys(store, ring));
  },
  async 'keys rotate'(given) {
    const ring = await readRing(given);
    await withStore(given.database, (store) => rotate(store, ring));
  },
  backup: ({ database }, { to }) => backUp(database, to),
  'post-restore': ({ database }, values) => {
    const takenAt = readTime(values['backup-taken-at']);
    return withStore(database, (store) => clearUpAfterRestore(store, takenAt), { alone: 'post-restore' });
  },
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

const words = process.argv.slice(2);
run(words).catch((error: unknown) => {
  console.error(wordsOf(error));
  // Also for a doctor who could not look at all: that has not found that it mostly works.
  process.exitCode = error instanceof UsageError || words[0] === 'doctor' ? 2 : 1;
});
