import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { MailRefused } from '../ports/mailer.ts';
import { MINUTE } from '../store/testing/person.ts';
import { useOutbox } from './testing/outbox-world.ts';

describe('the outbox, when what it asks never answers', () => {
  const world = useOutbox();
  const never = (): Promise<never> => new Promise(() => undefined);

  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  /** Lets time pass for timers until the work is done. */
  async function whileTimePasses<Result>(work: Promise<Result>): Promise<Result> {
    const state = { done: false };
    const ended = work.finally(() => (state.done = true));
    while (!state.done) {
      await new Promise((resolve) => setImmediate(resolve));
      mock.timers.tick(1_000);
    }
    return ended;
  }

  it('gives a send up, says so, sends the others, and tries again', async () => {
    const [slow, ada] = [world.person('slow@example.com'), world.person()];
    await world.change(slow);
    world.now += 1;
    await world.change(ada);
    world.refuse = (mail) => (mail.to === 'slow@example.com' ? never() : undefined);
    assert.equal(await whileTimePasses(world.outbox().deliverDue()), 1);
    assert.match(world.log.join(), /"error":"sending took more than 80 seconds","msg":"mail not sent"/);
    world.refuse = undefined;
    world.now += MINUTE;
    assert.equal(await world.outbox().deliverDue(), 1);
  });

  it('sends to the other addresses of the same person', async () => {
    await world.change(world.person('slow@example.com', 'ada@example.com'));
    world.refuse = (mail) => (mail.to === 'slow@example.com' ? never() : undefined);
    assert.equal(await whileTimePasses(world.outbox().deliverDue()), 1);
  });

  it('gives the look-up of a person up, says so, sends the others, and tries again', async () => {
    const [slow, ada] = [world.person(), world.person()];
    world.users.set(slow.id, never());
    await world.change(slow);
    world.now += 1;
    await world.change(ada);
    assert.equal(await whileTimePasses(world.outbox().deliverDue()), 1);
    assert.match(world.log.join(), /"error":"looking up the person took more than 30 seconds"/);
    world.tell(slow, 'ada@example.com');
    world.now += MINUTE;
    assert.equal(await world.outbox().deliverDue(), 1);
  });
});

describe('the outbox, when it is to stop', () => {
  const world = useOutbox();

  it('breaks off between two mails, and leaves the others for the next time', async () => {
    await world.change(world.person(), 5);
    const left = [true, true, false];
    assert.equal(await world.outbox().deliverDue(() => left.shift() ?? false), 2);
    assert.equal(await world.outbox().deliverDue(), 3);
  });
});

describe('what a mail server says', () => {
  const world = useOutbox();

  for (const [what, errorOf] of [
    ['for now', (words: string) => new Error(words)],
    ['for good', (words: string) => new MailRefused(words, { cause: new Error(words) })],
  ] as const) {
    it(`${what} is kept and logged on one line, and without addresses (K6)`, async () => {
      const ada = world.person('ada@example.com');
      await world.change(ada);
      world.refuse = () => errorOf('550 no <ada@example.com>,\u001b[2J\r\nask BOSS+1@mail.example.org');
      await world.outbox().deliverDue();
      const [stored] = await world.stored(ada);
      assert.equal(stored?.last_error, '550 no <…>,[2Jask …');
      assert.match(world.log.join(), /"error":"550 no <…>,\[2Jask …"/);
      assert.doesNotMatch(world.log.join(), /@/);
    });
  }
});
