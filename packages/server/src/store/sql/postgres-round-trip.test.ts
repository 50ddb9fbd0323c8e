import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type pg from 'pg';
import { RoundTrip } from './postgres-round-trip.ts';
import { step } from './unit-of-work.ts';

describe('a round trip to PostgreSQL', () => {
  it('that cannot be written fails by itself: the driver may send it when nobody is there to catch anything', () => {
    const written: unknown[] = [];
    const connection = { stream: { write: (bytes: unknown) => written.push(bytes) } };
    const failed: unknown[] = [];
    const tooMany = Array.from({ length: 40_000 }, () => 'a');
    const trip = new RoundTrip([step('SELECT 1'), step('SELECT 2', ...tooMany)], true, (error) =>
      failed.push(error),
    );
    const error = trip.submit(connection as unknown as pg.Connection);
    assert.match(String(error), /ERR_OUT_OF_RANGE/);
    assert.deepEqual(written, [], 'not even half of it');
    trip.handleError(error!);
    assert.deepEqual(failed, [error]);
  });
});
