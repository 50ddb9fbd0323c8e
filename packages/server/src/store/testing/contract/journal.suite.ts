import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import type { AuditEvent } from '../../../activity/audit-event.ts';
import { onceAMinute, systemEntry } from '../../../activity/journal.ts';
import type { MakeDatabase } from '../databases.ts';
import { accepted, DAY, HOUR, MINUTE, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function journalContract(make: MakeDatabase): void {
  describe('the audit', () => {
    const test = useStore(make);

    it('keeps every field of an event', async () => {
      const person = new Person(test.store);
      const event: AuditEvent = {
        id: 'event-1',
        at: START,
        event: 'auth.2fa.failure',
        outcome: 'failure',
        reason: 'wrong',
        subject: person.id,
        actor: { kind: 'support', id: 'agent-7' },
        method: 'totp',
        factor: { id: 'factor-1', label: 'Ärmel "✓"' },
        sessionId: 'session-1',
        ip: '2001:db8::7',
        userAgent: 'a browser',
        traits: { device: 'a browser', network: '2001:db8:0::/48' },
        requestId: 'request-1',
        details: { purpose: 'sign-in', remaining: 3, pendingEnded: true, list: ['a', 'b'] },
      };
      await test.store.recordEntries([{ event }]);
      const [row] = await test.rows<Record<string, unknown>>(
        'SELECT * FROM mfa_audit_events WHERE subject = $1',
        person.id,
      );
      assert.deepEqual(
        { ...row, details: JSON.parse(String(row?.['details'])) as unknown },
        {
          subject: person.id,
          id: 'event-1',
          at: START,
          event: 'auth.2fa.failure',
          outcome: 'failure',
          reason: 'wrong',
          actor_kind: 'support',
          actor_id: 'agent-7',
          method: 'totp',
          factor_id: 'factor-1',
          factor_label: 'Ärmel "✓"',
          session_id: 'session-1',
          ip: '2001:db8::7',
          user_agent: 'a browser',
          request_id: 'request-1',
          details: event.details,
          device: 'a browser',
          network: '2001:db8:0::/48',
          workspace: '',
          reported_at: null,
          sampled_at: null,
        },
      );
    });

    it('takes an event that is written once a minute once, and again in the next, and each subject for itself', async () => {
      const person = new Person(test.store);
      const tell = (at: number, subject = 'a'): Promise<void> =>
        test.store.recordEntries(
          person
            .entriesAt(at, { event: 'auth.step_up.required', outcome: 'blocked', details: { subject } })
            .map((entry) => onceAMinute(entry, `${person.id} ${subject}`)),
        );
      for (const at of [START, START, START + MINUTE - 1, START + MINUTE]) await tell(at);
      await Promise.all([tell(START + HOUR), tell(START + HOUR), tell(START + HOUR)]);
      await tell(START, 'b');
      const rows = await test.rows<{ at: number; details: string }>(
        'SELECT at, details FROM mfa_audit_events WHERE subject = $1 ORDER BY details, at',
        person.id,
      );
      assert.deepEqual(
        rows.map(({ at, details }) => [at, (JSON.parse(details) as { subject: string }).subject]),
        [
          [START, 'a'],
          [START + MINUTE, 'a'],
          [START + HOUR, 'a'],
          [START, 'b'],
        ],
      );
    });

    it('takes an event that is written once a minute however long its subject is', async () => {
      const person = new Person(test.store);
      const subject = `${person.id} ${randomBytes(8_000).toString('hex')}`;
      for (let count = 0; count < 2; count += 1) {
        const entries = person.entriesAt(START, { event: 'auth.step_up.required', outcome: 'blocked' });
        await test.store.recordEntries(entries.map((entry) => onceAMinute(entry, subject)));
      }
      const rows = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.equal(rows.length, 1);
    });

    it('takes several events at once and none at all', async () => {
      const subject = new Person(test.store).id;
      await test.store.recordEntries([]);
      const happening = { event: 'auth.keys.rotated', outcome: 'success' } as const;
      await test.store.recordEntries([
        systemEntry(START, subject, happening),
        systemEntry(START, subject, happening),
      ]);
      const rows = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', subject);
      assert.equal(rows.length, 2);
    });
  });

  describe('a change, its event and its mail', () => {
    const test = useStore(make);

    const stored = async (person: Person): Promise<{ events: string[]; mails: string[] }> => {
      const events = await test.rows<{ event: string }>(
        'SELECT event FROM mfa_audit_events WHERE subject = $1 ORDER BY id',
        person.id,
      );
      const mails = await test.rows<{ notice: string }>(
        'SELECT notice FROM mfa_outbox WHERE user_id = $1 ORDER BY id',
        person.id,
      );
      return { events: events.map(({ event }) => event), mails: mails.map(({ notice }) => notice) };
    };

    it('are written together', async () => {
      const person = await Person.enrolled(test.store);
      await test.store.removeTotpFactor(await person.removal(), person.factorId, () =>
        person.entries(
          { event: 'auth.totp.removed', outcome: 'success' },
          { event: 'auth.2fa.disabled', outcome: 'success' },
        ),
      );
      assert.deepEqual(await stored(person), {
        events: ['auth.totp.removed', 'auth.2fa.disabled'],
        mails: ['totp-removed', 'mfa-disabled'],
      });
    });

    it('are undone together: nothing is told of what did not happen', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const used = { event: 'auth.recovery_code.used', outcome: 'success' } as const;
      const entries = (): ReturnType<Person['entries']> => person.entries(used);
      const spent = accepted(person.factorId, 0);
      assert.equal(await test.store.completeSignIn(person.completion(pending, spent, { entries })), 'spent');
      assert.deepEqual(await stored(person), { events: [], mails: [] });
    });

    it('are undone together when the last statement fails', async () => {
      const person = await Person.enrolled(test.store);
      const happening = { event: 'auth.totp.removed', outcome: 'success' } as const;
      const [entry] = person.entries(happening);
      await test.store.recordEntries([entry!]);
      // The same event twice: its key is taken, which is as good a failure as any.
      await assert.rejects(
        test.store.removeTotpFactor(await person.removal(), person.factorId, () => [entry!]),
      );
      await assert.rejects(test.store.recordEntries([...person.entries(happening), entry!]));
      assert.deepEqual(await stored(person), { events: ['auth.totp.removed'], mails: ['totp-removed'] });
      const { totpFactors, epoch, recoveryCodes } = await person.facts();
      assert.deepEqual([totpFactors, epoch, recoveryCodes?.remaining], [1, 1, 10]);
    });

    it('are undone together when making the entries fails', async () => {
      const person = await Person.enrolled(test.store);
      const removal = test.store.removeTotpFactor(await person.removal(), person.factorId, () => {
        throw new RangeError('no words for this');
      });
      await assert.rejects(removal, RangeError);
      assert.equal((await person.facts()).totpFactors, 1);
      assert.equal((await Person.signedIn(test.store)).store, test.store, 'the store goes on');
    });

    it('go with a failure, too: the verdict is told before the event is made', async () => {
      const person = await Person.enrolled(test.store);
      for (let failure = 1; failure <= 9; failure += 1) await person.fail(START);
      const attempt = person.attempt();
      await test.store.countTotpAttempt(attempt);
      await test.store.recordFailure(attempt, START, ({ closedUntil }) =>
        person.entries({
          event: 'auth.2fa.brute_force_blocked',
          outcome: 'blocked',
          details: { closed: closedUntil !== undefined },
        }),
      );
      const [row] = await test.rows('SELECT details FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.deepEqual(row, { details: '{"closed":true}' });
    });
  });

  describe('mails that guessing could cause', () => {
    const test = useStore(make);
    const tell = async (person: Person, event: AuditEvent['event'], at: number): Promise<number> => {
      await test.store.recordEntries(person.entriesAt(at, { event, outcome: 'blocked' }));
      return test.count('mfa_outbox', person.id);
    };

    it('go out at most once an hour; the events are all kept', async () => {
      const person = new Person(test.store);
      const event = 'auth.2fa.brute_force_blocked';
      assert.equal(await tell(person, event, START), 1);
      assert.equal(await tell(person, event, START + 1), 1);
      assert.equal(await tell(person, event, START + HOUR - 1), 1);
      assert.equal(await tell(person, event, START + HOUR), 2);
      const events = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.equal(events.length, 4);
    });

    it('are not kept back by one from a time to come, which a clock wrote that was ahead', async () => {
      const person = new Person(test.store);
      const event = 'auth.2fa.brute_force_blocked';
      assert.equal(await tell(person, event, START + 30 * DAY), 1);
      assert.equal(await tell(person, event, START), 2);
      assert.equal(await tell(person, event, START + 1), 2);
    });

    it('go out once for an event that is written once a minute', async () => {
      const person = new Person(test.store);
      for (let count = 0; count < 3; count += 1) {
        const entries = person.entriesAt(START, {
          event: 'auth.passkey.counter_anomaly',
          outcome: 'blocked',
        });
        await test.store.recordEntries(entries.map((entry) => onceAMinute(entry, person.id)));
      }
      assert.equal(await test.count('mfa_outbox', person.id), 1);
    });

    it('are quiet per person and per kind', async () => {
      const [person, other] = [new Person(test.store), new Person(test.store)];
      await tell(person, 'auth.2fa.brute_force_blocked', START);
      assert.equal(await tell(person, 'auth.2fa.replay_attempt', START), 2);
      assert.equal(await tell(other, 'auth.2fa.brute_force_blocked', START), 1);
    });

    it('do not quieten the others: each removal is told', async () => {
      const person = new Person(test.store);
      await tell(person, 'auth.totp.removed', START);
      assert.equal(await tell(person, 'auth.totp.removed', START), 2);
    });
  });
}
