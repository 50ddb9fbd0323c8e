import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../../../activity/journal.ts';
import type {
  DeviceUse,
  NewDevice,
  RememberedSignIn,
} from '../../../remembered-devices/remembered-devices.store.ts';
import { newToken } from '../../../secrets/tokens.ts';
import type { MakeDatabase } from '../databases.ts';
import { accepted, aliveAt, DAY, MINUTE, Person, roomAt, SECOND, START } from '../person.ts';
import { useStore } from '../test-store.ts';

/** A device's token as a browser brings it, and the one that would take its place. */
export const useOf = ({ seriesHash, tokenHash }: Pick<NewDevice, 'seriesHash' | 'tokenHash'>): DeviceUse => ({
  seriesHash,
  tokenHash,
  newTokenHash: newToken().hash,
});

export const rememberedSignIn = (
  person: Person,
  devices: readonly DeviceUse[],
  { at = START, ...change }: Partial<RememberedSignIn> & { at?: number } = {},
): RememberedSignIn => ({
  session: person.newSession(at),
  room: roomAt(at),
  devices,
  maySkip: () => true,
  supersededSince: at - 30 * SECOND,
  unchangedSince: at,
  replacing: {},
  entries: () => [],
  ...change,
});

export function rememberedDevicesContract(make: MakeDatabase): void {
  describe('a remembered device', () => {
    const test = useStore(make);

    /** Of what is dead, a token that it never had tells nothing: whoever brings it does not set off an alarm. */
    async function assertNoCopy(person: Person, device: NewDevice, at: number): Promise<void> {
      const use = useOf({ ...device, tokenHash: 'a token of before' });
      const entries = (_used: string | undefined, copied: readonly string[]): readonly Entry[] => {
        assert.deepEqual(copied, []);
        return [];
      };
      await test.store.signInRemembered(
        rememberedSignIn(person, [use], { at, entries, unchangedSince: Infinity }),
      );
    }

    it('signs its person in, has a new token from then on, and is listed with when it was used', async () => {
      const person = await Person.enrolled(test.store);
      const device = await person.rememberDevice();
      const use = useOf(device);
      const at = START + MINUTE;
      const signIn = rememberedSignIn(person, [use], { at });
      assert.deepEqual(await test.store.signInRemembered(signIn), {
        used: device.id,
        rotated: [device.seriesHash],
        alive: new Map([[device.seriesHash, device.expiresAt]]),
      });
      assert.ok(await test.store.findSession(signIn.session.tokenHash, at, 0));
      const { id, seriesHash, userAgent, createdAt, expiresAt } = device;
      const listed = { id, seriesHash, userAgent, createdAt, expiresAt, lastUsedAt: at };
      assert.deepEqual(await test.store.listDevices(person.id, at, 10), [listed]);

      const next = useOf({ ...device, tokenHash: use.newTokenHash });
      const { used } = await test.store.signInRemembered(rememberedSignIn(person, [next], { at: at + DAY }));
      assert.equal(used, device.id);
    });

    it('is recorded with the completion that it was asked in, or not at all (S3)', async () => {
      const person = await Person.enrolled(test.store);
      const device = { ...(await person.rememberDevice()), id: 'other', seriesHash: newToken().hash };
      const pending = await person.beginSignIn();
      const replay = person.completion(pending, accepted(person.factorId, 1), { device });
      assert.equal(await test.store.completeSignIn(replay), 'spent');
      assert.equal(await test.count('mfa_remembered_devices', person.id), 1);
    });

    it('is one of twenty of a person: one more takes the place of the one that was longest unused', async () => {
      const person = await Person.enrolled(test.store);
      const devices: NewDevice[] = [];
      for (let count = 0; count < 20; count += 1)
        devices.push(await person.rememberDevice(START + count * SECOND));
      const [used, unused, ...others] = devices;
      const at = START + MINUTE;
      await test.store.signInRemembered(rememberedSignIn(person, [useOf(used!)], { at }));
      const device = { ...used!, id: 'newest', seriesHash: newToken().hash, createdAt: at };
      const pending = await person.beginSignIn(at);
      const told: unknown[] = [];
      const completion = person.completion(pending, accepted(person.factorId, 21), {
        at,
        device,
        forgetting: (ids) => {
          told.push(...ids);
          return person.entriesAt(at, { event: 'auth.device.forgotten', outcome: 'success' });
        },
      });
      assert.equal(await test.store.completeSignIn(completion), 'completed');
      assert.deepEqual(told, [unused?.id]);
      const listed = (await test.store.listDevices(person.id, at, 100)).map(({ id }) => id);
      assert.deepEqual(listed.sort(), [used!.id, 'newest', ...others.map(({ id }) => id)].sort());
      const audit = await test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.deepEqual(audit, [{ event: 'auth.device.forgotten' }]);
    });

    it('takes no place among the twenty once it is dead, and is not forgotten to make room', async () => {
      const person = await Person.enrolled(test.store);
      await person.rememberDevice(START + MINUTE);
      await person.addFactor();
      const living: string[] = [];
      for (let count = 0; count < 20; count += 1)
        living.unshift((await person.rememberDevice(START + count * SECOND)).id);
      const listed = await test.store.listDevices(person.id, START, 100);
      assert.deepEqual(
        listed.map(({ id }) => id),
        living,
      );
      assert.equal(await test.count('mfa_remembered_devices', person.id), 21, 'it is swept away in its time');
    });

    it('ends what the browser held, and writes its entries, only when it was used', async () => {
      const person = await Person.enrolled(test.store);
      const device = await person.rememberDevice();
      const told: unknown[] = [];
      const entries = (used: string | undefined, copied: readonly string[]): readonly Entry[] => {
        told.push({ used, copied });
        return person.entries({ event: 'auth.sign_in.success', outcome: 'success' });
      };
      const sessionId = person.session.id;
      const unknown = useOf({ seriesHash: 'never given', tokenHash: 'never given' });
      const signIn = { replacing: { session: { id: sessionId, entries: [] } }, entries };
      await test.store.signInRemembered(rememberedSignIn(person, [unknown], signIn));
      assert.ok(await test.store.findSession(person.session.tokenHash, START, 0));
      await test.store.signInRemembered(rememberedSignIn(person, [useOf(device)], signIn));
      assert.equal(await test.store.findSession(person.session.tokenHash, START, 0), undefined);
      assert.deepEqual(told, [
        { used: undefined, copied: [] },
        { used: device.id, copied: [] },
      ]);
    });

    it('holds by its last token but one for a moment, and gives no third (S1)', async () => {
      const person = await Person.enrolled(test.store);
      const device = await person.rememberDevice();
      const [first, second] = [useOf(device), useOf(device)];
      await test.store.signInRemembered(rememberedSignIn(person, [first]));
      const at = START + 30 * SECOND - 1;
      const crossed = await test.store.signInRemembered(rememberedSignIn(person, [second], { at }));
      assert.equal(crossed.used, device.id);
      assert.deepEqual(crossed.rotated, []);
      const newest = useOf({ ...device, tokenHash: first.newTokenHash });
      assert.equal((await test.store.signInRemembered(rememberedSignIn(person, [newest]))).used, device.id);
    });

    it('is forgotten when a token of before is brought: somebody has a copy (S1)', async () => {
      const person = await Person.enrolled(test.store);
      const device = await person.rememberDevice();
      await test.store.signInRemembered(rememberedSignIn(person, [useOf(device)]));
      const told: unknown[] = [];
      const late = rememberedSignIn(person, [useOf(device)], {
        at: START + 30 * SECOND,
        entries(used, copied) {
          told.push(used, copied);
          return [];
        },
      });
      assert.deepEqual(await test.store.signInRemembered(late), { rotated: [], alive: new Map() });
      assert.deepEqual(told, [undefined, [device.id]]);
      assert.equal(await test.count('mfa_remembered_devices', person.id), 0);
      assert.equal(
        await test.store.findSession(late.session.tokenHash, late.session.createdAt, 0),
        undefined,
      );
    });

    it('is nothing to another person, and stays as it was', async () => {
      const [owner, stranger] = [await Person.enrolled(test.store), await Person.enrolled(test.store)];
      const device = await owner.rememberDevice();
      const before = await test.rows('SELECT * FROM mfa_remembered_devices WHERE id = $1', device.id);
      for (const tokenHash of [device.tokenHash, 'another token']) {
        const foreign = rememberedSignIn(stranger, [useOf({ ...device, tokenHash })]);
        assert.deepEqual(await test.store.signInRemembered(foreign), {
          rotated: [],
          alive: new Map([[device.seriesHash, device.expiresAt]]),
        });
      }
      assert.deepEqual(
        await test.rows('SELECT * FROM mfa_remembered_devices WHERE id = $1', device.id),
        before,
      );
      assert.equal(await test.store.ownsDevice(stranger.id, device.id), false);
      assert.equal(await test.store.forgetDevice(stranger.id, device.id, START, []), false);
      await test.store.forgetAllDevices(stranger.id, START, () => []);
      assert.equal(await test.store.ownsDevice(owner.id, device.id), true);
    });

    it('is dead at the moment at which it expires (B2)', async () => {
      const person = await Person.enrolled(test.store);
      const device = await person.rememberDevice();
      const use = useOf(device);
      const at = device.expiresAt;
      assert.equal((await test.store.listDevices(person.id, at - 1, 10)).length, 1);
      assert.deepEqual(await test.store.listDevices(person.id, at, 10), []);
      await assertNoCopy(person, device, at);
      const { used, alive } = await test.store.signInRemembered(rememberedSignIn(person, [use], { at }));
      assert.deepEqual([used, alive], [undefined, new Map()]);
      assert.equal(await test.store.forgetDevice(person.id, device.id, at, []), false);
    });

    const deaths: Readonly<Record<string, (person: Person & { factorId: string }) => Promise<unknown>>> = {
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
      it(`is dead after ${title}: not listed, not used, swept away (S5)`, async () => {
        const person = await Person.enrolled(test.store, { factors: 2 });
        // Somebody else, of whose account as much was changed.
        await Person.enrolled(test.store, { factors: 2 });
        const device = await person.rememberDevice();
        await change(person);
        assert.deepEqual(await test.store.listDevices(person.id, START, 10), []);
        await assertNoCopy(person, device, START);
        const { used, alive } = await test.store.signInRemembered(rememberedSignIn(person, [useOf(device)]));
        assert.deepEqual([used, alive], [undefined, new Map()]);
        assert.equal(await test.store.forgetDevice(person.id, device.id, START, []), false);
        await test.store.forgetAllDevices(person.id, START, (ids) => {
          assert.deepEqual(ids, [], 'it was forgotten before');
          return [];
        });
        await test.store.sweep(START + 30 * DAY);
        assert.equal(await test.count('mfa_remembered_devices', person.id), 0);
      });
    }

    it('signs nobody in who verified a password that was changed since (S5)', async () => {
      const person = await Person.enrolled(test.store);
      await test.store.endEverySignIn(person.id, aliveAt(START), undefined, () => []);
      const device = await person.rememberDevice(START + SECOND);
      const { used } = await test.store.signInRemembered(rememberedSignIn(person, [useOf(device)]));
      assert.equal(used, undefined);
      const next = rememberedSignIn(person, [useOf(device)], { at: START + SECOND });
      assert.equal((await test.store.signInRemembered(next)).used, device.id, 'and it was not used up');
    });

    it('is forgotten once, and the event is written by the one call that did it (S1)', async () => {
      const person = await Person.enrolled(test.store);
      const device = await person.rememberDevice();
      const entries = person.entries({ event: 'auth.device.forgotten', outcome: 'success' });
      const forget = (): Promise<boolean> => test.store.forgetDevice(person.id, device.id, START, entries);
      assert.deepEqual([await forget(), await forget()], [true, false]);
      const audit = await test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.deepEqual(audit, [{ event: 'auth.device.forgotten' }]);
    });

    it('is told of in the order of the list when all are forgotten, whatever order the database deletes in', async () => {
      const person = await Person.enrolled(test.store);
      const made: string[] = [];
      for (let second = 1; second <= 6; second += 1)
        made.unshift((await person.rememberDevice(START + second * SECOND)).id);
      let told: readonly string[] = [];
      await test.store.forgetAllDevices(person.id, START + MINUTE, (ids) => {
        told = ids;
        return [];
      });
      assert.deepEqual(told, made);
    });

    it('is one of a bounded list, newest first', async () => {
      const person = await Person.enrolled(test.store);
      const made: string[] = [];
      for (const minute of [1, 2, 3]) made.unshift((await person.rememberDevice(START + minute * MINUTE)).id);
      const listed = await test.store.listDevices(person.id, START + DAY, 2);
      assert.deepEqual(
        listed.map(({ id }) => id),
        made.slice(0, 2),
      );
    });
  });
}
