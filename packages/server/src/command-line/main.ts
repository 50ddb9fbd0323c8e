#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { keyRing } from '../configuration/configuration.ts';
import { systemClock } from '../ports/clock.ts';
import { assertKeysFit, rotateKeys } from '../keys/key-care.ts';
import { generateKeyRing, openKeyRing, type KeyRing } from '../secrets/key-ring.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { printFailed, retryFailed } from './given-up.ts';
import { clearUpAfterRestore } from './post-restore.ts';
import { reportAdoption, reportReview } from './reports.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `usage: mfa-kit <command> [--database URL] [--keys JSON]

  migrate         bring the database up to date
  keys generate   print a new key ring
  keys check      compare the ring with the database, and count what each key is still needed for
  keys rotate     seal every secret with the ring's current key; may be stopped and run again
  post-restore    void in a database that was restored from a backup what could be used twice;
                  with --backup-taken-at TIME; may be stopped and run again
  mails failed    list the mails that were given up; webhooks failed lists the webhooks
  mails retry     make them due again, all of them or the one of --id; so does webhooks retry
  report adoption print how many people have a factor, and how signing in went, with --month 2026-10;
                  as --format markdown (the default) or csv, of one --workspace or of all
  report review   print the checklist of a quarterly review, filled with what the database knows

--database   sqlite:<path> or postgres://…            default: $DATABASE_URL
--keys       {"current":…,"keys":{…}} or file:<path>  default: $MFA_KEYS
`;

async function readRing(text: string | undefined): Promise<KeyRing> {
  if (text === undefined || text === '') throw new UsageError('no key ring: give --keys or set MFA_KEYS');
  const json = text.startsWith('file:') ? await readFile(text.slice('file:'.length), 'utf8') : text;
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new UsageError('the key ring is not JSON');
  }
  const { data, error } = keyRing.safeParse(given);
  if (error) {
    const mistakes = error.issues.map(({ path, message }) => `${path.join('.') || 'keys'}: ${message}`);
    throw new UsageError(`the key ring is not of the right form\n  - ${mistakes.join('\n  - ')}`);
  }
  return openKeyRing(data);
}

async function withStore(url: string | undefined, use: (store: Store) => Promise<void>): Promise<void> {
  if (url === undefined || url === '')
    throw new UsageError('no database: give --database or set DATABASE_URL');
  const store = openStore(url);
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

async function checkKeys(store: Store, ring: KeyRing): Promise<void> {
  await assertKeysFit(store, ring, systemClock);
  const needed = await store.countByKey();
  for (const id of ring.ids) {
    const { secrets, recoveryCodes } = needed.find(({ keyId }) => keyId === id) ?? {
      secrets: 0,
      recoveryCodes: 0,
    };
    const role =
      id === ring.current ? 'current' : secrets + recoveryCodes === 0 ? 'not used' : 'still needed';
    console.log(`${id}: ${secrets} secrets, ${recoveryCodes} recovery codes; ${role}`);
  }
}

async function run(words: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      database: { type: 'string' },
      keys: { type: 'string' },
      'backup-taken-at': { type: 'string' },
      id: { type: 'string' },
      month: { type: 'string' },
      format: { type: 'string' },
      workspace: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const database = values.database ?? process.env['DATABASE_URL'];
  const keys = values.keys ?? process.env['MFA_KEYS'];
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  switch (positionals.join(' ')) {
    case 'migrate':
      return withStore(database, async (store) => {
        const applied = await store.migrate(systemClock.now());
        console.log(applied.length === 0 ? 'nothing to do' : `applied: ${applied.join(', ')}`);
      });
    case 'keys generate':
      console.log(JSON.stringify(generateKeyRing()));
      return;
    case 'keys check':
      return withStore(database, async (store) => checkKeys(store, await readRing(keys)));
    case 'keys rotate':
      return withStore(database, async (store) => {
        const ring = await readRing(keys);
        await assertKeysFit(store, ring, systemClock);
        const { moved, unreadable } = await rotateKeys(store, ring, systemClock);
        console.log(`${moved} secrets sealed anew with ${ring.current}`);
        for (const { user, row } of unreadable)
          console.error(`cannot be opened: the authenticator ${row} of the person ${user}`);
        if (unreadable.length > 0) {
          throw new Error(
            `${unreadable.length} secrets were left as they are; those authenticators have to be set up again`,
          );
        }
      });
    case 'post-restore':
      return withStore(database, (store) => clearUpAfterRestore(store, values['backup-taken-at']));
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

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(wordsOf(error));
  process.exitCode = 1;
});
