import { existsSync } from 'node:fs';
import { DATABASE_URL } from '../configuration/database-url.ts';
import { fileOf } from '../doctor/database.ts';
import { FINDINGS } from '../doctor/finding.ts';
import { openStore, openStoreAlone } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './usage-error.ts';

/** What a command needs of the database that it works on. */
interface Need {
  /** The name of a command that must not run beside a server, where the database is for one process. */
  readonly alone?: string;
  /** Whether the kit may never have been there. */
  readonly mayBeNew?: boolean;
}

/** @throws UsageError when no database was given, or what was given is no address of one. */
export function addressOf(database: string | undefined): string {
  if (database === undefined || database === '')
    throw new UsageError('no database: give --database or set DATABASE_URL');
  if (!DATABASE_URL.test(database))
    throw new UsageError('the database has to be sqlite:<path> or postgres://…');
  return database;
}

/**
 * Opens the database that was given for as long as a command works on it.
 *
 * @throws Error when the kit was never there: opening would make an empty database of a wrong path, in which there is nothing to do.
 */
export async function withStore(
  database: string | undefined,
  use: (store: Store) => Promise<void>,
  { alone, mayBeNew = false }: Need = {},
): Promise<void> {
  const url = addressOf(database);
  const file = fileOf(url);
  if (!mayBeNew && file !== undefined && !existsSync(file)) throw neverThere(`there is no file ${file}`);
  const store = alone === undefined ? openStore(url) : openStoreAlone(url, `mfa-kit ${alone}`);
  try {
    const { applied } = await store.inspect().catch((error: unknown) => {
      throw new Error(
        `${wordsOf(error)}\n${FINDINGS['database.away'].what} ${FINDINGS['database.away'].mend}`,
        {
          cause: error,
        },
      );
    });
    if (!mayBeNew && applied.length === 0) throw neverThere('this database has no tables of the kit');
    await use(store);
  } finally {
    await store.close();
  }
}

const neverThere = (what: string): Error =>
  new Error(`${what}: correct the address, or run mfa-kit migrate where the kit has never been started`);

/** Words without a stack, which helps nobody at a prompt. A host that was tried at several addresses has them in the causes only. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('\n');
  if (!(error instanceof Error)) return String(error);
  // A user of PostgreSQL may not make the tables that migrations make.
  return error.message.startsWith('permission denied for schema ')
    ? `${error.message}\n${FINDINGS['database.create'].mend}`
    : error.message;
}
