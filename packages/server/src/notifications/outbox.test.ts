import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import type { Mail } from '../ports/mailer.ts';
import type { User } from '../ports/users.ts';
import { inMemory } from '../store/testing/databases.ts';
import { HOUR, MINUTE, Person, START } from '../store/testing/person.ts';
import { useStore } from '../store/testing/test-store.ts';
import { createLanguageChoice } from './languages/choose-language.ts';
import { createOutbox, waitAfter, type MakeLinks, type Outbox } from './outbox.ts';
import type { OutboxStore } from './outbox.store.ts';

describe('the waits between tries', () => {
  it('double from a minute to an hour', () => {
    const minutes = Array.from({ length: 9 }, (_, index) => waitAfter(index + 1) / MINUTE);
    assert.deepEqual(minutes, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });
});

describe('the outbox', () => {
  const test = useStore(inMemory);
  let now: number;
  let sent: Mail[];
  let refuse: ((mail: Mail) => Error | undefined) | undefined;
  let users = new Map<string, User | Error>();
  let makeLinks: MakeLinks;

  const person = (): Person => {
    const made = new Person(test.store);
    users.set(made.id, { id: made.id, name: 'ada', displayName: 'Ada', emails: ['ada@example.com'] });
    return made;
  };
  const change = (who: Person, times = 1): Promise<void> =>
    test.store.recordEntries(
      who.entriesAt(
        now,
        ...Array.from({ length: times }, () => ({ event: 'auth.totp.added', outcome: 'success' }) as const),
      ),
    );
  const outboxOf = (store: OutboxStore): Outbox =>
    createOutbox({
      store,
      mailer: {
        send(mail) {
          const error = refuse?.(mail);
          if (error) return Promise.reject(error);
          sent.push(mail);
          return Promise.resolve();
        },
      },
      users: {
        find(id) {
          const found = users.get(id);
          return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
        },
      },
      clock: { now: () => now },
      logger: pino({ level: 'silent' }),
      serviceName: 'Acme Notes',
      chooseLanguage: createLanguageChoice(),
      makeLinks: (...asked) => makeLinks(...asked),
    });
  const outbox = (): Outbox => outboxOf(test.store);
  const stored = (
    who: Person,
  ): Promise<readonly { attempts: number; last_error: string | null; given_up_at: number | null }[]> =>
    test.rows('SELECT attempts, last_error, given_up_at FROM mfa_outbox WHERE user_id = $1', who.id);

  beforeEach(async () => {
    for (const id of users.keys()) await test.store.forgetUser(id);
    now = START;
    sent = [];
    refuse = undefined;
    users = new Map();
    makeLinks = () => assert.fail('no links were asked for');
  });

  it('sends what is due, once, to every address of the person', async () => {
    const ada = person();
    users.set(ada.id, {
      id: ada.id,
      name: 'ada',
      displayName: 'Ada',
      emails: ['a@example.com', 'b@example.com'],
    });
    await change(ada);
    assert.equal(await outbox().deliverDue(), 1);
    assert.equal(await outbox().deliverDue(), 0);
    assert.deepEqual(
      sent.map(({ to, subject }) => ({ to, subject })),
      [{ to: ['a@example.com', 'b@example.com'], subject: 'Acme Notes: An authenticator app was added' }],
    );
  });

  it('tries again with growing waits while the mail server is away, and loses nothing', async () => {
    const ada = person();
    await change(ada);
    refuse = () => new Error('451 later');
    for (const minutes of [1, 2, 4, 8]) {
      assert.equal(await outbox().deliverDue(), 0);
      now += minutes * MINUTE - 1;
      assert.equal(await outbox().deliverDue(), 0);
      now += 1;
    }
    assert.deepEqual(await stored(ada), [{ attempts: 4, last_error: '451 later', given_up_at: null }]);
    refuse = undefined;
    assert.equal(await outbox().deliverDue(), 1);
  });

  it('gives the mail the same id at each try, so that a repetition can be recognised', async () => {
    await change(person());
    const tried: string[] = [];
    refuse = ({ id }) => {
      tried.push(id);
      return new Error('later');
    };
    for (let round = 0; round < 3; round += 1) {
      await outbox().deliverDue();
      now += HOUR;
    }
    assert.equal(tried.length, 3);
    assert.equal(new Set(tried).size, 1);
  });

  it('gives up after 55 tries, which takes two days', async () => {
    const ada = person();
    await change(ada);
    refuse = () => new Error('no such host');
    let tries = 0;
    for (; (await stored(ada))[0]?.given_up_at === null; tries += 1) {
      await outbox().deliverDue();
      now += waitAfter(tries + 1);
    }
    assert.equal(tries, 55);
    const hours = ((await stored(ada))[0]!.given_up_at! - START) / HOUR;
    assert.ok(hours >= 48 && hours <= 50, `${hours} hours`);
    refuse = undefined;
    assert.equal(await outbox().deliverDue(), 0);
  });

  it('gives up when there is nobody to tell', async () => {
    const [gone, unreachable] = [person(), person()];
    users.delete(gone.id);
    users.set(unreachable.id, { id: unreachable.id, name: 'x', displayName: 'X', emails: [] });
    for (const who of [gone, unreachable]) {
      await change(who);
      assert.equal(await outbox().deliverDue(), 0);
      assert.deepEqual(await stored(who), [
        { attempts: 1, last_error: 'nobody to tell', given_up_at: START },
      ]);
    }
  });

  it('sends after its claim is over what a process was killed with, before or after it reached the mail server', async () => {
    await change(person());
    const killed = new Error('killed');
    const before = outboxOf({
      ...test.store,
      claimNotice: (from, until) => test.store.claimNotice(from, until).then(() => Promise.reject(killed)),
    });
    await assert.rejects(before.deliverDue(), killed);
    assert.equal(await outbox().deliverDue(), 0, 'still claimed');

    now += 2 * MINUTE;
    const after = outboxOf({ ...test.store, noticeSent: () => Promise.reject(killed) });
    await assert.rejects(after.deliverDue(), killed);
    assert.equal(sent.length, 1);

    now += 2 * MINUTE;
    assert.equal(await outbox().deliverDue(), 1);
    assert.deepEqual(
      [sent.length, new Set(sent.map(({ id }) => id)).size],
      [2, 1],
      'twice rather than never',
    );
  });

  it('holds up nobody for a mail that the server refuses', async () => {
    await change(person());
    await change(person());
    let first: string | undefined;
    refuse = ({ id }) => ((first ??= id) === id ? new Error('refused') : undefined);
    assert.equal(await outbox().deliverDue(), 1);
  });

  it('holds up nobody for a person whom the host cannot look up, and tries that one again', async () => {
    const [broken, ada] = [person(), person()];
    users.set(broken.id, new Error('the directory is away'));
    await change(broken);
    now += 1;
    await change(ada);
    assert.equal(await outbox().deliverDue(), 1);
    assert.deepEqual(await stored(broken), [
      { attempts: 1, last_error: 'the directory is away', given_up_at: null },
    ]);
    users.set(broken.id, { id: broken.id, name: 'b', displayName: 'B', emails: ['b@example.com'] });
    now += MINUTE;
    assert.equal(await outbox().deliverDue(), 1);
  });

  describe('of an account recovery', () => {
    const asked = {
      event: 'auth.recovery.tier2_started',
      outcome: 'success',
      details: { recovery: 'r-1' },
    } as const;

    it('is sent with links that are made for this try, to everybody whom it is sent to', async () => {
      const ada = person();
      await test.store.recordEntries(ada.entriesAt(now, asked));
      const calls: unknown[] = [];
      makeLinks = (recovery, purposes, user) => {
        calls.push([recovery, purposes, user.id]);
        return Promise.resolve({
          open: `https://a.example/recover#open=${calls.length}`,
          cancel: 'https://a.example/c',
        });
      };
      refuse = () => new Error('451 later');
      assert.equal(await outbox().deliverDue(), 0);
      refuse = undefined;
      now += MINUTE;
      assert.equal(await outbox().deliverDue(), 1);
      assert.deepEqual(calls, [
        ['r-1', ['open', 'cancel'], ada.id],
        ['r-1', ['open', 'cancel'], ada.id],
      ]);
      assert.match(sent[0]!.text, /^https:\/\/a\.example\/recover#open=2$/m);
    });

    it('is given up when there is nothing left that the links could be for', async () => {
      const ada = person();
      await test.store.recordEntries(ada.entriesAt(now, asked));
      makeLinks = () => Promise.resolve(undefined);
      assert.equal(await outbox().deliverDue(), 0);
      assert.deepEqual(await stored(ada), [
        { attempts: 1, last_error: 'overtaken by events', given_up_at: START },
      ]);
    });

    it('is tried again when the links cannot be made for now (S8)', async () => {
      const ada = person();
      await test.store.recordEntries(ada.entriesAt(now, asked));
      makeLinks = () => Promise.reject(new Error('no database'));
      assert.equal(await outbox().deliverDue(), 0);
      assert.deepEqual(await stored(ada), [{ attempts: 1, last_error: 'no database', given_up_at: null }]);
    });
  });
});
