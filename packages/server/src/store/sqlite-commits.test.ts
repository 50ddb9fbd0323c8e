import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { openDatabase } from './open-store.ts';
import { affected, all, step, together, Undo, type Database } from './sql/unit-of-work.ts';
import { inFile, type TestDatabase } from './testing/databases.ts';
import { START } from './testing/person.ts';

const TABLE = {
  name: '0001-numbers',
  script: 'CREATE TABLE numbers (number BIGINT PRIMARY KEY, filling TEXT)',
};
const add = (number: number) => step('INSERT INTO numbers (number) VALUES ($1)', number);

describe('what SQLite commits', () => {
  let place: TestDatabase;
  let path: string;
  let database: Database;
  beforeEach(async () => {
    place = await inFile();
    path = place.url.slice('sqlite:'.length);
    database = openDatabase(place.url);
    await database.migrate([TABLE], START);
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const numbers = async (): Promise<readonly number[]> => {
    const rows = await database.read(() =>
      all<{ number: number }>('SELECT number FROM numbers ORDER BY number'),
    );
    return rows.map(({ number }) => number);
  };

  /** Commits in the log: the frame that ends one says how many pages the database has then. */
  function commits(): number {
    const log = readFileSync(`${path}-wal`);
    const frame = 24 + log.readUInt32BE(8);
    let ended = 0;
    for (let at = 32; at < log.length; at += frame) if (log.readUInt32BE(at + 4) !== 0) ended += 1;
    return ended;
  }

  it('is on the disk before anybody is answered: a log written ahead, and waited for', async () => {
    const set = async (name: string): Promise<unknown> =>
      Object.values((await database.read(() => all<object>(`PRAGMA ${name}`)))[0]!)[0];
    assert.equal(await set('journal_mode'), 'wal');
    assert.equal(await set('synchronous'), 2, 'FULL');
  });

  it('is committed together when it was asked for together, so that the disk is waited for once', async () => {
    const before = commits();
    await Promise.all(
      Array.from({ length: 16 }, (_, number) => database.transaction(() => together([add(number)]))),
    );
    assert.equal(commits(), before + 1);
    assert.equal((await numbers()).length, 16);
  });

  it('is each by itself all the same: what is undone or fails takes nothing else along', async () => {
    const outcomes = await Promise.allSettled([
      database.transaction(() => together([add(1)])),
      database.transaction(function* () {
        yield* together([add(2)]);
        throw new Undo('undone');
      }),
      database.transaction(() => together([add(3), add(1)])),
      database.transaction(() => together([add(4)])),
    ]);
    assert.deepEqual(
      outcomes.map((outcome) =>
        outcome.status === 'fulfilled'
          ? (outcome.value ?? 'done')
          : (outcome.reason as { code: string }).code,
      ),
      ['done', 'undone', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'done'],
    );
    assert.deepEqual(await numbers(), [1, 4]);
  });

  it('is done in the order in which it was asked for, and each sees what came before it', async () => {
    const seen = await Promise.all(
      [1, 2, 3].map((number) =>
        database.transaction(function* () {
          yield* together([add(number)]);
          return (yield* all('SELECT number FROM numbers')).length;
        }),
      ),
    );
    assert.deepEqual(seen, [1, 2, 3]);
  });

  it('is not seen by anybody before', async () => {
    const changing = database.transaction(() => together([add(1)]));
    assert.deepEqual(await numbers(), []);
    await changing;
    assert.deepEqual(await numbers(), [1]);
  });

  it('is not lost by closing: what was asked for is done first', async () => {
    const changing = database.transaction(() => affected('INSERT INTO numbers (number) VALUES (7)'));
    await database.close();
    assert.equal(await changing, 1);
    database = openDatabase(place.url);
    assert.deepEqual(await numbers(), [7]);
  });

  it('does not keep the log as long as a long backup lets it become', async () => {
    const backup = new BetterSqlite3(path);
    backup.exec('BEGIN');
    backup.prepare('SELECT count(*) FROM numbers').get();
    const fill = (number: number): Promise<void> =>
      database.transaction(() =>
        together([
          step('INSERT INTO numbers (number, filling) VALUES ($1, $2)', number, 'x'.repeat(5_000_000)),
        ]),
      );
    for (const number of [1, 2, 3, 4, 5]) await fill(number);
    const MEBIBYTE = 1024 * 1024;
    assert.ok(statSync(`${path}-wal`).size > 20 * MEBIBYTE);
    backup.close();
    // The first one writes back what is in the log, the second begins it anew.
    for (const number of [6, 7]) await database.transaction(() => together([add(number)]));
    assert.ok(statSync(`${path}-wal`).size <= 16 * MEBIBYTE);
  });
});
