import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MINUTE } from '../store/testing/person.ts';
import { useOutbox } from './testing/outbox-world.ts';

describe('a mail of an account recovery', () => {
  const world = useOutbox();
  const asked = {
    event: 'auth.recovery.tier2_started',
    outcome: 'success',
    details: { recovery: 'r-1' },
  } as const;

  it('is sent with links that are made for this try, to everybody whom it is sent to', async () => {
    const ada = world.person();
    await world.store.recordEntries(ada.entriesAt(world.now, asked));
    const calls: unknown[] = [];
    world.makeLinks = (recovery, purposes, user) => {
      calls.push([recovery, purposes, user.id]);
      return Promise.resolve({
        open: `https://a.example/recover#open=${calls.length}`,
        cancel: 'https://a.example/c',
      });
    };
    world.refuse = () => new Error('451 later');
    assert.equal(await world.outbox().deliverDue(), 0);
    world.refuse = undefined;
    world.now += MINUTE;
    assert.equal(await world.outbox().deliverDue(), 1);
    assert.deepEqual(calls, [
      ['r-1', ['open', 'cancel'], ada.id],
      ['r-1', ['open', 'cancel'], ada.id],
    ]);
    assert.match(world.sent[0]!.text, /^https:\/\/a\.example\/recover#open=2$/m);
  });

  it('is dropped when there is nothing left that the links could be for', async () => {
    const ada = world.person();
    await world.store.recordEntries(ada.entriesAt(world.now, asked));
    world.makeLinks = () => Promise.resolve(undefined);
    assert.equal(await world.outbox().deliverDue(), 0);
    assert.deepEqual(await world.stored(ada), []);
  });

  it('is tried again when the links cannot be made for now (S8)', async () => {
    const ada = world.person();
    await world.store.recordEntries(ada.entriesAt(world.now, asked));
    world.makeLinks = () => Promise.reject(new Error('no database'));
    assert.equal(await world.outbox().deliverDue(), 0);
    assert.deepEqual(await world.stored(ada), [
      { attempts: 1, last_error: 'no database', given_up_at: null },
    ]);
  });
});
