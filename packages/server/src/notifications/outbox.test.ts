import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MailServerAway } from '../ports/mailer.ts';
import type { User } from '../ports/users.ts';
import { DAY, HOUR, MINUTE, START } from '../store/testing/person.ts';
import { useOutbox } from './testing/outbox-world.ts';
import { waitAfter } from './outbox.ts';

describe('the waits between tries', () => {
  it('double from a minute to an hour', () => {
    const minutes = Array.from({ length: 9 }, (_, index) => waitAfter(index + 1) / MINUTE);
    assert.deepEqual(minutes, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });
});

describe('the outbox', () => {
  const world = useOutbox();

  it('sends what is due, once', async () => {
    await world.change(world.person());
    assert.equal(await world.outbox().deliverDue(), 1);
    assert.equal(await world.outbox().deliverDue(), 0);
    assert.deepEqual(
      world.sent.map(({ to, subject, language }) => ({ to, subject, language })),
      [{ to: 'ada@example.com', subject: 'Acme Notes: An authenticator app was added', language: 'en' }],
    );
  });

  it('says where the address is, as far as the host knows', async () => {
    await world.change(world.person());
    await world.outbox().deliverDue();
    assert.match(world.sent[0]!.text, /^From the address: 192\.0\.2\.7\nNear: Vienna, Austria$/m);
  });

  it("writes in the person's language", async () => {
    const ada = world.person();
    world.users.set(ada.id, { ...(world.users.get(ada.id) as User), language: 'de-DE' });
    await world.change(ada);
    await world.outbox().deliverDue();
    assert.deepEqual(
      world.sent.map(({ subject, language }) => [subject, language]),
      [['Acme Notes: Eine Authenticator-App wurde hinzugefügt', 'de-DE']],
    );
  });

  it('tries again with growing waits what the mail server does not take for now, and loses nothing', async () => {
    const ada = world.person();
    await world.change(ada);
    world.refuse = () => new Error('451 later');
    for (const minutes of [1, 2, 4, 8]) {
      assert.equal(await world.outbox().deliverDue(), 0);
      world.now += minutes * MINUTE - 1;
      assert.equal(await world.outbox().deliverDue(), 0);
      world.now += 1;
    }
    assert.deepEqual(await world.stored(ada), [{ attempts: 4, last_error: '451 later', given_up_at: null }]);
    world.refuse = undefined;
    assert.equal(await world.outbox().deliverDue(), 1);
  });

  it('gives the mail the same id at each try, so that a repetition can be recognised', async () => {
    await world.change(world.person());
    const tried: string[] = [];
    world.refuse = ({ id }) => {
      tried.push(id);
      return new Error('later');
    };
    for (let round = 0; round < 3; round += 1) {
      await world.outbox().deliverDue();
      world.now += HOUR;
    }
    assert.equal(tried.length, 3);
    assert.equal(new Set(tried).size, 1);
  });

  it('gives up two days after the first try, and never tries again by itself', async () => {
    const ada = world.person();
    await world.change(ada);
    world.now += 5 * DAY;
    const first = world.now;
    world.refuse = () => new Error('451 later');
    let tries = 0;
    for (; (await world.stored(ada))[0]?.given_up_at === null; tries += 1) {
      await world.outbox().deliverDue();
      world.now += waitAfter(tries + 1);
    }
    const hours = ((await world.stored(ada))[0]!.given_up_at! - first) / HOUR;
    assert.ok(hours >= 48 && hours < 49, `${hours} hours`);
    world.refuse = undefined;
    assert.equal(await world.outbox().deliverDue(), 0);
    assert.equal(await world.store.retryNotices(world.now), 1);
    assert.equal(await world.outbox().deliverDue(), 1);
  });

  describe('while the mail server is away', () => {
    const away = (): Error => new MailServerAway('connect ECONNREFUSED');

    it('asks once a minute whether it is back, whatever waits, and then sends all of it at once', async () => {
      const ada = world.person();
      await world.change(ada, 20);
      let asked = 0;
      world.refuse = () => ((asked += 1), away());
      const running = world.outbox();
      for (let second = 0; second < 600; second += 2) {
        await running.deliverDue();
        world.now += 2_000;
      }
      assert.equal(asked, 10);
      world.refuse = undefined;
      world.now += MINUTE;
      assert.equal(await running.deliverDue(), 20);
    });

    it('gives up nothing for two days of tries of its own', async () => {
      await world.change(world.person());
      world.refuse = away;
      for (let hour = 0; hour < 47; hour += 1) {
        await world.outbox().deliverDue();
        world.now += HOUR;
      }
      world.refuse = undefined;
      assert.equal(await world.outbox().deliverDue(), 1);
    });

    it('waits no longer than that minute when the clock is set back', async () => {
      await world.change(world.person());
      const running = world.outbox();
      world.now += DAY;
      world.refuse = away;
      await running.deliverDue();
      world.now -= DAY;
      world.refuse = undefined;
      await world.change(world.person());
      assert.equal(await running.deliverDue(), 1);
    });
  });

  it('gives up when there is nobody to tell', async () => {
    const [gone, unreachable] = [world.person(), world.person()];
    world.users.delete(gone.id);
    world.tell(unreachable);
    for (const who of [gone, unreachable]) {
      await world.change(who);
      assert.equal(await world.outbox().deliverDue(), 0);
      assert.deepEqual(await world.stored(who), [
        { attempts: 1, last_error: 'nobody to tell', given_up_at: START },
      ]);
    }
  });

  it('sends after its claim is over what a process was killed with, before or after it reached the mail server', async () => {
    await world.change(world.person());
    const killed = new Error('killed');
    const before = world.outbox({
      ...world.store,
      claimNotice: (from, until) => world.store.claimNotice(from, until).then(() => Promise.reject(killed)),
    });
    await assert.rejects(before.deliverDue(), killed);
    assert.equal(await world.outbox().deliverDue(), 0, 'still claimed');

    world.now += 2 * MINUTE;
    const after = world.outbox({ ...world.store, settleAddress: () => Promise.reject(killed) });
    await assert.rejects(after.deliverDue(), killed);
    assert.equal(world.sent.length, 1);

    world.now += 2 * MINUTE;
    assert.equal(await world.outbox().deliverDue(), 1);
    assert.deepEqual(
      [world.sent.length, new Set(world.sent.map(({ id }) => id)).size],
      [2, 1],
      'twice rather than never',
    );
  });

  it('holds up nobody for a mail that the server refuses', async () => {
    await world.change(world.person());
    await world.change(world.person());
    let first: string | undefined;
    world.refuse = ({ id }) => ((first ??= id) === id ? new Error('refused') : undefined);
    assert.equal(await world.outbox().deliverDue(), 1);
  });

  it('holds up nobody for a person whom the host cannot look up, and tries that one again', async () => {
    const [broken, ada] = [world.person(), world.person()];
    world.users.set(broken.id, new Error('the directory is away'));
    await world.change(broken);
    world.now += 1;
    await world.change(ada);
    assert.equal(await world.outbox().deliverDue(), 1);
    assert.deepEqual(await world.stored(broken), [
      { attempts: 1, last_error: 'the directory is away', given_up_at: null },
    ]);
    world.tell(broken, 'b@example.com');
    world.now += MINUTE;
    assert.equal(await world.outbox().deliverDue(), 1);
  });
});
