import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Method } from '../../../sessions/proof.ts';
import type { MakeDatabase } from '../databases.ts';
import { addPasskey } from '../passkeys.ts';
import { accepted, aliveAt, HOUR, MINUTE, Person, START } from '../person.ts';
import { linkTo, mailLinks, newCase, requestedRecovery } from '../recoveries.ts';
import { useStore } from '../test-store.ts';

export function signInContract(make: MakeDatabase): void {
  describe('beginning a sign-in', () => {
    const test = useStore(make);

    it('becomes a session for a person without a factor', async () => {
      const person = new Person(test.store);
      const start = person.start();
      assert.equal(await test.store.beginSignIn(start), 'session');

      const found = await test.store.findSession(start.session.tokenHash, START, 0);
      assert.deepEqual(found, {
        ...start.session,
        lastSeenAt: START,
        facts: {
          userId: person.id,
          epoch: 0,
          totpFactors: 0,
          lockedTotpFactors: 0,
          passkeys: 0,
          owed: { workspace: '' },
        },
      });
      assert.equal(await test.store.findPendingSignIn(start.pending.tokenHash, START), undefined);
    });

    it('becomes a pending sign-in for a person with a factor', async () => {
      const person = await Person.enrolled(test.store);
      const start = person.start();
      assert.equal(await test.store.beginSignIn(start), 'pending');

      assert.deepEqual(await test.store.findPendingSignIn(start.pending.tokenHash, START), {
        tokenHash: start.pending.tokenHash,
        proofs: start.session.proofs,
        expiresAt: start.pending.expiresAt,
        facts: {
          userId: person.id,
          epoch: 1,
          totpFactors: 1,
          lockedTotpFactors: 0,
          passkeys: 0,
          owed: { workspace: '' },
          recoveryCodes: { remaining: 10, total: 10, createdAt: START, confirmed: false },
        },
      });
      assert.equal(await test.store.findSession(start.session.tokenHash, START, 0), undefined);
    });

    it('is one of twenty that a person has begun: one more takes the place of the oldest, and of nobody else’s', async () => {
      const [person, other] = [await Person.enrolled(test.store), await Person.enrolled(test.store)];
      const others = await other.beginSignIn();
      const begun: string[] = [];
      for (let count = 0; count < 22; count += 1) begun.push(await person.beginSignIn(START + count));
      const found = await Promise.all(begun.map((token) => test.store.findPendingSignIn(token, START + 22)));
      assert.deepEqual(
        found.map((pending) => pending !== undefined),
        begun.map((_, index) => index >= 2),
      );
      assert.ok(await test.store.findPendingSignIn(others, START));
    });

    const waysIn: Method[] = ['password', 'account-recovery', 'remembered-device'];
    for (const method of waysIn) {
      it(`asks for the factor whichever way the person came in: ${method} (S6)`, async () => {
        const person = await Person.enrolled(test.store);
        const session = { ...person.newSession(), proofs: [{ method, at: START }] };
        assert.equal(await test.store.beginSignIn(person.start(START, { session })), 'pending');
        assert.equal(await test.store.findSession(session.tokenHash, START, 0), undefined);
      });
    }

    it('ends the session and the pending sign-in that the browser held (B1)', async () => {
      const before = await Person.signedIn(test.store);
      const other = await Person.enrolled(test.store);
      const pendingTokenHash = await other.beginSignIn();
      const ended = { event: 'auth.session.ended', outcome: 'success' } as const;
      const givenUp = { event: 'auth.sign_in.failure', outcome: 'failure' } as const;
      const replacing = {
        session: { id: before.session.id, entries: before.entries(ended) },
        pending: { tokenHash: pendingTokenHash, entries: other.entries(givenUp) },
      };
      const again = { ...replacing, session: { ...replacing.session, entries: before.entries(ended) } };
      await test.store.beginSignIn(new Person(test.store).start(START, { replacing }));
      await test.store.beginSignIn(new Person(test.store).start(START, { replacing: again }));

      const told = (who: Person): Promise<readonly unknown[]> =>
        test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', who.id);
      assert.deepEqual(
        await told(before),
        [{ event: 'auth.session.ended' }],
        'told by the one that ended it',
      );
      assert.deepEqual(await told(other), [{ event: 'auth.sign_in.failure' }]);
      assert.equal(await test.store.findSession(before.session.tokenHash, START, 0), undefined);
      assert.equal(await test.store.findPendingSignIn(pendingTokenHash, START), undefined);
    });

    it('tells the audit what it became, in the same transaction', async () => {
      const person = await Person.enrolled(test.store);
      const told: string[] = [];
      await test.store.beginSignIn(
        person.start(START, {
          entries(became) {
            told.push(became);
            return person.entries({ event: 'auth.sign_in.success', outcome: 'success', reason: became });
          },
        }),
      );
      assert.deepEqual(told, ['pending']);
      const query = 'SELECT reason FROM mfa_audit_events WHERE subject = $1';
      assert.deepEqual(await test.rows(query, person.id), [{ reason: 'pending' }]);
    });
  });

  describe('a pending sign-in', () => {
    const test = useStore(make);

    it('is there until the moment at which it expires', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const expiresAt = START + 10 * MINUTE;
      assert.ok(await test.store.findPendingSignIn(pending, expiresAt - 1));
      assert.equal(await test.store.findPendingSignIn(pending, expiresAt), undefined);
    });

    it('can be dropped', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const entries = person.entries({ event: 'auth.sign_in.failure', outcome: 'failure' });
      for (let time = 0; time < 2; time += 1) await test.store.dropPendingSignIn(pending, entries);
      const audit = await test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.equal(audit.length, 1, 'told once');
      assert.equal(await test.store.findPendingSignIn(pending, START), undefined);
    });

    it('is not found by a token that was never given', async () => {
      assert.equal(await test.store.findPendingSignIn('no such token', START), undefined);
    });
  });

  describe('the death of pending sign-ins with the epoch', () => {
    const test = useStore(make);
    const deaths: Record<string, (person: Person & { factorId: string }) => Promise<unknown>> = {
      'the password was changed': ({ id }) =>
        test.store.endEverySignIn(id, aliveAt(START), undefined, () => []),
      'a factor was added': (person) => person.addFactor(),
      'a factor was removed': async (person) =>
        test.store.removeTotpFactor(await person.removal(), person.factorId, () => []),
      'all factors were removed': async (person) =>
        test.store.removeAllFactors(await person.removal(), () => []),
      'recovery codes were made anew': async (person) =>
        test.store.replaceRecoveryCodes(await person.removal(), { codes: [], createdAt: START }, []),
    };
    for (const [title, change] of Object.entries(deaths)) {
      it(`kills them when ${title}: not found, not counted, not completed (S5)`, async () => {
        const person = await Person.enrolled(test.store, { factors: 2 });
        const pending = await person.beginSignIn();
        await change(person);

        assert.equal(await test.store.findPendingSignIn(pending, START), undefined);
        assert.deepEqual(await test.store.countTotpAttempt(person.attempt(START, pending)), {
          verdict: 'gone',
        });
        assert.deepEqual(await test.store.countRecoveryCodeAttempt(person.attempt(START, pending), 'C000'), {
          verdict: 'gone',
        });
        const spent = accepted(person.factorId, 1);
        assert.equal(await test.store.completeSignIn(person.completion(pending, spent)), 'gone');
        const [attempts] = await test.rows<{ n: number }>(
          'SELECT count(*) AS n FROM mfa_attempts WHERE subject = $1',
          person.id,
        );
        assert.equal(attempts?.n, 0, 'a dead pending sign-in uses up no attempt of the account');
      });
    }
  });

  describe('the end of every sign-in', () => {
    const test = useStore(make);

    it('ends all sessions but the one in which the password was changed (S5)', async () => {
      const person = await Person.signedIn(test.store);
      const other = person.start();
      await test.store.beginSignIn(other);
      const stranger = await Person.signedIn(test.store);
      const happening = { event: 'auth.password.changed', outcome: 'success' } as const;
      await test.store.endEverySignIn(person.id, aliveAt(START), person.session.id, () =>
        person.entries(happening),
      );

      assert.equal((await person.facts()).epoch, 1);
      assert.equal(await test.store.findSession(other.session.tokenHash, START, 0), undefined);
      assert.equal((await stranger.facts()).epoch, 0);
      const query = 'SELECT event FROM mfa_audit_events WHERE subject = $1';
      assert.deepEqual(await test.rows(query, person.id), [{ event: 'auth.password.changed' }]);
    });

    it('tells of those that were alive: in what had idled out nobody was any more', async () => {
      const person = await Person.signedIn(test.store, START - 2 * HOUR);
      const start = person.start();
      await test.store.beginSignIn(start);
      const told: string[] = [];
      await test.store.endEverySignIn(person.id, aliveAt(START), undefined, (ids) => {
        told.push(...ids);
        return [];
      });
      assert.deepEqual(told, [start.session.id]);
      assert.equal(await test.count('mfa_sessions', person.id), 0);
    });

    it('outdates what was verified from that very moment on, and nothing that was verified after it (S5)', async () => {
      const person = await Person.signedIn(test.store);
      await test.store.endEverySignIn(person.id, aliveAt(START), undefined, () => []);
      assert.equal(await test.store.beginSignIn(person.start()), 'outdated');
      assert.equal(await test.store.beginSignIn(person.start(START + 1)), 'session');
    });

    it('ends all of them where the host changed the password by itself', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      await test.store.endEverySignIn(person.id, aliveAt(START), undefined, () => []);
      assert.equal(await test.count('mfa_sessions', person.id), 0);
      assert.equal(await test.store.findPendingSignIn(pending, START), undefined);
    });
  });

  describe('forgetting a person', () => {
    const test = useStore(make);

    it('leaves nothing but the audit, and nobody else touched', async () => {
      const person = await Person.enrolled(test.store);
      const stranger = await Person.enrolled(test.store);
      for (const who of [person, stranger]) {
        await addPasskey(who);
        await test.store.startTotpEnrolment(who.enrolment(), 10);
        const grace = { workspace: '', deadlines: { deadline: START }, remindAt: undefined };
        await test.store.startGrace({ userId: who.id, ...grace }, []);
        await who.rememberDevice();
        await test.store.useProof({ sessionId: who.session.id, action: 'keys.reveal', proof: 'totp app 1' });
        const pending = await who.beginSignIn();
        await who.fail(START, pending);
        await test.store.startRecoveryCase(newCase(who), { workspace: '' }, []);
        await mailLinks(who, await requestedRecovery(who), linkTo('cancel'));
        await test.store.recordEntries(who.entries({ event: 'auth.2fa.factor_locked', outcome: 'blocked' }));
      }
      for (let mail; (mail = await test.store.claimNotice(START, START + MINUTE));)
        await test.store.settleAddress(mail, { address: 'hash' }, START, START + MINUTE);
      await test.store.forgetUser(person.id);

      const tables = await tablesWith(test.rows, test.url, 'user_id');
      assert.ok(tables.length >= 8, 'the tables were found');
      for (const table of tables) {
        assert.equal(await test.count(table, person.id), 0, `${table} forgets`);
        assert.notEqual(await test.count(table, stranger.id), 0, `${table} keeps the others`);
      }
      for (const table of ['mfa_throttles', 'mfa_attempts']) {
        const query = `SELECT DISTINCT subject FROM ${table}`;
        const subjects = await test.rows<{ subject: string }>(query);
        assert.deepEqual(
          subjects.map(({ subject }) => subject),
          [stranger.id],
          table,
        );
      }
      const audit = await test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.deepEqual(audit, [{ event: 'auth.2fa.factor_locked' }]);
    });
  });
}

/** Asked of the database itself, so that a table added later is not forgotten here. */
async function tablesWith(
  rows: <Row>(query: string, ...parameters: readonly string[]) => Promise<readonly Row[]>,
  url: string,
  column: string,
): Promise<readonly string[]> {
  const query = url.startsWith('sqlite:')
    ? `SELECT t.name AS name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = $1`
    : `SELECT CAST(table_name AS TEXT) AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = $1`;
  return (await rows<{ name: string }>(query, column)).map(({ name }) => name);
}
