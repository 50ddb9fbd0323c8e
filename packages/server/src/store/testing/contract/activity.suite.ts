import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActivityPage, RecordedEvent } from '../../../activity/activity.store.ts';
import type { AuditEvent, Happening } from '../../../activity/audit-event.ts';
import type { Entry } from '../../../activity/journal.ts';
import { idsFrom, newTimeOrderedId, randomPart } from '../../../secrets/ids.ts';
import type { MakeDatabase } from '../databases.ts';
import { doing, everything, failed, namesOf, positionOf, signedIn } from '../events.ts';
import { DAY, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function activityContract(make: MakeDatabase): void {
  describe('the activity of a person', () => {
    const test = useStore(make);
    const record = (entries: readonly Entry[]): Promise<void> => test.store.recordEntries(entries);
    const list = (person: Person, page: Partial<ActivityPage> = {}): Promise<readonly RecordedEvent[]> =>
      test.store.listActivity(person.id, { ...everything, ...page });

    it('is all that happened to them and nothing else, newest first, as it was written', async () => {
      const [person, other] = [new Person(test.store), new Person(test.store)];
      await record(doing(other.id)(signedIn));
      await record(doing(undefined)({ event: 'auth.sign_in.failure', outcome: 'failure' }));
      const [old] = doing(person.id, { sessionId: 'session-1' })({
        ...signedIn,
        method: 'totp',
        factor: { id: 'factor-1', label: 'Ärmel "✓"' },
        details: { stage: 'complete' },
      });
      await record([old!]);
      await record(doing(person.id, { at: START + 1 })(failed));
      const [newest, oldest, ...others] = await list(person);
      assert.deepEqual([newest?.event, newest?.reason, others], ['auth.2fa.failure', 'wrong', []]);
      const { traits, ...written } = old!.event;
      assert.deepEqual(traits, { device: 'a browser', network: '192.0.2.0/24' });
      const precedents = { any: false, device: false, network: false, failures: 0 };
      assert.deepEqual(oldest, { ...written, workspace: '', reported: false, precedents });
    });

    it('keeps the order in which one request did several things', async () => {
      const person = new Person(test.store);
      await record(
        doing(person.id)(
          { event: 'auth.totp.added', outcome: 'success' },
          { event: 'auth.2fa.enabled', outcome: 'success' },
          { event: 'auth.recovery_codes.generated', outcome: 'success' },
        ),
      );
      assert.deepEqual(namesOf(await list(person)), [
        'auth.recovery_codes.generated',
        'auth.2fa.enabled',
        'auth.totp.added',
      ]);
    });

    it('is filtered by name, and by what a name begins with, segment by segment', async () => {
      const person = new Person(test.store);
      for (const event of ['auth.totp.added', 'auth.totp.removed', 'auth.recovery_code.used'] as const)
        await record(doing(person.id)({ event, outcome: 'success' }));
      await record(doing(person.id)({ event: 'auth.recovery_codes.confirmed', outcome: 'success' }));
      const named = async (type: string): Promise<string[]> => namesOf(await list(person, { type }));
      assert.deepEqual(await named('auth.totp.added'), ['auth.totp.added']);
      assert.deepEqual(await named('auth.totp'), ['auth.totp.removed', 'auth.totp.added']);
      assert.deepEqual(await named('auth.recovery_code'), ['auth.recovery_code.used']);
      for (const nothing of ['auth.totp.add', 'auth.to', 'auth.totp.', 'auth_totp_added', '%', 'auth.%'])
        assert.deepEqual(await named(nothing), [], nothing);
    });

    it('is filtered by outcome and by address', async () => {
      const person = new Person(test.store);
      await record(doing(person.id, { ip: '2001:db8::7' })(failed));
      await record(doing(person.id)(signedIn));
      assert.deepEqual(namesOf(await list(person, { outcome: 'failure' })), ['auth.2fa.failure']);
      assert.deepEqual(namesOf(await list(person, { outcome: 'blocked' })), []);
      assert.deepEqual(namesOf(await list(person, { ip: '2001:db8::7' })), ['auth.2fa.failure']);
      assert.deepEqual(namesOf(await list(person, { ip: '2001:db8::' })), []);
      assert.deepEqual(namesOf(await list(person, { ip: '192.0.2.7', outcome: 'failure' })), []);
    });

    it('does not tell by its filter where an administrator was', async () => {
      const person = new Person(test.store);
      const [own] = doing(person.id)({ event: 'auth.2fa.disabled', outcome: 'success' });
      for (const kind of ['admin', 'support', 'system'] as const) {
        const id = newTimeOrderedId(START);
        await record([{ event: { ...own!.event, id, actor: { kind, id: 'someone else' } } }]);
      }
      assert.equal((await list(person)).length, 3);
      assert.deepEqual(await list(person, { ip: '192.0.2.7' }), []);
    });

    it('is filtered by time, the ends included', async () => {
      const person = new Person(test.store);
      for (const at of [START, START + 1, START + 2]) await record(doing(person.id, { at })(signedIn));
      const times = async (page: Partial<ActivityPage>): Promise<number[]> =>
        (await list(person, page)).map(({ at }) => at - START);
      assert.deepEqual(await times({ from: START + 1 }), [2, 1]);
      assert.deepEqual(await times({ to: START + 1 }), [1, 0]);
      assert.deepEqual(await times({ from: START + 1, to: START + 1 }), [1]);
      assert.deepEqual(await times({ from: START + 3 }), []);
      assert.deepEqual(await times({ from: 0, to: 253_402_300_799_999 }), [2, 1, 0]);
    });

    it('is read on from any event, through those of one millisecond too, whatever happens meanwhile', async () => {
      const person = new Person(test.store);
      for (let number = 0; number < 7; number += 1) {
        const happenings = Array.from({ length: 3 }, (_, index) => ({
          ...signedIn,
          reason: `${number}.${index}`,
        }));
        await record(doing(person.id, { at: START + number })(...happenings));
      }
      const read: (string | undefined)[] = [];
      let before: ActivityPage['before'];
      for (;;) {
        const page = await list(person, { most: 4, ...(before && { before }) });
        const last = page.at(-1);
        if (!last) break;
        read.push(...page.map(({ reason }) => reason));
        before = positionOf(last);
        await record(doing(person.id, { at: START + DAY })(signedIn));
      }
      const written = Array.from({ length: 21 }, (_, index) => `${Math.floor(index / 3)}.${index % 3}`);
      assert.deepEqual(read, written.reverse());
    });

    it('goes on after the moment of an event that is not there any more', async () => {
      const person = new Person(test.store);
      for (const at of [START, START + 1, START + 2]) await record(doing(person.id, { at })(signedIn));
      const gone = { at: START + 1, id: '0123456789abcdef' };
      assert.deepEqual(
        (await list(person, { before: gone })).map(({ at }) => at),
        [START],
      );
    });

    it('knows by no position of another person more than by its time', async () => {
      const [person, other] = [new Person(test.store), new Person(test.store)];
      await record(doing(other.id, { at: START + 1 })(failed));
      await record(doing(person.id)(signedIn));
      const [foreign] = await list(other);
      assert.deepEqual(namesOf(await list(person, { before: positionOf(foreign!) })), [
        'auth.sign_in.success',
      ]);
    });

    it('reads the key and not the table', async () => {
      const plan = test.url.startsWith('sqlite')
        ? 'EXPLAIN QUERY PLAN SELECT * FROM mfa_audit_events WHERE subject = $1 AND id < $2 ORDER BY id DESC LIMIT 50'
        : 'EXPLAIN SELECT * FROM mfa_audit_events WHERE subject = $1 AND id < $2 ORDER BY id DESC LIMIT 50';
      const rows = await test.rows<Record<string, unknown>>(plan, 'ada', idsFrom(START));
      assert.match(
        JSON.stringify(rows),
        /USING INDEX sqlite_autoindex_mfa_audit_events_1|mfa_audit_events_\w+_pkey/,
      );
      assert.doesNotMatch(JSON.stringify(rows), /SCAN mfa_audit_events|Seq Scan|Sort {2}\(|TEMP B-TREE/);
    });
  });

  describe('an event that was not the person', () => {
    const test = useStore(make);
    const reported: Happening = { event: 'auth.activity.reported', outcome: 'success' };

    async function somebody(): Promise<{ person: Person; id: string; report: () => Promise<unknown> }> {
      const person = new Person(test.store);
      await test.store.recordEntries(doing(person.id)(signedIn));
      const [event] = await test.store.listActivity(person.id, everything);
      const id = randomPart(event!.id);
      const report = (): Promise<unknown> =>
        test.store.reportEvent(person.id, id, START + 1, () => doing(person.id)(reported));
      return { person, id, report };
    }

    it('is reported once, however often it is said, and one entry is written (S1)', async () => {
      const { person, report } = await somebody();
      const [first, ...again] = await Promise.all([report(), report(), report()]);
      assert.equal((first as AuditEvent).event, 'auth.sign_in.success');
      assert.deepEqual(again, [first, first]);
      const events = await test.store.listActivity(person.id, everything);
      assert.deepEqual(namesOf(events), ['auth.activity.reported', 'auth.sign_in.success']);
      assert.deepEqual(
        events.map((event) => event.reported),
        [false, true],
      );
    });

    it('has to be the person\u2019s own', async () => {
      const { id, report } = await somebody();
      const other = new Person(test.store);
      assert.equal(await test.store.ownsEvent(other.id, id), false);
      const verdict = await test.store.reportEvent(other.id, id, START, () => doing(other.id)(reported));
      assert.equal(verdict, undefined);
      assert.deepEqual(await test.store.listActivity(other.id, everything), []);
      assert.notEqual(await report(), undefined);
    });

    it('is known to its owner by the part of its id that they were shown, and by no other', async () => {
      const { person, id } = await somebody();
      assert.equal(await test.store.ownsEvent(person.id, id), true);
      for (const wrong of ['', id.slice(1), `${id}0`, 'x'.repeat(16)])
        assert.equal(await test.store.ownsEvent(person.id, wrong), false);
    });
  });
}
