import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { openStore } from '../open-store.ts';
import { Person, START } from '../testing/person.ts';
import { backUpSqlite } from './sqlite-backup.ts';
import { totpFactorsOf } from '../testing/totp-of.ts';

const clock = { now: () => START };

describe('a backup of an SQLite database', () => {
  let folder: string;
  let live: string;
  let to: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-kit-backup-'));
    live = join(folder, 'live.sqlite');
    to = join(folder, 'backups.sqlite');
    const store = openStore(`sqlite:${live}`);
    await store.migrate(START);
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const others = (): readonly string[] => readdirSync(folder).filter((name) => !name.startsWith('live.'));

  it('has all that there was, in one file that only its owner may read', async () => {
    const store = openStore(`sqlite:${live}`);
    const person = await Person.enrolled(store);
    const { takenAt, tables, rows, bytes } = await backUpSqlite(live, to, clock);
    await store.close();
    assert.deepEqual([takenAt, bytes], [START, statSync(to).size]);
    assert.ok(tables > 20 && rows > 10);
    assert.deepEqual(others(), ['backups.sqlite']);
    assert.equal(statSync(to).mode & 0o777, 0o600);
    const restored = openStore(`sqlite:${to}`);
    assert.equal((await totpFactorsOf(restored, person.id)).length, 1);
    await restored.close();
  });

  it('is of one moment, whatever is written while it is made', async () => {
    const writer = new BetterSqlite3(live);
    writer.exec('CREATE TABLE ones (filling BLOB); CREATE TABLE others (filling BLOB)');
    const write = (times: number): void =>
      writer
        .transaction(() => {
          for (let row = 0; row < times; row += 1) {
            writer.exec('INSERT INTO ones VALUES (randomblob(1000))');
            writer.exec('INSERT INTO others VALUES (randomblob(1000))');
          }
        })
        .immediate();
    // More than is copied in one go, so that what follows comes in between.
    write(5_000);
    let made = false;
    let written = 0;
    const backup = backUpSqlite(live, to, clock).finally(() => {
      made = true;
    });
    const writeOn = (): void => {
      if (made) return;
      write(10);
      written += 1;
      setImmediate(writeOn);
    };
    writeOn();
    await backup;
    writer.close();
    assert.ok(written > 2, 'and nobody was kept from writing');
    const copy = new BetterSqlite3(to, { readonly: true });
    const count = (table: string): unknown => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    assert.equal(count('ones'), count('others'));
    assert.ok(Number(count('ones')) <= 5_020, 'of the moment at which it began');
    copy.close();
  });

  it('overwrites nothing', async () => {
    writeFileSync(to, 'the backup of yesterday');
    await assert.rejects(backUpSqlite(live, to, clock), /backups\.sqlite is there already/);
    assert.equal(statSync(to).size, 'the backup of yesterday'.length);
    assert.deepEqual(others(), ['backups.sqlite']);
  });

  it('is made by one at a time, and says what to do with the rest of one that was killed', async () => {
    writeFileSync(`${to}.partial`, '');
    await assert.rejects(
      backUpSqlite(live, to, clock),
      /\.partial is there already: .* in that case delete it/,
    );
    assert.deepEqual(others(), ['backups.sqlite.partial'], 'which is not its own to delete');
  });

  it('is not made of a database that is not there, which stays away', async () => {
    const missing = join(folder, 'missing.sqlite');
    await assert.rejects(backUpSqlite(missing, to, clock), /there is no database at .*missing\.sqlite/);
    assert.equal(existsSync(missing), false);
    assert.deepEqual(others(), []);
  });

  it('is not made where there is no folder for it, which it names', async () => {
    const away = join(folder, 'no-such-folder', 'copy.sqlite');
    await assert.rejects(backUpSqlite(live, away, clock), {
      message: `no backup was made: there is no folder ${dirname(away)}`,
    });
  });

  it('is not made of what is no database, and leaves nothing behind', async () => {
    const text = join(folder, 'text.sqlite');
    writeFileSync(text, 'no database at all, but long enough to be looked into. '.repeat(20));
    await assert.rejects(backUpSqlite(text, to, clock), /no backup was made: file is not a database/);
    assert.deepEqual(others(), ['text.sqlite']);
  });

  it('is not made of a damaged database: it is read through before it has its name', async () => {
    const damaged = new BetterSqlite3(live);
    damaged.exec('CREATE TABLE host (one, other); CREATE INDEX host_one ON host (one)');
    damaged.exec('INSERT INTO host VALUES (1, 2)');
    // From here on the index says what the table does not.
    damaged.unsafeMode(true);
    damaged.pragma('writable_schema = ON');
    damaged.exec("UPDATE sqlite_schema SET sql = replace(sql, '(one)', '(other)') WHERE name = 'host_one'");
    damaged.close();
    await assert.rejects(backUpSqlite(live, to, clock), /no backup was made: the copy is damaged: /);
    assert.deepEqual(others(), []);
  });
});
