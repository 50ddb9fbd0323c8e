import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { DAY, failUntilLocked, HOUR, MINUTE, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function sessionsContract(make: MakeDatabase): void {
  describe('a session', () => {
    const test = useStore(make);

    it('comes with what is known of its person', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      await test.store.confirmRecoveryCodes(person.id, START, []);
      assert.deepEqual(await person.facts(), {
        userId: person.id,
        epoch: 2,
        totpFactors: 2,
        lockedTotpFactors: 0,
        passkeys: 0,
        recoveryCodes: { remaining: 10, total: 10, createdAt: START, confirmed: true },
      });
    });

    it('says how many authenticators are locked', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      await failUntilLocked(person);
      const { totpFactors, lockedTotpFactors } = await person.facts();
      assert.deepEqual({ totpFactors, lockedTotpFactors }, { totpFactors: 2, lockedTotpFactors: 2 });
    });

    it('ends when it expires (B1)', async () => {
      const { session } = await Person.signedIn(test.store);
      assert.ok(await test.store.findSession(session.tokenHash, START + DAY - 1, 0));
      assert.equal(await test.store.findSession(session.tokenHash, START + DAY, 0), undefined);
    });

    it('ends when it was not seen for too long (B1)', async () => {
      const { session } = await Person.signedIn(test.store);
      const now = START + HOUR;
      assert.ok(await test.store.findSession(session.tokenHash, now, START - 1));
      assert.equal(await test.store.findSession(session.tokenHash, now, START), undefined);
      await test.store.touchSession(session.tokenHash, START + MINUTE);
      const seen = await test.store.findSession(session.tokenHash, now, START);
      assert.equal(seen?.lastSeenAt, START + MINUTE);
    });

    it('is never seen earlier than it was: a slow request does not turn its clock back', async () => {
      const { session } = await Person.signedIn(test.store);
      await test.store.touchSession(session.tokenHash, START + HOUR);
      await test.store.touchSession(session.tokenHash, START + MINUTE);
      const found = await test.store.findSession(session.tokenHash, START + HOUR, 0);
      assert.equal(found?.lastSeenAt, START + HOUR);
    });

    it('is not found by a token that was never given', async () => {
      assert.equal(await test.store.findSession('no such token', START, 0), undefined);
    });

    it('ends once, and the event is written by the one call that ended it (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const end = (): Promise<boolean> =>
        test.store.endSession(
          person.session.id,
          person.entries({ event: 'auth.session.ended', outcome: 'success' }),
        );
      assert.deepEqual([await end(), await end()], [true, false]);
      assert.equal(await test.store.findSession(person.session.tokenHash, START, 0), undefined);
      const audit = await test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.deepEqual(audit, [{ event: 'auth.session.ended' }]);
    });

    it('keeps every character of what a browser says', async () => {
      const person = new Person(test.store);
      const userAgent = `it's "a" browser; $1 ?1 %s \\ – 𝔘𝔫𝔦 ✓ العربية`;
      const session = { ...person.session, userAgent, ip: '2001:db8::7' };
      await test.store.beginSignIn(person.start(START, { session }));
      const found = await test.store.findSession(session.tokenHash, START, 0);
      assert.deepEqual([found?.userAgent, found?.ip], [userAgent, '2001:db8::7']);
    });
  });
}
