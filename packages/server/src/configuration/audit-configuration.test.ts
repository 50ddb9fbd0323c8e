import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { ConfigurationError, readConfiguration, type Settings } from './configuration.ts';

const DAY = 86_400_000;

const read = (change: Record<string, unknown> = {}): Settings =>
  readConfiguration(
    {
      publicUrl: 'https://app.example.com',
      serviceName: 'Acme Notes',
      database: 'sqlite:.data/notes.sqlite',
      keys: generateKeyRing(),
      users: { find: () => Promise.resolve(undefined) },
      ...change,
    },
    'development',
  );

const refusesNaming = (change: Record<string, unknown>, name: string): void => {
  assert.throws(
    () => read(change),
    (error) =>
      error instanceof ConfigurationError &&
      error.mistakes.length === 1 &&
      error.mistakes[0]!.startsWith(name),
    JSON.stringify(change),
  );
};

describe('The settings of the audit', () => {
  it('are thirteen months, whichever, and a tenth of the successes', () => {
    assert.deepEqual(read().audit, { retention: 397 * DAY, sample: 0.1 });
    const longest = Date.UTC(2025, 7, 1) - Date.UTC(2024, 6, 1);
    assert.ok(397 * DAY >= longest);
  });

  it('may be ninety days to ten years, and none to all', () => {
    assert.deepEqual(read({ audit: { retention: '90d', sample: 0 } }).audit, {
      retention: 90 * DAY,
      sample: 0,
    });
    assert.deepEqual(read({ audit: { retention: '3660d', sample: 1 } }).audit, {
      retention: 3_660 * DAY,
      sample: 1,
    });
    for (const retention of ['89d', '3661d', '2159h', 90, ''])
      refusesNaming({ audit: { retention } }, 'audit.retention');
    for (const sample of [-0.1, 1.1, Number.NaN, '0.1', null])
      refusesNaming({ audit: { sample } }, 'audit.sample');
    refusesNaming({ audit: { forever: true } }, 'audit');
  });
});

describe('Who may administer', () => {
  it('is nobody unless the host says so', async () => {
    const actor = { id: 'a', name: 'a', displayName: 'A', emails: [] };
    assert.equal(await read().authorize(actor, 'audit.read', undefined), false);
    assert.equal(
      await read({ authorize: () => Promise.resolve(true) }).authorize(actor, 'audit.read', undefined),
      true,
    );
  });

  it('is said by a function', () => {
    for (const authorize of [true, 'admin', {}]) refusesNaming({ authorize }, 'authorize');
  });
});
