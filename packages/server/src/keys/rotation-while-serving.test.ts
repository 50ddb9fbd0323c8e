import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mfaKit } from '../command-line/testing/mfa-kit.ts';
import { openKeyRing, type KeyRing, type KeyRingSettings } from '../secrets/key-ring.ts';
import { open, seal } from '../secrets/sealing.ts';
import { openDatabase } from '../store/open-store.ts';
import { all, step, together, type Database } from '../store/sql/unit-of-work.ts';
import { alreadyAt, type TestDatabase } from '../store/testing/databases.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, signInFully } from '../testing/people.ts';
import { START, startKit, type RunningKit } from '../testing/running-kit.ts';
import { factorPlace } from '../totp/totp-check.ts';

const main = fileURLToPath(new URL('../command-line/main.ts', import.meta.url));
const [first, second] = [1, 2].map(() => randomBytes(32).toString('base64url')) as [string, string];
const OLD: KeyRingSettings = { current: 'k1', keys: { k1: first } };
const NEW: KeyRingSettings = { current: 'k2', keys: { k1: first, k2: second } };
/** Several batches. */
const SECRETS = 1_600;

describeOnEachDatabase('A rotation of the keys beside a server that goes on', (openDatabaseOf) => {
  let place: TestDatabase;
  let database: Database;
  let kit: RunningKit;
  before(async () => {
    place = await openDatabaseOf();
    kit = await startKit({ database: alreadyAt(place.url), configuration: { keys: NEW } });
    database = openDatabase(place.url);
    await storeSecrets(await openKeyRing(OLD));
  });
  after(async () => {
    await kit.close();
    await database.close();
    await place.remove();
  });

  const plain = (index: number): Buffer => Buffer.alloc(20, `secret ${index}`);

  async function storeSecrets(old: KeyRing): Promise<void> {
    const rows = Array.from({ length: SECRETS }, (_, index) => {
      const [user, id] = [`person-${index}`, `factor-${index}`];
      const { box, keyId } = seal(old, 'totp-secret', factorPlace(user, id), plain(index));
      return step(
        `INSERT INTO mfa_totp_factors (user_id, id, name, secret_box, secret_key_id, last_step, failures_in_a_row, created_at)
         VALUES ($1, $2, 'App', $3, $4, 0, 0, $5)`,
        user,
        id,
        box,
        keyId,
        START,
      );
    });
    await database.transaction(() => together(rows));
  }

  async function under(keyId: string): Promise<number> {
    const [row] = await database.read(() =>
      all<{ n: number }>('SELECT count(*) AS n FROM mfa_totp_factors WHERE secret_key_id = $1', keyId),
    );
    return row?.n ?? 0;
  }

  const environment = (): Record<string, string> => ({
    DATABASE_URL: place.url,
    MFA_KEYS: JSON.stringify(NEW),
  });

  it('goes on where it was killed, by two at once, while people enrol and sign in, and nothing is lost (K2)', async () => {
    const killed = spawn(process.execPath, [main, 'keys', 'rotate'], {
      env: { ...process.env, ...environment() },
      stdio: 'ignore',
    });
    const ended = once(killed, 'exit');
    while ((await under('k2')) === 0 && killed.exitCode === null);
    killed.kill('SIGKILL');
    await ended;
    const movedBefore = await under('k2');
    assert.equal((await under('k1')) + movedBefore, SECRETS, 'each is under one key or the other');

    const rotations = [1, 2].map(() => mfaKit(['keys', 'rotate'], environment()));
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    for (let time = 0; time < 3; time += 1) await signInFully(kit, kit.browser(), app);
    const outcomes = await Promise.all(rotations);

    const moved = outcomes.map(({ output }) =>
      Number(/^(\d+) secrets sealed anew with k2$/m.exec(output)?.[1]),
    );
    assert.deepEqual(
      outcomes.map(({ code, errors }) => [code, errors]),
      [
        [0, ''],
        [0, ''],
      ],
    );
    assert.equal(movedBefore + moved[0]! + moved[1]!, SECRETS, 'each was sealed anew once');
    for (const { output } of outcomes) {
      assert.match(output, /^k1: 0 secrets, 0 recovery codes; not used$/m);
      assert.match(output, new RegExp(`^k2: ${SECRETS + 1} secrets, 10 recovery codes; current$`, 'm'));
    }
    const told = (await kit.audit()).filter(({ event }) => event === 'auth.keys.rotated');
    assert.deepEqual(
      told.map(({ details }) => details),
      [JSON.stringify({ to: 'k2', secrets: SECRETS })],
      'the audit tells of it once, whatever became of whoever began',
    );

    const rows = await database.read(() =>
      all<{ user_id: string; id: string; secret_box: string; secret_key_id: string }>(
        "SELECT user_id, id, secret_box, secret_key_id FROM mfa_totp_factors WHERE user_id LIKE 'person-%'",
      ),
    );
    assert.equal(rows.length, SECRETS);
    const alone = await openKeyRing({ current: 'k2', keys: { k2: second } });
    for (const row of rows) {
      const sealed = { box: row.secret_box, keyId: row.secret_key_id };
      const opened = open(alone, 'totp-secret', factorPlace(row.user_id, row.id), sealed);
      assert.deepEqual(opened, plain(Number(row.id.slice('factor-'.length))));
    }
    await signInFully(kit, kit.browser(), app);
  });
});
