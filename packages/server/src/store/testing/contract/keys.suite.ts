import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { Person, recoveryCodeSet, sealed, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function keysContract(make: MakeDatabase): void {
  describe('sealed values', () => {
    const test = useStore(make);

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
        assert.equal(await test.store.reseal(next.place, next.sealed, sealed('m-key')), true);
        seen.add(next.sealed.keyId);
      }
      assert.deepEqual([...seen].sort(), ['Z-KEY', 'a-key', 'm-key-2', 'z-key']);
    });

    it('are not overwritten when somebody else sealed them first (S1)', async () => {
      const person = await Person.enrolled(test.store);
      const { secret } = (await test.store.findTotpFactor(person.id, person.factorId))!;
      const place = { table: 'mfa_totp_factors', column: 'secret', row: person.factorId, user: person.id };
      const [first, second] = [sealed('k2'), sealed('k2')];
      assert.equal(await test.store.reseal(place, secret, first), true);
      assert.equal(await test.store.reseal(place, secret, second), false);
      assert.deepEqual((await test.store.findTotpFactor(person.id, person.factorId))?.secret, first);
    });

    it('are not written to the row of another person', async () => {
      const person = await Person.enrolled(test.store);
      const { secret } = (await test.store.findTotpFactor(person.id, person.factorId))!;
      const place = { table: 'mfa_totp_factors', column: 'secret', row: person.factorId, user: 'another' };
      assert.equal(await test.store.reseal(place, secret, sealed('k2')), false);
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
      assert.deepEqual(await test.rows('SELECT * FROM mfa_key_checks ORDER BY key_id'), [
        { key_id: 'k1', check_value: 'one', created_at: START },
        { key_id: 'k2', check_value: 'two', created_at: START },
      ]);
    });
  });

  describe('the count of what needs a key', () => {
    const test = useStore(make);

    it('adds up secrets and recovery codes by key', async () => {
      assert.deepEqual(await test.store.countByKey(), []);
      const person = await Person.signedIn(test.store);
      await person.addFactor({ secret: sealed('k2') });
      await person.addFactor({ secret: sealed('k1') });
      await person.addFactor({ secret: sealed('k1') });
      const set = recoveryCodeSet(START, 4);
      const codes = set.codes.map((code, index) => ({ ...code, pepperKeyId: index === 0 ? 'k0' : 'k1' }));
      await test.store.replaceRecoveryCodes(await person.removal(), { ...set, codes }, []);
      assert.deepEqual(await test.store.countByKey(), [
        { keyId: 'k0', secrets: 0, recoveryCodes: 1 },
        { keyId: 'k1', secrets: 2, recoveryCodes: 3 },
        { keyId: 'k2', secrets: 1, recoveryCodes: 0 },
      ]);
    });
  });
}
