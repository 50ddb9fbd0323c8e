import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../../../secrets/ids.ts';
import type { Place, Sealed } from '../../../secrets/sealing.ts';
import type { MakeDatabase } from '../databases.ts';
import { Person, recoveryCodeSet, sealed, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function keysContract(make: MakeDatabase): void {
  describe('sealed values', () => {
    const test = useStore(make);
    const reseal = (place: Place, from: Sealed, to: Sealed): Promise<number> =>
      test.store.reseal([{ place, from, to }], []);

    it('are found when they are under another key, a few at a time, and sealed anew one by one (K2)', async () => {
      const person = await Person.signedIn(test.store);
      const old = new Map<string, string>();
      // Names before, at and after the wanted one in any order of sorting.
      for (const keyId of ['a-key', 'z-key', 'm-key', 'Z-KEY', 'm-key-2'])
        old.set(await person.addFactor({ secret: sealed(keyId) }), keyId);

      const batch = await test.store.sealedWithOtherKeys('m-key', 3);
      assert.equal(batch.length, 3);
      const seen = new Set<string>();
      for (;;) {
        const [next] = await test.store.sealedWithOtherKeys('m-key', 1);
        if (!next) break;
        assert.equal(next.sealed.keyId, old.get(next.place.row));
        const { table, column, user } = next.place;
        assert.deepEqual([table, column, user], ['mfa_totp_factors', 'secret', person.id]);
        assert.equal(await reseal(next.place, next.sealed, sealed('m-key')), 1);
        seen.add(next.sealed.keyId);
      }
      assert.deepEqual([...seen].sort(), ['Z-KEY', 'a-key', 'm-key-2', 'z-key']);
    });

    it('are not overwritten when somebody else sealed them first (S1)', async () => {
      const person = await Person.enrolled(test.store);
      const { secret } = (await test.store.findTotpFactor(person.id, person.factorId))!;
      const place = { table: 'mfa_totp_factors', column: 'secret', row: person.factorId, user: person.id };
      const [first, second] = [sealed('k2'), sealed('k2')];
      assert.equal(await reseal(place, secret, first), 1);
      assert.equal(await reseal(place, secret, second), 0);
      assert.deepEqual((await test.store.findTotpFactor(person.id, person.factorId))?.secret, first);
    });

    it('are not written to the row of another person', async () => {
      const person = await Person.enrolled(test.store);
      const { secret } = (await test.store.findTotpFactor(person.id, person.factorId))!;
      const place = { table: 'mfa_totp_factors', column: 'secret', row: person.factorId, user: 'another' };
      assert.equal(await reseal(place, secret, sealed('k2')), 0);
    });

    it('are told of in the transaction that wrote them, and not where none was written', async () => {
      const person = await Person.enrolled(test.store);
      const { secret: from } = (await test.store.findTotpFactor(person.id, person.factorId))!;
      const place = { table: 'mfa_totp_factors', column: 'secret', row: person.factorId, user: person.id };
      const told = person.entries({ event: 'auth.keys.rotated', outcome: 'success' });
      const values = [
        { place, from, to: sealed('k2') },
        { place, from: sealed('k1'), to: sealed('k3') },
      ];
      assert.equal(await test.store.reseal(values, told), 1);
      assert.equal(await test.store.reseal(values, told), 0);
      const events = "SELECT id FROM mfa_audit_events WHERE event = 'auth.keys.rotated' AND subject = $1";
      assert.deepEqual(await test.rows(events, person.id), [{ id: told[0]!.event.id }]);

      const back = [{ place, from: values[0]!.to, to: from }];
      await assert.rejects(test.store.reseal(back, told), 'an event of this id is there already');
      const { secret } = (await test.store.findTotpFactor(person.id, person.factorId))!;
      assert.deepEqual(secret, values[0]!.to, 'nothing is written without what is to be said of it');
    });
  });

  describe('key checks', () => {
    const test = useStore(make);
    const check = (keyId: string, checkValue: string) => ({ keyId, checkValue });

    it('are remembered at first, and compared from then on (K2)', async () => {
      const checks = [check('k2', 'two'), check('k1', 'one')];
      assert.deepEqual(await test.store.rememberKeyChecks(checks, START), []);
      assert.deepEqual(await test.store.rememberKeyChecks(checks, START + 1), []);
      const wrong = [check('k2', 'another'), check('k1', 'other'), check('k3', 'three')];
      assert.deepEqual(await test.store.rememberKeyChecks(wrong, START), ['k1', 'k2']);
      assert.deepEqual(await test.store.listKeyChecks(), [check('k1', 'one'), check('k2', 'two')]);
      assert.deepEqual(await test.rows('SELECT * FROM mfa_key_checks ORDER BY key_id'), [
        { key_id: 'k1', check_value: 'one', created_at: START },
        { key_id: 'k2', check_value: 'two', created_at: START },
      ]);
    });
  });

  describe('the count of what needs a key', () => {
    const test = useStore(make);

    it('adds up by key what lasts and what passes, and lists the keys of what lasts', async () => {
      assert.deepEqual(await test.store.countByKey(), []);
      assert.deepEqual(await test.store.listNeededKeys(), []);
      const person = await Person.signedIn(test.store);
      await person.addFactor({ secret: sealed('k2') });
      await person.addFactor({ secret: sealed('k1') });
      await person.addFactor({ secret: sealed('k1') });
      const set = recoveryCodeSet(START, 4);
      const codes = set.codes.map((code, index) => ({ ...code, pepperKeyId: index === 0 ? 'k0' : 'k1' }));
      await test.store.replaceRecoveryCodes(await person.removal(), { ...set, codes }, []);
      await test.store.startTotpEnrolment({ ...person.enrolment(), secret: sealed('k1') }, 10);
      const ask = { at: START, ip: '192.0.2.7', userAgent: 'a browser', requestId: 'a request' };
      await test.store.keepRecoveryAsk({ ...ask, id: newId(), login: sealed('k1') });
      await test.store.keepRecoveryAsk({ ...ask, id: newId(), login: sealed('k9') });
      assert.deepEqual(await test.store.countByKey(), [
        { keyId: 'k0', secrets: 0, recoveryCodes: 1, passing: 0 },
        { keyId: 'k1', secrets: 2, recoveryCodes: 3, passing: 2 },
        { keyId: 'k2', secrets: 1, recoveryCodes: 0, passing: 0 },
        { keyId: 'k9', secrets: 0, recoveryCodes: 0, passing: 1 },
      ]);
      assert.deepEqual(await test.store.listNeededKeys(), ['k0', 'k1', 'k2']);
    });
  });
}
