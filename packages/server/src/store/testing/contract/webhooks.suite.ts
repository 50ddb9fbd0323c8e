import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { AuditEvent, Happening } from '../../../activity/audit-event.ts';
import { onceAMinute, systemEntry } from '../../../activity/journal.ts';
import type { ClaimedWebhook } from '../../../notifications/webhooks/webhooks.store.ts';
import { newId, randomPart } from '../../../secrets/ids.ts';
import type { MakeDatabase } from '../databases.ts';
import { accepted, DAY, MINUTE, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

const added: Happening = { event: 'auth.totp.added', outcome: 'success' };

const withoutTraits = (event: AuditEvent): AuditEvent =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'traits')) as unknown as AuditEvent;

export function webhooksContract(make: MakeDatabase): void {
  describe('webhooks', () => {
    const test = useStore(make);
    let person: Person;
    /** Of this test alone, and all that is asked for. */
    let endpoint: string;

    const forgetAll = (): Promise<unknown> => test.store.subscribeWebhooks([], START, START + 1);
    const subscribe = async (...subscriptions: [name: string, ...prefixes: string[]][]): Promise<void> => {
      await forgetAll();
      const named = subscriptions.map(([name, ...prefixes]) => ({ endpoint: name, prefixes }));
      await test.store.subscribeWebhooks(named, START, START);
    };
    const happen = (at: number, ...happenings: Happening[]): Promise<void> =>
      test.store.recordEntries(person.entriesAt(at, ...happenings));
    const claim = (minute: number, until = minute + 1, of = endpoint): Promise<ClaimedWebhook | undefined> =>
      test.store.claimWebhook(of, START + minute * MINUTE, START + until * MINUTE);
    const claimed = async (minute: number, until?: number): Promise<ClaimedWebhook> =>
      (await claim(minute, until)) ?? assert.fail('nothing was due');
    const asked = async (of = endpoint): Promise<readonly string[]> => {
      const rows = await test.rows<{ event: string }>(
        'SELECT event FROM mfa_webhook_deliveries WHERE endpoint = $1 ORDER BY event_id',
        of,
      );
      return rows.map(({ event }) => event);
    };

    beforeEach(async () => {
      person = new Person(test.store);
      endpoint = `hooks.example.com#${newId()}`;
      await subscribe([endpoint, '']);
    });

    it('are left for each endpoint that asks for the event: for all, for a name, or for how it begins', async () => {
      const other = `${endpoint}-2`;
      await subscribe([endpoint, 'auth.totp.', 'auth.2fa.enabled.'], [other, '']);
      await happen(
        START,
        added,
        { ...added, event: 'auth.2fa.enabled' },
        { ...added, event: 'auth.2fa.disabled' },
      );
      assert.deepEqual(await asked(), ['auth.totp.added', 'auth.2fa.enabled']);
      assert.deepEqual(await asked(other), ['auth.totp.added', 'auth.2fa.enabled', 'auth.2fa.disabled']);
    });

    it('are told by name when nobody asks for them any more, whatever order the database deletes in', async () => {
      const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter}.${endpoint}`) as [string, string, string];
      await subscribe([c, 'auth.totp.', 'auth.2fa.'], [a, ''], [b, '']);
      assert.deepEqual(await forgetAll(), [
        { endpoint: a, prefix: '' },
        { endpoint: b, prefix: '' },
        { endpoint: c, prefix: 'auth.2fa.' },
        { endpoint: c, prefix: 'auth.totp.' },
      ]);
    });

    it('are left once, however many beginnings fit', async () => {
      await subscribe([endpoint, '', 'auth.', 'auth.totp.', 'auth.totp.added.']);
      await happen(START, added);
      assert.deepEqual(await asked(), ['auth.totp.added']);
    });

    it('take a beginning by whole words', async () => {
      await subscribe([endpoint, 'auth.recovery_code.']);
      await happen(
        START,
        { ...added, event: 'auth.recovery_codes.generated' },
        { ...added, event: 'auth.recovery_code.used' },
      );
      assert.deepEqual(await asked(), ['auth.recovery_code.used']);
    });

    it('are left for what the kit itself and its commands do, too', async () => {
      await test.store.recordEntries([
        systemEntry(START, '', { event: 'auth.keys.rotated', outcome: 'success' }),
      ]);
      assert.deepEqual(await asked(), ['auth.keys.rotated']);
      assert.equal((await claimed(0)).event?.actor.kind, 'system');
    });

    it('go with their event: what is undone, or written a moment ago already, leaves none', async () => {
      const enrolled = await Person.enrolled(test.store);
      const pending = await enrolled.beginSignIn();
      const spent = enrolled.completion(pending, accepted(enrolled.factorId, 0), {
        entries: () => enrolled.entries({ event: 'auth.2fa.success', outcome: 'success' }),
      });
      assert.equal(await test.store.completeSignIn(spent), 'spent');
      assert.deepEqual(await asked(), []);
      for (let count = 0; count < 2; count += 1)
        await test.store.recordEntries(person.entries(added).map((entry) => onceAMinute(entry, person.id)));
      assert.deepEqual(await asked(), ['auth.totp.added']);
    });

    it('are handed out with the event as it was written, the oldest first', async () => {
      await test.store.beginSignIn(person.start(START, { membership: { workspace: 'acme' } }));
      await happen(START + 2 * MINUTE, added);
      const happening: Happening = {
        event: 'auth.2fa.failure',
        outcome: 'failure',
        reason: 'wrong',
        method: 'totp',
        factor: { id: 'factor-1', label: 'Ärmel "✓"' },
        details: { purpose: 'sign-in', list: ['a'] },
      };
      const [entry] = person.entriesAt(START + MINUTE, happening);
      await test.store.recordEntries([entry!]);
      const { event } = entry!;
      assert.ok(event.traits, 'for the kit’s own comparing');
      assert.deepEqual(await claimed(2), {
        endpoint,
        eventId: event.id,
        event: { ...withoutTraits(event), workspace: 'acme' },
        attempts: 1,
      });
      assert.equal((await claimed(2)).event?.event, 'auth.totp.added');
      assert.equal(await claim(2), undefined);
    });

    it('are not due before they happened, and not for another endpoint', async () => {
      await happen(START + 5 * MINUTE, added);
      assert.equal(await claim(4), undefined);
      assert.equal(await claim(5, 6, 'elsewhere.example.com#1'), undefined);
    });

    it('belong to one worker until the claim is over', async () => {
      await happen(START, added);
      const first = await claimed(0, 1);
      assert.equal(await claim(0), undefined);
      const again = await claimed(1, 2);
      assert.deepEqual([again.eventId, again.attempts], [first.eventId, 2]);
    });

    it('are never handed out again once they were taken', async () => {
      await happen(START, added);
      await test.store.webhookSent(await claimed(0), START);
      assert.equal(await claim(1_000), undefined);
    });

    it('come again at their next time when they failed, and tell why', async () => {
      await happen(START, added);
      await test.store.webhookFailed(await claimed(0), { retryAt: START + 7 * MINUTE }, 'x'.repeat(300));
      assert.equal(await claim(6), undefined);
      const rows = await test.rows<{ last_error: string }>(
        'SELECT last_error FROM mfa_webhook_deliveries WHERE endpoint = $1',
        endpoint,
      );
      assert.equal(rows[0]?.last_error.length, 200);
      assert.equal((await claimed(7)).attempts, 2);
    });

    it('do not listen to a worker that is late: neither when it was taken, nor when another has it (S1)', async () => {
      await happen(START, added);
      const slow = await claimed(0, 1);
      const quick = await claimed(1, 3);
      await test.store.webhookFailed(slow, { retryAt: START + MINUTE }, 'timed out');
      assert.equal(await claim(2), undefined, 'still the other worker’s');
      await test.store.webhookSent(quick, START + 2 * MINUTE);
      await test.store.webhookFailed(quick, { givenUpAt: START + 2 * MINUTE }, 'answered 500');
      assert.deepEqual(await test.store.listGivenUpWebhooks(10), []);
    });

    it('that were given up are listed, the newest first, and come again when an operator says so', async () => {
      await happen(START, added);
      await happen(START + MINUTE, { ...added, event: 'auth.totp.removed' });
      const [first, second] = [await claimed(0, 5), await claimed(1, 5)];
      await test.store.webhookFailed(first, { givenUpAt: START + 2 * MINUTE }, 'answered 500');
      await test.store.webhookFailed(second, { givenUpAt: START + 3 * MINUTE }, 'answered 410');
      assert.equal(await claim(1_000), undefined);
      const listed = await test.store.listGivenUpWebhooks(10);
      assert.deepEqual(listed, [
        {
          id: randomPart(second.eventId),
          endpoint,
          event: 'auth.totp.removed',
          at: START + MINUTE,
          givenUpAt: START + 3 * MINUTE,
          attempts: 1,
          error: 'answered 410',
        },
        {
          id: randomPart(first.eventId),
          endpoint,
          event: 'auth.totp.added',
          at: START,
          givenUpAt: START + 2 * MINUTE,
          attempts: 1,
          error: 'answered 500',
        },
      ]);
      assert.equal((await test.store.listGivenUpWebhooks(1)).length, 1);

      assert.equal(await test.store.retryWebhooks(START + 9 * MINUTE, 'another'), 0);
      assert.equal(await test.store.retryWebhooks(START + 9 * MINUTE, randomPart(first.eventId)), 1);
      assert.equal(await claim(8), undefined);
      const again = await claimed(9, 10);
      assert.deepEqual([again.eventId, again.attempts], [first.eventId, 1]);
      await test.store.webhookSent(again, START + 9 * MINUTE);
      assert.equal(await test.store.retryWebhooks(START + 9 * MINUTE), 1);
      assert.deepEqual(await test.store.listGivenUpWebhooks(10), []);
      assert.equal(await test.store.retryWebhooks(START + 9 * MINUTE), 0);
    });

    it('are counted for each endpoint that asks, with how long the oldest has been waiting', async () => {
      const idle = `${endpoint}-2`;
      await subscribe([endpoint, 'auth.'], [idle, 'auth.policy.']);
      await happen(START, added, added);
      await happen(START + MINUTE, added, added);
      await test.store.webhookSent(await claimed(1), START);
      await test.store.webhookFailed(await claimed(1), { givenUpAt: START }, 'answered 500');
      assert.deepEqual(await test.store.countWebhooks(), [
        { endpoint, waiting: 2, waitingSince: START + MINUTE, givenUp: 1 },
        { endpoint: idle, waiting: 0, givenUp: 0 },
      ]);
      await forgetAll();
      assert.deepEqual(await test.store.countWebhooks(), []);
    });

    it('are asked for as long as a process repeats it, and what is on its way stays', async () => {
      await happen(START, added);
      await test.store.subscribeWebhooks([], START + 10 * MINUTE, START);
      await happen(START + 10 * MINUTE, added);
      assert.equal((await asked()).length, 2, 'named since then');
      await test.store.subscribeWebhooks(
        [{ endpoint, prefixes: ['auth.totp.'] }],
        START + 11 * MINUTE,
        START + 1,
      );
      await happen(START + 11 * MINUTE, { ...added, event: 'auth.2fa.enabled' });
      assert.equal((await asked()).length, 2, 'asks for less than before');
      assert.deepEqual(
        await test.store.subscribeWebhooks([], START + 22 * MINUTE, START + 12 * MINUTE),
        [{ endpoint, prefix: 'auth.totp.' }],
        'says what is forgotten',
      );
      await happen(START + 22 * MINUTE, added);
      assert.equal((await asked()).length, 2);
      assert.ok(await claim(22), 'once asked for, it is delivered to whoever asks for it');
    });

    it('outlive their person, like the audit: the host is told what was done to an account that is gone', async () => {
      await happen(START, added);
      await test.store.forgetUser(person.id);
      assert.equal((await claimed(0)).event?.subject, person.id);
    });

    it('say so when the audit has their event no more', async () => {
      await happen(START, added);
      await test.store.sweepActivity({
        deleteUntil: START + MINUTE,
        sampleUntil: START,
        sample: 1,
        now: START,
        most: 1_000,
      });
      assert.equal((await claimed(0)).event, undefined);
    });

    it('are swept away a week after they were taken, thirty days after they were given up, and never while they are asked for and on their way', async () => {
      await happen(START, added, added, added);
      await test.store.webhookSent(await claimed(0), START);
      await test.store.webhookFailed(await claimed(0), { givenUpAt: START + DAY }, 'answered 500');
      const left = async (at: number): Promise<number> => {
        await test.store.sweep(at);
        return (await asked()).length;
      };
      assert.deepEqual(
        [
          await left(START + 7 * DAY - 1),
          await left(START + 7 * DAY),
          await left(START + 31 * DAY - 1),
          await left(START + 31 * DAY),
          await left(START + 1_000 * DAY),
        ],
        [3, 2, 2, 1, 1],
      );
      await forgetAll();
      assert.deepEqual([await left(START + 30 * DAY - 1), await left(START + 30 * DAY)], [1, 0]);
    });
  });
}
