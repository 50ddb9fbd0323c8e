#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { systemClock } from '../ports/clock.ts';
import { openStore, openStoreAlone } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { backUp } from './backup.ts';
import { runDoctor } from './doctor.ts';
import { readGiven, readRing } from './given.ts';
import { printFailed, retryFailed } from './given-up.ts';
import { checkKeys, printNewRing, rotate } from './keys.ts';
import { move } from './moving.ts';
import { clearUpAfterRestore } from './post-restore.ts';
import { reportAdoption, reportReview } from './reports.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `usage: mfa-kit <command> [--database URL] [--keys JSON] [--config FILE]

  doctor          look at database, clock, keys, jobs, mail, addresses and proxy of an installation, change nothing,
                  and say how to mend what is wrong; ends with 0 when all is well, 1 with warnings, 2 with problems,
                  or when it could not look;
                  with --config, or only half of it can be looked at; with --json for programs; with --probe it
                  signs in as nobody once, to see whose address the server believes
  migrate         bring the database up to date
  keys generate   print a key ring with one new key, k1 or the one of --id
  keys check      compare the ring with the database, and count what each key is still needed for
  keys rotate     seal every secret with the ring's current key, beside servers that go on;
                  may be stopped and run again
  backup          copy an SQLite database, beside a server that goes on, to the file of --to
  post-restore    void in a database that was restored from a backup what could be used twice;
                  with --backup-taken-at TIME; may be stopped and run again
  move            move everything from an SQLite database, --from sqlite:<path>, to an empty PostgreSQL one,
                  --to postgres://…, which is $DATABASE_URL unless given, and compare every row of both
  mails failed    list the mails that were given up; webhooks failed lists the webhooks
  mails retry     make them due again, all of them or the one of --id; so does webhooks retry
  report adoption print how many people have a factor, and how signing in went, with --month 2026-10;
                  as --format markdown (the default) or csv, of one --workspace or of all
  report review   print the checklist of a quarterly review, filled with what the database knows

On SQLite, migrate, post-restore and move refuse to run beside a server. All others may.

--database   sqlite:<path> or postgres://…            default: $DATABASE_URL
--keys       {"current":…,"keys":{…}} or file:<path>  default: $MFA_KEYS
--config     a module that gives what createMfa() takes, or a function that makes it, as its default export;
             database, keys and key provider are taken from it
`;

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

async function run(words: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
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
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  const given = await readGiven(values, process.env);
  const { database } = given;
  switch (positionals.join(' ')) {
    case 'doctor':
      process.exitCode = await runDoctor(given, { json: values.json === true, probe: values.probe === true });
      return;
    case 'migrate':
      return withStore(
        database,
        async (store) => {
          const applied = await store.migrate(systemClock.now());
          console.log(applied.length === 0 ? 'nothing to do' : `applied: ${applied.join(', ')}`);
        },
        'migrate',
      );
    case 'keys generate':
      return printNewRing(values.id, given);
    case 'keys check':
      return withStore(database, async (store) => checkKeys(store, await readRing(given)));
    case 'keys rotate':
      return withStore(database, async (store) => rotate(store, await readRing(given)));
    case 'backup':
      return backUp(database, values.to);
    case 'post-restore':
      return withStore(
        database,
        (store) => clearUpAfterRestore(store, values['backup-taken-at']),
        'post-restore',
      );
    case 'move':
      return move(values.from, values.to ?? process.env['DATABASE_URL']);
    case 'mails failed':
      return withStore(database, (store) => printFailed(store, 'mails'));
    case 'mails retry':
      return withStore(database, (store) => retryFailed(store, 'mails', values.id));
    case 'webhooks failed':
      return withStore(database, (store) => printFailed(store, 'webhooks'));
    case 'webhooks retry':
      return withStore(database, (store) => retryFailed(store, 'webhooks', values.id));
    case 'report adoption': {
      const { month, format, workspace } = values;
      return withStore(database, (store) => reportAdoption(store, { month, format, workspace }));
    }
    case 'report review':
      return withStore(database, reportReview);
    default:
      throw new UsageError(USAGE);
  }
}

/** Words without a stack, which helps nobody at a prompt. A host that was tried at several addresses has them in the causes only. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('\n');
  return error instanceof Error ? error.message : String(error);
}

const words = process.argv.slice(2);
run(words).catch((error: unknown) => {
  console.error(wordsOf(error));
  // A doctor who could not look at all has not found that it mostly works.
  process.exitCode = words[0] === 'doctor' ? 2 : 1;
});
