import { closeSync, fchmodSync, fchownSync, openSync, statSync, type Stats } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** Whoever may write (of the owner, the group, the others) may read as well, and nobody else may do either. */
const WRITERS = 0o222;

/**
 * Opens the file with the lock of a database. Where it is missing it is made for those who may write to the database: a command that
 * an administrator runs must not leave a file that the server cannot open, and whoever could only read the lock could hold it up.
 *
 * @throws Error naming the file, its owner and what to do, where this user may not open it.
 */
export function openLockFile(place: string, database: string, timeout: number): BetterSqlite3.Database {
  return orSayWhose(place, database, () => {
    makeMissing(place, statSync(database));
    return new BetterSqlite3(place, { timeout });
  });
}

/** Does something with the lock, and says whose it is where this user may not. */
export function orSayWhose<Result>(place: string, database: string, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw new Error(refusal(place, database), { cause: error });
  }
}

function makeMissing(place: string, { uid, gid, mode }: Stats): void {
  let file: number;
  try {
    // Only a new file is opened and given away: closing one that is there would end this process's locks on it, and it may be a link.
    file = openSync(place, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  try {
    const writers = mode & WRITERS;
    // The owner first: group and others are those of the database.
    if (process.geteuid?.() === 0) fchownSync(file, uid, gid);
    fchmodSync(file, writers | (writers << 1));
  } finally {
    closeSync(file);
  }
}

const REFUSED = /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM)|EACCES$|EPERM$|EROFS$)/;

const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && REFUSED.test(String(error.code));

function refusal(place: string, database: string): string {
  const file = statSync(place, { throwIfNoEntry: false });
  const me = process.geteuid?.();
  const who = me === undefined ? 'this user' : `user ${String(me)}`;
  return file
    ? `${place}, the lock of the database, cannot be opened by ${who}: it belongs to user ${String(file.uid)}, with mode ${(file.mode & 0o777).toString(8)}. Give it to whom the database belongs: \`chown --reference=${database} ${place}\` and \`chmod 600 ${place}\``
    : `${place}, the lock of the database, cannot be made by ${who}: the folder has to be writable for whom the database belongs to`;
}
