import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { openStore, openStoreAlone } from './open-store.ts';
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
});
