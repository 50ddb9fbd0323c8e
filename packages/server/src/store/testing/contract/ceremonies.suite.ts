import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ceremony, CeremonyVerdict } from '../../../passkeys/passkeys.store.ts';
import { ADDRESS_LIMIT } from '../../../throttling/limits.ts';
import type { Reservation } from '../../../throttling/throttling.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { addPasskey, newCeremony, newHandle } from '../passkeys.ts';
import { MINUTE, Person, SECOND, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function ceremoniesContract(make: MakeDatabase): void {
  describe('a challenge (W1)', () => {
    const test = useStore(make);

    async function take(
      ceremony: Ceremony,
      change: Partial<Ceremony> = {},
      now = START,
    ): Promise<CeremonyVerdict> {
      const { challengeHash, purpose, owner } = { ...ceremony, ...change };
      return (await test.store.takeCeremony({ challengeHash, purpose, owner }, 'any', now)).ceremony;
    }

    async function started(change: Partial<Ceremony> = {}): Promise<Ceremony> {
      const ceremony = newCeremony(change);
      await test.store.startCeremony(ceremony);
      return ceremony;
    }

    it('is taken once, with what was asked; the second time it was used', async () => {
      const options = { conditional: true, userVerification: 'preferred' } as const;
      const ceremony = await started({ options });
      assert.deepEqual(await take(ceremony), { verdict: 'taken', options });
      assert.deepEqual(await take(ceremony), { verdict: 'used', options });
    });

    it('has one winner of sixteen that show it at once', async () => {
      const ceremony = await started();
      const verdicts = await Promise.all(Array.from({ length: 16 }, () => take(ceremony)));
      assert.equal(verdicts.filter(({ verdict }) => verdict === 'taken').length, 1);
      assert.equal(verdicts.filter(({ verdict }) => verdict === 'used').length, 15);
    });

    it('is used up by whoever shows it, for whatever', async () => {
      for (const change of [{ purpose: 'sign-in' }, { owner: 'session-2' }] as const) {
        const ceremony = await started();
        const { verdict } = await take(ceremony, change);
        assert.equal(verdict, 'purpose' in change ? 'other-purpose' : 'other-owner');
        assert.equal((await take(ceremony)).verdict, 'used');
      }
    });

    it('is one of the newest five of its owner and purpose, used or not; those that nobody owns are not counted', async () => {
      const owner = 'session-of-tabs';
      const first = await started({ owner });
      const [other, register] = [await started(), await started({ owner, purpose: 'register' })];
      await take(first);
      const newer: Ceremony[] = [];
      for (let count = 1; count <= 5; count += 1)
        newer.push(await started({ owner, expiresAt: first.expiresAt + count }));
      assert.equal((await take(first)).verdict, 'unknown');
      for (const ceremony of [other, register, ...newer])
        assert.equal((await take(ceremony)).verdict, 'taken');
      const nobodys: Ceremony[] = [];
      for (let count = 0; count < 8; count += 1)
        nobodys.push(await started({ owner: '', purpose: 'passkey-sign-in' }));
      for (const ceremony of nobodys) assert.equal((await take(ceremony)).verdict, 'taken');
    });

    it('stays where newer ones of the same owner are for something else', async () => {
      const owner = 'session-of-many-things';
      const first = await started({ owner });
      for (let count = 1; count <= 5; count += 1)
        await started({ owner, purpose: 'register', expiresAt: first.expiresAt + count });
      const second = await started({ owner });
      for (const ceremony of [first, second]) assert.equal((await take(ceremony)).verdict, 'taken');
    });

    it('is unknown when it never was', async () => {
      assert.deepEqual(await take(newCeremony()), { verdict: 'unknown' });
    });

    it('ends to the millisecond', async () => {
      const ends = START + 5 * MINUTE;
      assert.equal((await take(await started(), {}, ends - 1)).verdict, 'taken');
      assert.equal((await take(await started(), {}, ends)).verdict, 'expired');
    });

    it('is swept half an hour after it ended, used or not', async () => {
      const ceremony = await started({ expiresAt: START + 1 });
      const used = await started({ expiresAt: START + 1 });
      await take(used);
      await test.store.sweep(START + 30 * MINUTE);
      assert.equal((await take(used)).verdict, 'used');
      await test.store.sweep(START + 30 * MINUTE + 1);
      assert.equal((await take(used)).verdict, 'unknown');
      assert.equal((await take(ceremony)).verdict, 'unknown');
    });

    it('comes with the passkey that answers it, whoever owns that: its key, its handle, and what is known of its person (W2)', async () => {
      const person = await Person.signedIn(test.store);
      const passkey = await addPasskey(person, { counter: 7, transports: ['usb'], backupEligible: false });
      const handle = await test.store.userHandle(person.id, newHandle());
      const asked = { ...(await started()), credentialId: passkey.credentialId };
      const { passkey: found } = await test.store.takeCeremony(asked, passkey.credentialId, START);
      assert.deepEqual(found, { ...passkey, userHandle: handle, account: await person.facts() });
      const other = await test.store.takeCeremony(await started(), 'unknown', START);
      assert.deepEqual(other, { ceremony: { verdict: 'taken', options: asked.options } });
    });
  });

  describe('a challenge that is shown for an attempt of an address (W1, L4)', () => {
    const test = useStore(make);
    const spare = { id: 'spare', at: START };
    let addresses = 0;
    const anAddress = (): string => `198.51.100.${String((addresses += 1))}`;
    const reservationOf = (subject: string, id: string): Reservation => ({
      limit: ADDRESS_LIMIT,
      subject,
      attempt: { id, at: START },
    });

    async function started(): Promise<Ceremony> {
      const ceremony = newCeremony({ owner: '', purpose: 'passkey-sign-in' });
      await test.store.startCeremony(ceremony);
      return ceremony;
    }

    /** Takes all room of an address but so much. */
    async function leaveRoom(subject: string, room: number): Promise<void> {
      for (let index = room; index < ADDRESS_LIMIT.attempts; index += 1)
        await test.store.reserveAttempt(ADDRESS_LIMIT, subject, { id: `other ${String(index)}`, at: START });
    }

    it('is taken, and takes room', async () => {
      const [ceremony, subject] = [await started(), anAddress()];
      await leaveRoom(subject, 1);
      const taken = await test.store.takeCeremonyReserving(ceremony, 'any', reservationOf(subject, 'a'));
      assert.deepEqual(taken, { ceremony: { verdict: 'taken', options: ceremony.options } });
      const { verdict } = await test.store.reserveAttempt(ADDRESS_LIMIT, subject, spare);
      assert.equal(verdict, 'closed');
    });

    it('takes room as well when it was used before', async () => {
      const [ceremony, subject] = [await started(), anAddress()];
      await leaveRoom(subject, 2);
      for (const [id, verdict] of [
        ['a', 'taken'],
        ['b', 'used'],
      ] as const) {
        const shown = await test.store.takeCeremonyReserving(ceremony, 'any', reservationOf(subject, id));
        assert.equal('ceremony' in shown && shown.ceremony.verdict, verdict);
      }
      const { verdict } = await test.store.reserveAttempt(ADDRESS_LIMIT, subject, spare);
      assert.equal(verdict, 'closed');
    });

    it('stays as it was where there is no room', async () => {
      const [ceremony, subject] = [await started(), anAddress()];
      await leaveRoom(subject, 0);
      const refused = await test.store.takeCeremonyReserving(ceremony, 'any', reservationOf(subject, 'a'));
      assert.deepEqual(refused, { verdict: 'closed', retryAt: START + SECOND });
      const elsewhere = await test.store.takeCeremonyReserving(
        ceremony,
        'any',
        reservationOf(anAddress(), 'a'),
      );
      assert.equal('ceremony' in elsewhere && elsewhere.ceremony.verdict, 'taken');
    });

    it('has one winner of sixteen that show it at once from one address, and as many attempts as there is room for (S1)', async () => {
      const [ceremony, subject] = [await started(), anAddress()];
      await leaveRoom(subject, 10);
      const shown = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          test.store.takeCeremonyReserving(ceremony, 'any', reservationOf(subject, `a${String(index)}`)),
        ),
      );
      const verdicts = shown.map((one) => ('ceremony' in one ? one.ceremony.verdict : one.verdict));
      const times = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
      assert.deepEqual([times('taken'), times('used'), times('closed')], [1, 9, 6]);
    });
  });

  describe('the handle of a person', () => {
    const test = useStore(make);

    it('is made once and never changes', async () => {
      const person = await Person.signedIn(test.store);
      const handle = newHandle();
      assert.equal(await test.store.userHandle(person.id, handle), handle);
      assert.equal(await test.store.userHandle(person.id, newHandle()), handle);
      assert.equal(await test.store.userHandle('nobody', newHandle()), undefined);
    });

    it('is the same for all that ask for it at once', async () => {
      const person = await Person.signedIn(test.store);
      const handles = Array.from({ length: 8 }, () => test.store.userHandle(person.id, newHandle()));
      assert.equal(new Set(await Promise.all(handles)).size, 1);
    });
  });
}
