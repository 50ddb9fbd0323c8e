import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ADDRESS_LIMIT } from '../../../throttling/limits.ts';
import { MIGRATIONS } from '../../migrations/migrations.ts';
import type { MakeDatabase } from '../databases.ts';
import { aliveAt, DAY, MINUTE, Person, START } from '../person.ts';
import { openTestStore, useStore } from '../test-store.ts';
import { totpFactorsOf } from '../totp-of.ts';

export function housekeepingContract(make: MakeDatabase): void {
  describe('sweeping', () => {
    const test = useStore(make);

    it('removes what has ended, at the moment at which it ends and an enrolment half an hour later, and counts it', async () => {
      const person = await Person.enrolled(test.store);
      await person.beginSignIn();
      await test.store.startTotpEnrolment(person.enrolment(), 10);
      await test.store.countAttempt(ADDRESS_LIMIT, '192.0.2.1', { id: 'a', at: START });
      const left = async (): Promise<Record<string, number>> => ({
        sessions: await test.count('mfa_sessions'),
        pending: await test.count('mfa_pending_sign_ins'),
        enrolments: await test.count('mfa_totp_enrolments'),
        attempts: await test.count('mfa_attempts'),
      });
      assert.deepEqual(await left(), { sessions: 1, pending: 1, enrolments: 1, attempts: 1 });
      assert.equal(await test.store.sweep(START + 10 * MINUTE - 1), 0);
      await test.store.sweep(START + 10 * MINUTE);
      assert.deepEqual(await left(), { sessions: 1, pending: 0, enrolments: 1, attempts: 1 });
      await test.store.sweep(START + 15 * MINUTE - 1);
      assert.deepEqual(await left(), { sessions: 1, pending: 0, enrolments: 1, attempts: 1 });
      await test.store.sweep(START + 15 * MINUTE);
      assert.deepEqual(await left(), { sessions: 1, pending: 0, enrolments: 1, attempts: 0 });
      await test.store.sweep(START + 45 * MINUTE - 1);
      assert.deepEqual(await left(), { sessions: 1, pending: 0, enrolments: 1, attempts: 0 });
      await test.store.sweep(START + 45 * MINUTE);
      assert.deepEqual(await left(), { sessions: 1, pending: 0, enrolments: 0, attempts: 0 });
      await test.store.sweep(START + DAY);
      assert.deepEqual(await left(), { sessions: 0, pending: 0, enrolments: 0, attempts: 0 });
      assert.equal((await totpFactorsOf(test.store, person.id)).length, 1, 'factors do not end');
    });

    it('removes remembered devices at the moment at which they expire, those too that died before (S5)', async () => {
      const person = await Person.enrolled(test.store);
      await person.rememberDevice();
      await test.store.sweep(START + 30 * DAY - 1);
      assert.equal(await test.count('mfa_remembered_devices', person.id), 1);
      await test.store.sweep(START + 30 * DAY);
      assert.equal(await test.count('mfa_remembered_devices', person.id), 0);
      const other = await Person.enrolled(test.store);
      await other.rememberDevice();
      await test.store.endEverySignIn(other.id, aliveAt(START), undefined, () => []);
      await test.store.sweep(START + 30 * DAY);
      assert.equal(await test.count('mfa_remembered_devices', other.id), 0);
    });

    it('changes no verdict: what closed an account is remembered as long as it matters (L1)', async () => {
      const person = new Person(test.store);
      const close = async (now: number): Promise<number> => {
        let closedUntil = 0;
        for (let failure = 1; failure <= 10; failure += 1) {
          const attempt = person.attempt(now);
          await test.store.countProofAttempt(attempt);
          closedUntil = (await test.store.recordFailure(attempt, now, () => [])).closedUntil ?? 0;
        }
        return closedUntil;
      };
      const opens = await close(START);
      await test.store.sweep(START + MINUTE);
      assert.equal((await test.store.countProofAttempt(person.attempt(opens - 1))).verdict, 'closed');
      await test.store.sweep(opens + DAY);
      assert.equal(
        await close(opens + DAY),
        opens + DAY + 30 * MINUTE,
        'the second closing is still the second',
      );
      await test.store.sweep(opens + 4 * DAY);
      const rows = await test.rows('SELECT closures FROM mfa_throttles WHERE subject = $1', person.id);
      assert.deepEqual(rows, [{ closures: 0 }], 'and after two days the next is the first again');
    });

    it('forgets no failure in a row, however slowly they come: the fifth is worth a mail', async () => {
      const person = await Person.enrolled(test.store);
      const inARow: number[] = [];
      for (let failure = 0; failure < 5; failure += 1) {
        const now = START + failure * 20 * MINUTE;
        await test.store.sweep(now);
        const attempt = person.attempt(now);
        await test.store.countProofAttempt(attempt);
        inARow.push((await test.store.recordFailure(attempt, now, () => [])).inARow);
      }
      assert.deepEqual(inARow, [1, 2, 3, 4, 5]);
    });

    it('keeps mails that are still to be sent, and those that were sent or given up for thirty days', async () => {
      const person = new Person(test.store);
      const happening = { event: 'auth.totp.added', outcome: 'success' } as const;
      await test.store.recordEntries(person.entries(happening, happening, happening));
      const claimed = await test.store.claimNotice(START, START + MINUTE);
      await test.store.noticeSent(claimed!.id, START);
      const givenUp = await test.store.claimNotice(START, START + MINUTE);
      for (const mail of [claimed!, givenUp!])
        await test.store.settleAddress(mail, { address: 'a' }, START, START + MINUTE);
      await test.store.noticeFailed(givenUp!, { givenUpAt: START + MINUTE }, 'nobody to tell');
      await test.store.sweep(START + 30 * DAY - 1);
      assert.equal(await test.count('mfa_outbox', person.id), 3);
      assert.equal(await test.count('mfa_mail_deliveries', person.id), 2);
      await test.store.sweep(START + 30 * DAY);
      assert.equal(await test.count('mfa_outbox', person.id), 2);
      assert.equal(await test.count('mfa_mail_deliveries', person.id), 1);
      await test.store.sweep(START + 30 * DAY + MINUTE);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
      assert.equal(await test.count('mfa_mail_deliveries', person.id), 0);
      await test.store.sweep(START + 1_000 * DAY);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
    });

    it('removes however much has ended, some of it at a time', async () => {
      await test.rows(
        `INSERT INTO mfa_attempts (subject, name, at, id)
         WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 2500)
         SELECT 'address', 'address', CAST($1 AS BIGINT), 'attempt ' || n FROM counted`,
        START,
      );
      test.roundTrips.length = 0;
      assert.ok((await test.store.sweep(START + DAY)) >= 2_500);
      assert.equal(await test.count('mfa_attempts'), 0);
      const deleted = test.roundTrips.flat().filter((text) => text.startsWith('DELETE FROM mfa_sessions'));
      assert.equal(deleted.length, 3);
    });

    for (const [table, key, columns] of [
      [
        'mfa_throttles',
        'subject',
        `(subject, name, closed_until, closures) SELECT 'many ' || n, 'address', 0, n % 2`,
      ],
      [
        'mfa_recovery_asks',
        'id',
        `(id, login_box, login_key_id, at, due_at, ip, user_agent, request_id) SELECT 'many ' || n, '', '', 0, 0, '', '', ''`,
      ],
    ] as const)
      it(`holds up nobody for long, however many addresses wrote to ${table}`, async () => {
        await test.rows(
          `INSERT INTO ${table} ${columns}
           FROM (WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 2500) SELECT n FROM counted) AS many`,
        );
        test.roundTrips.length = 0;
        assert.ok((await test.store.sweep(START + 1_000 * DAY)) >= 2_500);
        assert.deepEqual(await test.rows(`SELECT ${key} FROM ${table} WHERE ${key} LIKE 'many %'`), []);
        const deleted = test.roundTrips.flat().filter((text) => text.startsWith(`DELETE FROM ${table}`));
        assert.equal(deleted.length, 3);
      });

    it('leaves the audit to its own sweep', async () => {
      const person = new Person(test.store);
      await test.store.recordEntries(person.entries({ event: 'auth.totp.added', outcome: 'success' }));
      await test.store.sweep(START + 10_000 * DAY);
      const rows = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.equal(rows.length, 1);
    });
  });

  describe('the database', () => {
    it('answers while it is open, and rejects afterwards (S8)', async () => {
      const opened = await openTestStore(make);
      assert.equal(await opened.store.isUpToDate(), true);
      await opened.close();
      await assert.rejects(opened.store.isUpToDate());
      await assert.rejects(opened.store.findSession('any', START, 0));
      await assert.rejects(opened.store.countProofAttempt(new Person(opened.store).attempt()));
    });

    it('says when a migration is missing in it, as after an older backup was put in its place', async () => {
      const opened = await openTestStore(make);
      const { name } = MIGRATIONS.at(-1)!;
      await opened.rows('DELETE FROM mfa_migrations WHERE name = $1 RETURNING name', name);
      assert.equal(await opened.store.isUpToDate(), false);
      await opened.close();
    });
  });
}
