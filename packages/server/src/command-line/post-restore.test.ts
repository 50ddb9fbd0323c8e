import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { MIGRATIONS } from '../store/migrations/migrations.ts';
import { openDatabase, openStore } from '../store/open-store.ts';
import { inMigratedPostgres, type TestDatabase } from '../store/testing/databases.ts';
import { Person, personCalled, START } from '../store/testing/person.ts';
import { mfaKit } from './testing/mfa-kit.ts';

/** All that happens in these tests happens at START. */
const TAKEN = new Date(START).toISOString();
const VOIDED =
  /^1 accounts: ended \d+ sessions, forgot 0 remembered devices, voided 10 recovery codes, cancelled 0 recoveries\n$/;

describe('post-restore', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mfa-kit-restore-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('voids the code that was spent after the backup was taken, and that the backup brings back (R6)', async () => {
    const [live, backup] = [join(folder, 'live.sqlite'), join(folder, 'backup.sqlite')];
    let store = openStore(`sqlite:${live}`);
    await store.migrate(START);
    const person = await Person.enrolled(store);
    await store.close();
    await copyFile(live, backup);

    store = openStore(`sqlite:${live}`);
    const spend = async (): Promise<string> => {
      const owner = personCalled(store, person.id);
      return store.completeSignIn(owner.completion(await owner.beginSignIn(), person.recoveryCode()));
    };
    assert.equal(await spend(), 'completed');
    await store.close();

    await copyFile(backup, live);
    const environment = { DATABASE_URL: `sqlite:${live}` };
    const words = ['post-restore', '--backup-taken-at', TAKEN];
    const { code, output, errors } = await mfaKit(words, environment);
    assert.deepEqual([code, errors], [0, '']);
    assert.match(output, VOIDED);
    store = openStore(`sqlite:${live}`);
    assert.notEqual(await spend(), 'completed');
    await store.close();

    const again = await mfaKit(words, environment);
    assert.equal(again.code, 0);
    assert.match(again.output, /^nothing to do: done at \d{4}-\d\d-\d\dT[\d:.]+Z\n$/);
  });

  describe('over PostgreSQL', () => {
    let database: TestDatabase;
    before(async () => {
      database = await inMigratedPostgres();
    });
    after(() => database.remove());

    it('does the same', async () => {
      const store = openStore(database.url);
      await store.migrate(START);
      await Person.enrolled(store);
      await store.close();
      const words = ['post-restore', '--database', database.url, '--backup-taken-at', TAKEN];
      const { code, output, errors } = await mfaKit(words);
      assert.deepEqual([code, errors], [0, '']);
      assert.match(output, VOIDED);
    });
  });

  it('brings a database up to date that was backed up by an earlier version', async () => {
    const url = `sqlite:${join(folder, 'earlier.sqlite')}`;
    const earlier = openDatabase(url);
    await earlier.migrate(MIGRATIONS.slice(0, 8), START);
    await earlier.close();
    const words = ['post-restore', '--database', url, '--backup-taken-at', TAKEN];
    const { code, output } = await mfaKit(words);
    assert.equal(code, 0);
    assert.match(output, /^0 accounts: /);
    assert.equal((await mfaKit(['migrate', '--database', url])).output, 'nothing to do\n');
  });

  it('refuses, in words, a database that is in use', async () => {
    const url = `sqlite:${join(folder, 'in-use.sqlite')}`;
    const store = openStore(url);
    await store.migrate(START);
    const person = await Person.enrolled(store);
    await store.recordEntries(
      person.entriesAt(START + 1, { event: 'auth.sign_in.failure', outcome: 'failure' }),
    );
    const words = ['post-restore', '--database', url, '--backup-taken-at', TAKEN];
    const { code, output, errors } = await mfaKit(words);
    assert.deepEqual([code, output], [1, '']);
    assert.match(errors, /^this database has events up to 2026-01-15T12:00:00\.001Z, later than .* Stop the/);
    assert.ok(await store.findSession(person.session.tokenHash, START, 0));
    await store.close();
  });

  for (const time of ['yesterday', '2026-01-15', '2026-01-15T03:00:00', '2026-13-45T03:00:00Z', '']) {
    it(`asks for a time with a zone in place of "${time}"`, async () => {
      const words = ['post-restore', '--database', 'sqlite::memory:', '--backup-taken-at', time];
      const { code, output, errors } = await mfaKit(words);
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, /^no time of the backup: give --backup-taken-at with a zone/);
    });
  }
});
