import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { inFile } from '../store/testing/databases.ts';
import { enrol, signInFully } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { mfaKit } from './testing/mfa-kit.ts';

describe('commands beside a server on SQLite', () => {
  const ring = generateKeyRing();
  const spare = generateKeyRing();
  const keys = { current: 'k1', keys: { k1: ring.keys['k1']!, k2: spare.keys['k1']! } };
  let kit: RunningKit;
  let environment: Record<string, string>;
  before(async () => {
    const place = await inFile();
    kit = await startKit({ database: () => Promise.resolve(place), configuration: { keys } });
    environment = { DATABASE_URL: place.url, MFA_KEYS: JSON.stringify({ ...keys, current: 'k2' }) };
  });
  after(() => kit.close());

  for (const words of [['migrate'], ['post-restore', '--backup-taken-at', '2026-02-01T00:00:00Z']]) {
    it(`refuse what must not be done under it: ${words[0]!}`, async () => {
      const { code, output, errors } = await mfaKit(words, environment);
      assert.deepEqual([code, output], [1, '']);
      assert.match(
        errors,
        /^\/.*store\.sqlite is in use by another process: a server, process \d+ on .* end that one first/,
      );
    });
  }

  it('do what may be done: keys are rotated while people sign in', async () => {
    const { app } = await enrol(kit, kit.browser());
    const { code, output, errors } = await mfaKit(['keys', 'rotate'], environment);
    assert.deepEqual([code, errors], [0, '']);
    assert.match(output, /^1 secrets sealed anew with k2$/m);
    await signInFully(kit, kit.browser(), app);
  });
});
