import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MIGRATIONS } from '../store/migrations/migrations.ts';
import { openDatabase, openStore } from '../store/open-store.ts';
import { step, together } from '../store/sql/unit-of-work.ts';
import { inPostgres } from '../store/testing/databases.ts';
import { START } from '../store/testing/person.ts';
import { judgeDatabase, judgeFiles, readFileFacts } from './database.ts';
import type { DatabaseFacts, PostgresFacts } from './doctor.store.ts';
import type { Finding } from './finding.ts';

const applied = MIGRATIONS.map(({ name }) => name);
const judge = (facts: DatabaseFacts): readonly Finding[] => judgeDatabase(facts, START);
const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);

async function factsOf(url: string, migrated = true): Promise<DatabaseFacts> {
  const store = openStore(url);
  try {
    if (migrated) await store.migrate(START);
    return await store.inspect();
  } finally {
    await store.close();
  }
}

describe('the doctor on a database of SQLite', () => {
  it('finds nothing wrong with a file that the kit made, but for who can read it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mfa-kit-doctor-'));
    const path = join(folder, 'kit.sqlite');
    assert.deepEqual(await factsOf(`sqlite:${path}`), { kind: 'sqlite', journalMode: 'wal', applied });
    assert.deepEqual(judge(await factsOf(`sqlite:${path}`)), []);
    await chmod(path, 0o600);
    const files = (await readFileFacts(path))!;
    const roomy = { ...files, room: 2 ** 40 };
    assert.deepEqual(judgeFiles(path, roomy), []);
    await chmod(path, 0o644);
    const [finding] = judgeFiles(path, { ...roomy, mode: (await readFileFacts(path))!.mode });
    assert.equal(finding?.code, 'database.file');
    assert.equal(finding.detail, `${path} has the mode 644`);
    assert.equal(await readFileFacts(join(folder, 'other.sqlite')), undefined);
    await rm(folder, { recursive: true });
  });

  it('knows a disk that is almost full, and a log that is not folded in', () => {
    const files = { mode: 0o100600, log: 0, room: 100 * 1024 * 1024 };
    const [room] = judgeFiles('kit.sqlite', files);
    assert.equal(room?.code, 'database.room');
    assert.equal(room.detail, '100 MiB left beside kit.sqlite');
    assert.deepEqual(codes(judgeFiles('kit.sqlite', { ...files, room: 2 ** 40, log: 2 ** 30 })), [
      'database.log',
    ]);
  });

  it('finds one in memory, one without a write-ahead log, and one that was never migrated', async () => {
    assert.deepEqual(codes(judge(await factsOf('sqlite::memory:'))), ['database.memory']);
    assert.deepEqual(codes(judge({ kind: 'sqlite', journalMode: 'delete', applied })), ['database.journal']);
    assert.deepEqual(codes(judge(await factsOf('sqlite::memory:', false))), [
      'database.memory',
      'database.migrations',
    ]);
  });

  it('tells what is still to be applied from what a newer version applied', () => {
    const without = judge({ kind: 'sqlite', journalMode: 'wal', applied: applied.slice(0, -1) });
    assert.deepEqual(codes(without), ['database.migrations']);
    assert.equal(without[0]?.detail, applied.at(-1));
    const newer = judge({ kind: 'sqlite', journalMode: 'wal', applied: [...applied, '9999-later'] });
    assert.deepEqual(codes(newer), ['database.newer']);
    assert.equal(newer[0]?.detail, '9999-later');
  });
});

describe('the doctor on a database of PostgreSQL', () => {
  const well: PostgresFacts = {
    kind: 'postgres',
    version: 180_004,
    readOnly: false,
    mayCreate: true,
    fsync: true,
    synchronousCommit: 'on',
    isolation: 'read committed',
    idleTimeout: 0,
    mostConnections: 97,
    connections: 20,
    openToOthers: false,
    lastMonth: '2026_03',
    applied,
  };

  it('finds nothing wrong with a sound one', () => {
    assert.deepEqual(judge(well), []);
  });

  it('reads how a real one is, and finds what was set wrong', async () => {
    const { url, remove } = await inPostgres();
    const sound = (await factsOf(url)) as PostgresFacts;
    // The server of tests is allowed to lose everything, and others may be at it.
    assert.deepEqual(
      { ...sound, connections: well.connections, mostConnections: well.mostConnections, fsync: true },
      { ...well, version: sound.version },
    );
    assert.ok(sound.version >= 140_000 && sound.mostConnections > 0 && sound.connections >= 0);
    if (!sound.fsync) assert.deepEqual(codes(judge(sound)), ['database.fsync']);

    const database = openDatabase(url);
    const name = new URL(url).pathname.slice(1);
    const settings = [
      'synchronous_commit = off',
      "default_transaction_isolation = 'serializable'",
      'default_transaction_read_only = on',
      "idle_session_timeout = '1h'",
    ];
    await database.transaction(() =>
      together([
        ...settings.map((setting) => step(`ALTER DATABASE ${name} SET ${setting}`)),
        step(`ALTER DATABASE ${name} CONNECTION LIMIT 5`),
      ]),
    );
    await database.close();
    const ill = judge({
      ...((await factsOf(url, false)) as PostgresFacts),
      fsync: true,
      connections: 2,
    });
    assert.deepEqual(
      ill.map(({ code, detail }) => [code, detail]),
      [
        ['database.read-only', undefined],
        ['database.commits', undefined],
        ['database.isolation', 'they are serializable'],
        ['database.connections', '2 of 5 are open; a process takes up to 10'],
        ['database.idle', 'after 3600000 ms'],
      ],
    );
    await remove();
  });

  it('finds a user who may not create tables', async () => {
    const { url, remove } = await inPostgres();
    const name = `doctor_${new URL(url).pathname.slice(-12)}`;
    const database = openDatabase(url);
    await database.transaction(() => together([step(`CREATE ROLE ${name} LOGIN PASSWORD 'doctor'`)]));
    const other = new URL(url);
    other.username = name;
    other.password = 'doctor';
    const facts = (await factsOf(other.href, false)) as PostgresFacts;
    assert.equal(facts.mayCreate, false);
    assert.deepEqual(codes(judge({ ...facts, fsync: true })), ['database.create', 'database.migrations']);
    await database.transaction(() => together([step(`DROP ROLE ${name}`)]));
    await database.close();
    await remove();
  });

  it('finds that nobody makes the months of the audit ahead', () => {
    const months = (lastMonth: string, now: number): unknown =>
      judgeDatabase({ ...well, lastMonth }, now).map(({ code, detail }) => [code, detail]);
    assert.deepEqual(months('2026_02', Date.UTC(2026, 0, 31)), []);
    assert.deepEqual(months('2026_01', Date.UTC(2026, 0, 1)), [['database.months', 'the last is 2026-01']]);
    assert.deepEqual(months('2026_12', Date.UTC(2026, 11, 31)), [['database.months', 'the last is 2026-12']]);
  });

  it('finds one that is too old, and one that is reached over an open network', () => {
    const ill = judge({ ...well, version: 130_012, openToOthers: true, fsync: false });
    assert.deepEqual(codes(ill), ['database.version', 'database.fsync', 'database.tls']);
    assert.equal(ill[0]?.detail, 'it is 13');
  });
});
