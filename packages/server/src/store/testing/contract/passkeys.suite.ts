import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PasskeyRemovalFacts, StoredPasskey } from '../../../passkeys/passkeys.store.ts';
import { ADDRESS_LIMIT } from '../../../throttling/limits.ts';
import type { Reservation } from '../../../throttling/throttling.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { addPasskey, MOST_PASSKEYS, passkeyOf, registrationOf, useOf } from '../passkeys.ts';
import { aliveAt, MINUTE, Person, roomAt, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function passkeysContract(make: MakeDatabase): void {
  describe('registering a passkey', () => {
    const test = useStore(make);

    it('makes the passkey, the recovery codes, a new token and a new epoch at once', async () => {
      const person = await Person.signedIn(test.store);
      const entries = person.entries({ event: 'auth.passkey.added', outcome: 'success' });
      const registration = await registrationOf(person, passkeyOf(person), { entries });
      assert.equal(await test.store.registerPasskey(registration, MOST_PASSKEYS), 'registered');
      assert.equal(await test.store.findSession(person.session.tokenHash, START, 0), undefined);
      person.tookOver(registration.rotation);
      const { passkeys, epoch, recoveryCodes } = await person.facts();
      assert.deepEqual([passkeys, epoch, recoveryCodes?.remaining], [1, 1, 10]);
      assert.deepEqual(await test.store.listPasskeys(person.id), [registration.passkey]);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
    });

    it('is taken for a credential that anybody has, and nothing is changed (W9)', async () => {
      const owner = await Person.signedIn(test.store);
      const { credentialId } = await addPasskey(owner);
      for (const person of [owner, await Person.signedIn(test.store)]) {
        const registration = await registrationOf(person, passkeyOf(person, { credentialId }));
        const { epoch } = await person.facts();
        assert.equal(await test.store.registerPasskey(registration, MOST_PASSKEYS), 'taken');
        assert.equal((await person.facts()).epoch, epoch);
      }
    });

    it('of one credential by two people at once has one winner (W9)', async () => {
      const people = await Promise.all([Person.signedIn(test.store), Person.signedIn(test.store)]);
      const [one, other] = people;
      const { credentialId } = passkeyOf(one);
      const registrations = await Promise.all(
        people.map((person) => registrationOf(person, passkeyOf(person, { credentialId }))),
      );
      const verdicts = registrations.map((registration) =>
        test.store.registerPasskey(registration, MOST_PASSKEYS),
      );
      assert.deepEqual((await Promise.all(verdicts)).sort(), ['registered', 'taken']);
      const held = [...(await test.store.listPasskeys(one.id)), ...(await test.store.listPasskeys(other.id))];
      assert.equal(held.length, 1);
    });

    it('holds the cap: the last that fits is registered, the next is not (S7)', async () => {
      const person = await Person.signedIn(test.store);
      for (let count = 1; count < MOST_PASSKEYS; count += 1) await addPasskey(person);
      await addPasskey(person);
      const registration = await registrationOf(person);
      assert.equal(await test.store.registerPasskey(registration, MOST_PASSKEYS), 'limit');
      assert.equal((await test.store.listPasskeys(person.id)).length, MOST_PASSKEYS);
    });

    it('holds the cap when sixteen try at once (S7)', async () => {
      const person = await Person.signedIn(test.store);
      for (let count = 1; count < MOST_PASSKEYS; count += 1) await addPasskey(person);
      const registrations = await Promise.all(Array.from({ length: 16 }, () => registrationOf(person)));
      const verdicts = await Promise.all(
        registrations.map((registration) => test.store.registerPasskey(registration, MOST_PASSKEYS)),
      );
      assert.equal(verdicts.filter((verdict) => verdict === 'registered').length, 1);
      assert.equal((await test.store.listPasskeys(person.id)).length, MOST_PASSKEYS);
    });

    it('answers conflict when the account changed since the right to enrol was checked (S5)', async () => {
      const person = await Person.signedIn(test.store);
      const registration = await registrationOf(person);
      await test.store.endEverySignIn(person.id, aliveAt(START), person.session.id, () => []);
      assert.equal(await test.store.registerPasskey(registration, MOST_PASSKEYS), 'conflict');
    });

    it('answers gone when the session ended meanwhile, and all of it is undone', async () => {
      const person = await Person.signedIn(test.store);
      const registration = await registrationOf(person);
      await test.store.endSession(person.session.id, aliveAt(START), []);
      assert.equal(await test.store.registerPasskey(registration, MOST_PASSKEYS), 'gone');
      assert.deepEqual(await test.store.listPasskeys(person.id), []);
      assert.equal(await test.count('mfa_recovery_codes', person.id), 0);
    });
  });

  describe('the use of a passkey', () => {
    const test = useStore(make);

    async function use(
      person: Person,
      passkey: StoredPasskey,
      counter: number,
      {
        reservation,
        ...change
      }: { anyCounter?: boolean; backedUp?: boolean; reservation?: Reservation } = {},
    ): Promise<string> {
      const spent = useOf(passkey, { counter, ...change });
      const session = person.newSession();
      return test.store.completePasskeySignIn({
        ...(reservation && { reservation }),
        spent,
        session,
        room: roomAt(START),
        replacing: {},
        entries: [],
        cancelled: () => [],
      });
    }

    const stored = (person: Person, { id }: StoredPasskey): Promise<StoredPasskey | undefined> =>
      test.store.findPasskey(person.id, id);

    it('writes counter, backup state and time', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person, { counter: 3 });
      assert.equal(await use(person, passkey, 4, { backedUp: false }), 'completed');
      const after = { ...passkey, counter: 4, backedUp: false, lastUsedAt: START };
      assert.deepEqual(await stored(person, passkey), after);
    });

    it('is spent for a counter that stands still or goes back, unless any will do; then the highest stays (W6)', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person, { counter: 5 });
      for (const counter of [5, 4, 0]) assert.equal(await use(person, passkey, counter), 'spent');
      assert.deepEqual(await stored(person, passkey), passkey);
      assert.equal(await use(person, passkey, 2, { anyCounter: true }), 'completed');
      assert.equal((await stored(person, passkey))?.counter, 5);
    });

    it('gives back the room of its attempt when it is accepted, and keeps it when it is spent (S2, S3)', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person, { counter: 5 });
      const address = 'the address of a passkey';
      for (const [counter, verdict, left] of [
        [5, 'spent', 1],
        [6, 'completed', 0],
      ] as const) {
        const attempt = { id: 'the attempt', at: START };
        await test.store.reserveAttempt(ADDRESS_LIMIT, address, attempt);
        const reservation = { limit: ADDRESS_LIMIT, subject: address, attempt };
        assert.equal(await use(person, passkey, counter, { reservation }), verdict);
        const [row] = await test.rows<{ attempts: number }>(
          'SELECT count(*) AS attempts FROM mfa_attempts WHERE subject = $1',
          address,
        );
        assert.equal(Number(row?.attempts), left);
        await test.store.withdrawAttempt(ADDRESS_LIMIT, address, attempt);
      }
    });

    it('may show 0 again and again where it never counted (W6)', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person);
      assert.deepEqual(
        [await use(person, passkey, 0), await use(person, passkey, 0)],
        ['completed', 'completed'],
      );
      assert.equal(await use(person, passkey, 1), 'completed');
      assert.equal(await use(person, passkey, 0), 'spent');
    });

    it('at one counter has one winner of sixteen at once, and fifteen sessions fewer (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person, { counter: 1 });
      const verdicts = await Promise.all(Array.from({ length: 16 }, () => use(person, passkey, 2)));
      assert.equal(verdicts.filter((verdict) => verdict === 'completed').length, 1);
      assert.equal(await test.count('mfa_sessions', person.id), 2);
    });

    it('is spent once the passkey is revoked, and for a passkey of somebody else (W2)', async () => {
      const person = await Person.signedIn(test.store);
      const stranger = await Person.signedIn(test.store);
      const passkey = await addPasskey(person);
      assert.equal(await use(stranger, passkey, 0), 'spent');
      await test.store.removePasskey(await person.removal(), passkey.id, () => []);
      assert.equal(await use(person, passkey, 0), 'spent');
      assert.equal(await test.count('mfa_sessions', stranger.id), 1);
    });

    it('against a revocation at the same time: whatever wins, no session is opened by a passkey that is gone', async () => {
      for (let round = 0; round < 8; round += 1) {
        const person = await Person.signedIn(test.store);
        const passkey = await addPasskey(person);
        const removal = await person.removal();
        const [used, removed] = await Promise.all([
          use(person, passkey, 0),
          test.store.removePasskey(removal, passkey.id, () => []),
        ]);
        assert.equal(removed, 'removed');
        assert.equal(await test.count('mfa_sessions', person.id), used === 'completed' ? 2 : 1);
        assert.equal(await use(person, passkey, 0), 'spent');
      }
    });

    it('ends the tokens that the browser held (B1)', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person);
      const pendingTokenHash = await person.beginSignIn();
      const replacing = {
        session: { id: person.session.id, entries: [] },
        pending: { tokenHash: pendingTokenHash, entries: [] },
      };
      const session = person.newSession();
      const spent = useOf(passkey);
      await test.store.completePasskeySignIn({
        spent,
        session,
        room: roomAt(START),
        replacing,
        entries: [],
        cancelled: () => [],
      });
      assert.equal(await test.store.findSession(person.session.tokenHash, START, 0), undefined);
      assert.equal(await test.store.findPendingSignIn(pendingTokenHash, START), undefined);
      assert.ok(await test.store.findSession(session.tokenHash, START, 0));
    });

    it('completes a pending sign-in without an attempt counted, and undoes nothing but itself when spent (S3)', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person, { counter: 1 });
      const pending = await person.beginSignIn();
      const completion = (counter: number): Parameters<typeof test.store.completeSignIn>[0] => ({
        pendingTokenHash: pending,
        spent: useOf(passkey, { counter }),
        session: person.newSession(),
        room: roomAt(START),
        entries: () => [],
        cancelled: () => [],
      });
      assert.equal(await test.store.completeSignIn(completion(1)), 'spent');
      assert.equal(await test.store.completeSignIn(completion(2)), 'completed');
      assert.equal(await test.store.completeSignIn(completion(3)), 'gone');
      assert.equal((await stored(person, passkey))?.counter, 2);
    });

    it('counts a refusal against the pending sign-in, which ends with the fifth (L1)', async () => {
      const person = await Person.signedIn(test.store);
      await addPasskey(person);
      const pending = await person.beginSignIn();
      const entries = person.entries({ event: 'auth.2fa.failure', outcome: 'failure' });
      const ended: boolean[] = [];
      const refuse = (): Promise<void> =>
        test.store.recordPasskeyFailure(pending, (pendingEnded) => {
          ended.push(pendingEnded);
          return pendingEnded ? entries : [];
        });
      for (let count = 0; count < 4; count += 1) await refuse();
      assert.ok(await test.store.findPendingSignIn(pending, START));
      await refuse();
      assert.deepEqual(ended, [false, false, false, false, true]);
      assert.equal(await test.store.findPendingSignIn(pending, START), undefined);
      const rows = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.equal(rows.length, 1);
    });
  });

  describe('a registered passkey', () => {
    const test = useStore(make);

    it('is found by its person and id together, and listed in the order of their making', async () => {
      const person = await Person.signedIn(test.store);
      const stranger = await Person.signedIn(test.store);
      const made: StoredPasskey[] = [];
      for (const minutes of [0, 1, 2])
        made.push(await addPasskey(person, { createdAt: START + minutes * MINUTE }));
      assert.deepEqual(await test.store.listPasskeys(person.id), made);
      assert.deepEqual(await test.store.findPasskey(person.id, made[1]!.id), made[1]);
      assert.equal(await test.store.findPasskey(stranger.id, made[1]!.id), undefined);
    });

    it('can be renamed by its owner, which changes nothing else', async () => {
      const person = await Person.signedIn(test.store);
      const stranger = await Person.signedIn(test.store);
      const passkey = await addPasskey(person);
      const entries = person.entries({ event: 'auth.passkey.renamed', outcome: 'success' });
      const renamed = await test.store.renamePasskey(person.id, passkey.id, 'Ärmel ✓', entries);
      assert.deepEqual(renamed, { ...passkey, name: 'Ärmel ✓' });
      // The name that it has already is no event: these entries, written a second time, would be refused.
      assert.deepEqual(await test.store.renamePasskey(person.id, passkey.id, 'Ärmel ✓', entries), renamed);
      assert.equal((await person.facts()).epoch, 1);
      assert.equal(await test.store.renamePasskey(stranger.id, passkey.id, 'Mine', entries), undefined);
    });

    it('goes alone while another factor stays, and takes the recovery codes with it when it was the last (S7)', async () => {
      const person = await Person.enrolled(test.store);
      const passkey = await addPasskey(person);
      const facts: PasskeyRemovalFacts[] = [];
      const remember = (removal: PasskeyRemovalFacts): [] => {
        facts.push(removal);
        return [];
      };
      assert.equal(await test.store.removePasskey(await person.removal(), passkey.id, remember), 'removed');
      assert.equal((await person.facts()).recoveryCodes?.remaining, 10);
      const last = await addPasskey(person);
      await test.store.removeTotpFactor(await person.removal(), person.factorId, () => []);
      assert.equal((await person.facts()).recoveryCodes?.remaining, 10);
      assert.equal(await test.store.removePasskey(await person.removal(), last.id, remember), 'removed');
      assert.deepEqual(
        facts.map(({ removed, wasLast }) => [removed, wasLast]),
        [
          [passkey, false],
          [last, true],
        ],
      );
      assert.equal((await person.facts()).recoveryCodes, undefined);
      assert.equal(await test.count('mfa_recovery_codes', person.id), 0);
      assert.equal(await test.store.beginSignIn(person.start()), 'session');
    });

    it('is missing the second time and for others, and nothing is told (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const stranger = await Person.signedIn(test.store);
      const passkey = await addPasskey(person);
      const remove = async (who: Person): Promise<string> =>
        test.store.removePasskey(await who.removal(), passkey.id, () => {
          throw new Error('nothing was removed');
        });
      assert.equal(await remove(stranger), 'missing');
      await test.store.removePasskey(await person.removal(), passkey.id, () => []);
      assert.equal(await remove(person), 'missing');
      assert.equal((await person.facts()).epoch, 2);
    });
  });
}
