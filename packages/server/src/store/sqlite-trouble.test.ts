import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { expectProblem, PASSWORD } from '../testing/people.ts';
import { startKit } from '../testing/running-kit.ts';
import { openDatabase, openStore } from './open-store.ts';
import { sqlStore } from './sql/sql-store.ts';
import { all, type Database } from './sql/unit-of-work.ts';
import { inFile } from './testing/databases.ts';
import { Person, START } from './testing/person.ts';

/** Sets what holds for one connection alone, and answers what it is then. */
async function set(database: Database, pragma: string): Promise<number> {
  const [row] = await database.read(() => all<Record<string, number>>(`PRAGMA ${pragma}`));
  return Object.values(row!)[0]!;
}

async function withDatabase(use: (database: Database, path: string) => Promise<void>): Promise<void> {
  const { url, remove } = await inFile();
  const database = openDatabase(url);
  try {
    await sqlStore(database).migrate(START);
    await use(database, url.slice('sqlite:'.length));
  } finally {
    await database.close();
    await remove();
  }
}

const failsWith = (code: string) => (error: unknown) => (error as { code?: unknown }).code === code;

describe('SQLite in trouble', () => {
  it('changes nothing when the disk is full, still answers what it knows, and goes on when there is room (S8)', () =>
    withDatabase(async (database) => {
      const store = sqlStore(database);
      const person = await Person.enrolled(store);
      const pages = await set(database, 'page_count');
      await set(database, `max_page_count = ${pages}`);

      const many = person.entriesAt(
        START,
        ...Array.from({ length: 500 }, () => ({ event: 'auth.totp.added', outcome: 'success' }) as const),
      );
      const count = () =>
        database.read(() => all<{ n: number }>('SELECT count(*) AS n FROM mfa_audit_events'));
      const before = await count();
      const outcomes = await Promise.allSettled([store.recordEntries(many), store.recordEntries(many)]);
      for (const outcome of outcomes)
        assert.ok(outcome.status === 'rejected' && failsWith('SQLITE_FULL')(outcome.reason));
      assert.deepEqual(await count(), before);
      assert.ok(await store.findSession(person.session.tokenHash, START, 0));

      await set(database, `max_page_count = ${pages + 1_000}`);
      await store.recordEntries(many);
      assert.ok((await count())[0]!.n > before[0]!.n);
    }));

  it('changes nothing when the system refuses to write, and goes on when it does not (S8)', async () => {
    const place = await inFile();
    // POSIX counts blocks of 512 bytes, some shells of 1024.
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'ulimit -f 8192 && exec "$0" "$@"',
      process.execPath,
      fileURLToPath(new URL('testing/limited-file.fixture.ts', import.meta.url)),
      place.url,
    ]);
    assert.deepEqual(JSON.parse(stdout), {
      codes: ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_WRITE'],
      lost: 0,
      later: 1,
      isKnown: true,
    });
    await place.remove();
  });

  it('changes nothing when another process does not stop writing, and goes on when it does (S8)', () =>
    withDatabase(async (database, path) => {
      const store = sqlStore(database);
      await set(database, 'busy_timeout = 0');
      const other = new BetterSqlite3(path);
      other.exec('BEGIN IMMEDIATE');
      const person = new Person(store);
      await assert.rejects(store.beginSignIn(person.start()), failsWith('SQLITE_BUSY'));
      other.exec('ROLLBACK');
      other.close();
      await store.beginSignIn(person.start());
    }));

  it('answers unavailable where the file is damaged, lets nobody in, and says why in the log alone (S8)', async () => {
    const place = await inFile();
    const path = place.url.slice('sqlite:'.length);
    const store = openStore(place.url);
    await store.migrate(START);
    await store.close();
    const repair = damage(path, 'mfa_sessions');
    const kit = await startKit({ database: () => Promise.resolve(place) });
    const credentials = { login: 'ada@example.com', password: PASSWORD };
    const reply = expectProblem(await kit.browser().post('/sign-in', credentials), 503, 'unavailable');
    assert.deepEqual(reply.headers.getSetCookie(), []);
    assert.doesNotMatch(reply.text, /malformed|sqlite/i);
    assert.match(kit.log(), /SQLITE_CORRUPT/);
    assert.deepEqual(await kit.audit('user-ada'), []);
    await kit.stopStore();
    repair();
    await kit.close();
  });
});

/** Overwrites the page that a table begins with. @returns puts it back. */
function damage(path: string, table: string): () => void {
  const connection = new BetterSqlite3(path);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  const root = connection
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck();
  const size = Number(connection.pragma('page_size', { simple: true }));
  const offset = (root.get(table)! - 1) * size;
  connection.close();
  const page = readFileSync(path).subarray(offset, offset + size);
  const write = (bytes: Buffer): void => {
    const file = openSync(path, 'r+');
    writeSync(file, bytes, 0, size, offset);
    closeSync(file);
  };
  write(Buffer.alloc(size, 0xff));
  return () => write(page);
}
