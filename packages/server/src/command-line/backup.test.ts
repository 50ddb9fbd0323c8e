import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { alreadyAt } from '../store/testing/databases.ts';
import { expectStatus, enrol, signIn, signInFully } from '../testing/people.ts';
import { startKit } from '../testing/running-kit.ts';
import { mfaKit } from './testing/mfa-kit.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

describe('backup', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-kit-backup-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const keys = generateKeyRing();
  const kitOn = (name: string) =>
    startKit({
      database: alreadyAt(`sqlite:${join(folder, name)}`),
      configuration: { keys },
    });
  const backUp = (name: string, to: string) =>
    mfaKit(['backup', '--database', `sqlite:${join(folder, name)}`, '--to', join(folder, to)]);

  it('copies what is served from while people sign in; the copy is cleared up and served from (R6)', async () => {
    const kit = await kitOn('live.sqlite');
    const ada = await enrol(kit, kit.browser());
    const progress = { made: false };
    const backup = backUp('live.sqlite', 'copy.sqlite').finally(() => {
      progress.made = true;
    });
    let signedIn = 0;
    while (!progress.made) {
      await signIn(kit.browser(), 'grace');
      signedIn += 1;
    }
    const { code, output, errors } = await backup;
    const passed = kit.clock.now();
    await kit.close();
    assert.deepEqual([code, errors], [0, '']);
    assert.ok(signedIn > 1);
    assert.match(output, /^\/.*copy\.sqlite: \d+ rows of \d+ tables, \d+ bytes, read through and counted\n/);
    const [, takenAt = ''] = /post-restore --backup-taken-at (\S+)\n$/.exec(output) ?? [];

    const restored = ['--database', `sqlite:${join(folder, 'copy.sqlite')}`];
    const cleared = await mfaKit(['post-restore', ...restored, '--backup-taken-at', takenAt]);
    assert.deepEqual([cleared.code, cleared.errors], [0, '']);
    assert.match(cleared.output, /^2 accounts: ended \d+ sessions, .* voided 10 recovery codes/);
    const again = await kitOn('copy.sqlite');
    again.clock.advance(passed - again.clock.now());
    expectStatus(await (await signInFully(again, again.browser(), ada.app)).get('/factors'), 200);
    await again.close();
  });

  it('leaves no half of a file where there is no room', async () => {
    const kit = await kitOn('full.sqlite');
    await enrol(kit, kit.browser());
    await kit.close();
    const words = [
      'backup',
      '--database',
      `sqlite:${join(folder, 'full.sqlite')}`,
      '--to',
      join(folder, 'cut.sqlite'),
    ];
    // No file may become longer than so many blocks of 512 bytes.
    const small = ['-c', 'ulimit -f 200; exec "$@"', 'sh', process.execPath, program, ...words];
    await assert.rejects(promisify(execFile)('sh', small), {
      code: 1,
      stdout: '',
      stderr: /^no backup was made: /,
    });
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('cut')),
      [],
    );
  });

  it('refuses a name that is taken', async () => {
    copyFileSync(program, join(folder, 'taken'));
    const { code, output, errors } = await backUp('live.sqlite', 'taken');
    assert.deepEqual([code, output], [1, '']);
    assert.match(errors, /taken is there already, and a backup overwrites nothing/);
  });

  it('says what to use for PostgreSQL, and ends with 2', async () => {
    const { code, output, errors } = await mfaKit(['backup', '--to', 'x'], {
      DATABASE_URL: 'postgres://nobody@localhost:1/none',
    });
    assert.deepEqual([code, output], [2, '']);
    assert.match(errors, /pg_dump.*point-in-time recovery/);
  });

  it('asks for what is missing', async () => {
    const database = ['--database', `sqlite:${join(folder, 'live.sqlite')}`];
    assert.match((await mfaKit(['backup', ...database])).errors, /^no place for the copy: give --to <file>/);
    assert.match((await mfaKit(['backup', '--to', 'x'])).errors, /^no database: give --database/);
  });
});
