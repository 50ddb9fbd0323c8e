import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settingsIn } from './postgres-address.ts';

const BASE = 'postgres://mfa:secret@db.internal/acme';

describe('an address of PostgreSQL', () => {
  it('that asks for nothing has limits all the same', () => {
    const { pooled, named } = settingsIn(BASE);
    assert.deepEqual(
      [pooled.max, pooled.connectionTimeoutMillis, pooled.statement_timeout, pooled.lock_timeout, named],
      [10, 5_000, 10_000, 5_000, true],
    );
    assert.equal(pooled.connectionString, BASE);
  });

  it('may ask for other numbers, and says to the driver what the driver knows', () => {
    const { pooled, named } = settingsIn(
      `${BASE}?sslmode=verify-full&pool_size=25&connect_timeout=2&lock_timeout=100&prepare=false`,
    );
    assert.deepEqual(
      [pooled.max, pooled.connectionTimeoutMillis, pooled.lock_timeout, named],
      [25, 2_000, 100, false],
    );
    assert.equal(pooled.connectionString, `${BASE}?sslmode=verify-full`);
  });

  it('has statements planned by keys, beside the settings that it brings, unless it says otherwise', () => {
    const BY_KEYS = '-c enable_seqscan=off -c enable_bitmapscan=off -c plan_cache_mode=force_generic_plan';
    const optionsIn = (query: string): string | undefined => settingsIn(`${BASE}?${query}`).pooled.options;
    assert.equal(optionsIn(''), BY_KEYS);
    assert.equal(optionsIn('options=-c%20search_path%3Dmfa'), `-c search_path=mfa ${BY_KEYS}`);
    assert.equal(optionsIn('plan_by_keys=false'), undefined);
    assert.equal(
      optionsIn('prepare=false'),
      undefined,
      'what is planned each time is planned by what there is',
    );
  });

  it('brings its settings to migrations too, and leaves their plans alone', () => {
    assert.equal(settingsIn(`${BASE}?options=-c%20search_path%3Dmfa`).patient.options, '-c search_path=mfa');
  });

  it('adds to the settings of the environment, which the driver would forget for its own, and so for queries and migrations alike', () => {
    const ofEnvironment = '-c search_path=mfa';
    const { pooled, patient } = settingsIn(BASE, ofEnvironment);
    assert.deepEqual(
      [pooled.options, patient.options],
      [
        '-c search_path=mfa -c enable_seqscan=off -c enable_bitmapscan=off -c plan_cache_mode=force_generic_plan',
        ofEnvironment,
      ],
    );
    const own = settingsIn(`${BASE}?options=-c%20search_path%3Dother&plan_by_keys=false`, ofEnvironment);
    assert.equal(own.pooled.options, '-c search_path=other', 'the address goes before, as with the driver');
  });

  it('gives migrations the time that they take', () => {
    const { patient } = settingsIn(`${BASE}?statement_timeout=5`);
    assert.deepEqual(Object.keys(patient).sort(), [
      'connectionString',
      'connectionTimeoutMillis',
      'keepAlive',
    ]);
  });

  for (const wrong of [
    'pool_size=0',
    'pool_size=many',
    'lock_timeout=-1',
    'connect_timeout=1s',
    'prepare=no',
    'plan_by_keys=yes',
  ])
    it(`is refused by the name of what is wrong in it, and never shown: ${wrong}`, () => {
      const [name = ''] = wrong.split('=');
      assert.throws(
        () => settingsIn(`${BASE}?${wrong}`),
        (error: Error) => error.message.startsWith(name) && !error.message.includes('secret'),
      );
    });
});
