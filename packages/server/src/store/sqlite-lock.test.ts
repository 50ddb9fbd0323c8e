import assert from 'node:assert/strict';
import { chmodSync, chownSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { openStore, openStoreAlone } from './open-store.ts';
import { holdSqlite } from './sql/sqlite-lock.ts';
import { inFile, type TestDatabase } from './testing/databases.ts';
import { startHolder, type HolderProcess } from './testing/holder-process.ts';
import { START } from './testing/person.ts';

const pathOf = (url: string): string => url.slice('sqlite:'.length);

describe('an SQLite database that one process has to itself', () => {
  let database: TestDatabase;
  let other: HolderProcess | undefined;
  beforeEach(async () => {
    database = await inFile();
  });
  afterEach(async () => {
    await other?.kill();
    other = undefined;
    await database.remove();
  });

  const take = () => openStoreAlone(database.url, 'a test');

  it('refuses a second process, and says who has it, since when, and what to do', async () => {
    other = await startHolder(database.url);
    assert.equal(other.said, 'has it');
    assert.throws(take, (error: Error) => {
      const holder = `a server of tests, process ${String(other?.pid)} on ${hostname()}, since \\d{4}-\\d\\d-\\d\\d [\\d:]{8} UTC`;
      assert.match(
        error.message,
        new RegExp(`^/.*/store\\.sqlite is in use by another process: ${holder}\\. `),
      );
      assert.match(error.message, /end that one first\. .*`mfa-kit move`/);
      return true;
    });
  });

  it('is taken by the next one when the first has ended', async () => {
    other = await startHolder(database.url);
    await other.end();
    await take().close();
    other = await startHolder(database.url);
    assert.equal(other.said, 'has it');
  });

  it('is not held up by one that was killed', async () => {
    other = await startHolder(database.url);
    await other.kill();
    await take().close();
  });

  it('is not held up by one that has ended and whose number another has now: in containers they repeat', async () => {
    other = await startHolder(database.url);
    await other.kill();
    const lock = new BetterSqlite3(`${pathOf(database.url)}.lock`);
    lock.prepare('UPDATE holder SET process = ?').run(process.pid);
    lock.close();
    await take().close();
  });

  it('is had by all stores of the process, until the last of them is closed', async () => {
    const [first, second] = [take(), take()];
    await first.close();
    await first.close();
    other = await startHolder(database.url);
    assert.match(other.said, /in use by another process: a test/);
    await second.close();
    other = await startHolder(database.url);
    assert.equal(other.said, 'has it');
  });

  it('is the same database by whatever link it is reached', async () => {
    await openStore(database.url).close();
    const link = join(dirname(pathOf(database.url)), 'link.sqlite');
    symlinkSync(pathOf(database.url), link);
    other = await startHolder(`sqlite:${link}`);
    assert.throws(take, /in use by another process/);
  });

  it('is open to commands that may run beside a server', async () => {
    other = await startHolder(database.url);
    const beside = openStore(database.url);
    await beside.migrate(START);
    assert.deepEqual(await beside.countByKey(), []);
    await beside.close();
    assert.throws(take, /in use by another process/, 'and those take nothing away from who has it');
  });

  it('lies in one process where it is in memory: others of the same name are others', async () => {
    const memory = openStoreAlone('sqlite::memory:', 'a test');
    other = await startHolder('sqlite::memory:');
    assert.equal(other.said, 'has it');
    await memory.close();
  });

  /** Nobody's number; only an administrator may give files to others. */
  const NOBODY = 65_534;
  const isAdministrator = process.getuid?.() === 0;

  it('has a lock that whoever may write to it may open, and nobody else, also when an administrator has made it', async () => {
    await openStore(database.url).close();
    const path = pathOf(database.url);
    if (isAdministrator) chownSync(path, NOBODY, NOBODY);
    const made = statSync(path);
    for (const [mode, expected] of [
      [0o644, 0o600],
      [0o664, 0o660],
    ] as const) {
      chmodSync(path, mode);
      rmSync(`${path}.lock`, { force: true });
      await take().close();
      const lock = statSync(`${path}.lock`);
      assert.deepEqual([lock.uid, lock.gid, lock.mode & 0o777], [made.uid, made.gid, expected]);
    }
  });

  it('says whose the lock is, and what to do, where this user may not write to it', async () => {
    await openStore(database.url).close();
    const path = pathOf(database.url);
    const lock = `${path}.lock`;
    writeFileSync(lock, '', { mode: 0o444 });
    const refused = (): void => {
      assert.throws(
        () => holdSqlite(path, 'a test'),
        (error: Error) => {
          const words =
            /store\.sqlite\.lock, .* cannot be opened by user (\d+): it belongs to user (\d+), with mode (\d+)\. .*`chown --reference=\S+store\.sqlite /;
          const [, me, owner, mode] = words.exec(error.message) ?? [];
          assert.deepEqual(
            [me, owner, mode],
            [
              String(process.geteuid?.()),
              String(statSync(lock).uid),
              (statSync(lock).mode & 0o777).toString(8),
            ],
          );
          return true;
        },
      );
    };
    const asNobody = (then: () => void): void => {
      if (!isAdministrator) {
        then();
        return;
      }
      // Everything but the lock is the other user's, as it is where a server runs.
      for (const place of [dirname(dirname(path)), dirname(path), path]) chownSync(place, NOBODY, NOBODY);
      process.seteuid?.(NOBODY);
      try {
        then();
      } finally {
        process.seteuid?.(0);
      }
    };
    for (const mode of [0o444, 0o000]) {
      chmodSync(lock, mode);
      asNobody(refused);
    }
  });
});
