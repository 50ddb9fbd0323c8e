import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MailRefused } from '../ports/mailer.ts';
import { HOUR, MINUTE } from '../store/testing/person.ts';
import { useOutbox } from './testing/outbox-world.ts';

describe('a mail for several addresses', () => {
  const world = useOutbox();
  const both = ['a@example.com', 'b@example.com'];
  const to = (): readonly string[] => world.sent.map((mail) => mail.to);

  it('sends each a mail of its own, with an id of its own', async () => {
    await world.change(world.person(...both));
    assert.equal(await world.outbox().deliverDue(), 2);
    assert.deepEqual(to(), both);
    assert.equal(new Set(world.sent.map(({ id }) => id)).size, 2);
  });

  it('sends one that the host names twice a single mail', async () => {
    await world.change(world.person('a@example.com', 'A@example.com'));
    assert.equal(await world.outbox().deliverDue(), 1);
  });

  it('tells the others at once when one does not take it for now, and tells none twice', async () => {
    await world.change(world.person(...both));
    world.refuse = (mail) => (mail.to === both[0] ? new Error('450 mailbox busy') : undefined);
    assert.equal(await world.outbox().deliverDue(), 1);
    world.refuse = undefined;
    world.now += HOUR;
    assert.equal(await world.outbox().deliverDue(), 1);
    assert.deepEqual(to(), both.toReversed());
  });

  it('does not try again one that refuses for good, tells the others, and keeps the reason', async () => {
    const ada = world.person(...both, 'c@example.com');
    await world.change(ada);
    let refused = 0;
    world.refuse = ({ to: address }) => {
      if (address === both[0]) return ((refused += 1), new MailRefused('550 no such mailbox'));
      return address === both[1] ? new Error('450 mailbox busy') : undefined;
    };
    for (let hour = 0; hour < 3; hour += 1) {
      await world.outbox().deliverDue();
      world.now += HOUR;
    }
    world.refuse = undefined;
    await world.outbox().deliverDue();
    assert.deepEqual([refused, to()], [1, ['c@example.com', both[1]]]);
    assert.deepEqual(await world.stored(ada), [
      { attempts: 4, last_error: '550 no such mailbox', given_up_at: world.now },
    ]);
  });

  it('after a retry by an operator tells only those that were not told', async () => {
    await world.change(world.person(...both));
    world.refuse = ({ to: address }) =>
      address === both[0] ? new MailRefused('550 no such mailbox') : undefined;
    await world.outbox().deliverDue();
    world.refuse = undefined;
    await world.store.retryNotices(world.now);
    assert.equal(await world.outbox().deliverDue(), 1);
    assert.deepEqual(to(), both.toReversed());
  });

  it('tells an address that the host learned of in between, and none that it forgot', async () => {
    const ada = world.person(...both);
    await world.change(ada);
    world.refuse = () => new Error('450 later');
    await world.outbox().deliverDue();
    world.tell(ada, both[1]!, 'new@example.com');
    world.refuse = undefined;
    world.now += HOUR;
    await world.outbox().deliverDue();
    assert.deepEqual(to(), [both[1], 'new@example.com']);
  });

  it('tells nobody twice when a process is killed between two of them', async () => {
    await world.change(world.person(...both));
    const killed = new Error('killed');
    let settled = 0;
    const dying = world.outbox({
      ...world.store,
      settleAddress: async (...settles) => {
        const held = await world.store.settleAddress(...settles);
        if ((settled += 1) === 1) throw killed;
        return held;
      },
    });
    await assert.rejects(dying.deliverDue(), killed);
    world.now += 2 * MINUTE;
    assert.equal(await world.outbox().deliverDue(), 1);
    assert.deepEqual(to(), both);
  });

  it('stops when it lost the mail over an address that was slow to fail', async () => {
    await world.change(world.person(...both));
    const slow = world.outbox();
    let others = Promise.resolve(0);
    world.refuse = () => {
      world.refuse = undefined;
      world.now += 3 * MINUTE;
      others = world.outbox().deliverDue();
      return others.then(() => Promise.reject(new Error('timed out')));
    };
    assert.equal(await slow.deliverDue(), 0);
    assert.equal(await others, 2);
    assert.deepEqual(to(), both);
  });

  it('holds the mail for as long as one address after the other is slow to fail', async () => {
    await world.change(world.person(...both, 'c@example.com'));
    world.refuse = () => {
      world.now += 1.5 * MINUTE;
      return world
        .outbox()
        .deliverDue()
        .then((taken) => Promise.reject(new Error(taken === 0 ? 'timed out' : 'taken away')));
    };
    await world.outbox().deliverDue();
    assert.equal(world.log.length, 1);
    assert.match(world.log[0]!, /"error":"timed out"/);
  });

  it('stops when another worker took over, which goes on', async () => {
    await world.change(world.person(...both));
    const slow = world.outbox({
      ...world.store,
      settleAddress: async (...settles) => {
        world.now += 3 * MINUTE;
        await world.outbox().deliverDue();
        return world.store.settleAddress(...settles);
      },
    });
    await slow.deliverDue();
    // The first had taken it and nobody knew yet: twice rather than never, and with the same id.
    assert.deepEqual(to(), [both[0], ...both]);
    assert.equal(world.sent[0]?.id, world.sent[1]?.id);
  });
});
