import { systemClock } from '../ports/clock.ts';
import { backUpSqlite } from '../store/backup/sqlite-backup.ts';
import { addressOf } from './given-store.ts';
import { UsageError } from './usage-error.ts';

/** What PostgreSQL does itself, and better. */
const ADVICE = `PostgreSQL makes its own backups: pg_dump for a copy of one moment, or a base backup with its log archived for any moment (point-in-time recovery).
Whichever it is, run mfa-kit post-restore after a restore`;

/** Copies an SQLite database while it is served from, and prints what is in the copy. */
export async function backUp(database: string | undefined, to: string | undefined): Promise<void> {
  const url = addressOf(database);
  if (!url.startsWith('sqlite:')) {
    console.error(ADVICE);
    process.exitCode = 2;
    return;
  }
  if (url === 'sqlite::memory:') throw new UsageError('a database in memory is in no other process');
  if (to === undefined || to === '') throw new UsageError('no place for the copy: give --to <file>');
  const { takenAt, tables, rows, bytes } = await backUpSqlite(url.slice('sqlite:'.length), to, systemClock);
  console.log(`${to}: ${rows} rows of ${tables} tables, ${bytes} bytes, read through and counted`);
  console.log(`after a restore: mfa-kit post-restore --backup-taken-at ${new Date(takenAt).toISOString()}`);
}
