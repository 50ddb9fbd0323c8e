import assert from 'node:assert/strict';
import type { NewDevice } from '../../../remembered-devices/remembered-devices.store.ts';
import type { Store } from '../../store.ts';
import { rememberedSignIn, useOf } from '../contract/remembered-devices.suite.ts';
import { Person, personCalled, START } from '../person.ts';
import { race, type Race } from './race.ts';

/** A person with a browser that is remembered. */
interface Remembered {
  readonly userId: string;
  readonly device: NewDevice;
}

async function prepareRemembered(store: Store): Promise<Remembered> {
  const person = await Person.enrolled(store);
  return { userId: person.id, device: await person.rememberDevice() };
}

/** The session in which the factor was set up, and the one in which the browser was remembered. */
const SESSIONS_BEFORE = 2;

async function signInRemembered(store: Store, { userId, device }: Remembered): Promise<string> {
  const signIn = rememberedSignIn(personCalled(store, userId), [useOf(device)]);
  const { used, rotated } = await store.signInRemembered(signIn);
  return used === undefined ? 'challenge' : rotated.length === 1 ? 'rotated' : 'crossed';
}

export const sessionRaces: readonly Race[] = [
  race<Remembered>({
    title: 'sixteen sign-ins with one device cookie: each is signed in, one token is the new one (S1)',
    contenders: 16,
    gate: ['mfa_accounts'],
    prepare: prepareRemembered,
    contend: signInRemembered,
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { rotated: 1, crossed: 15 });
      assert.equal(await count('mfa_remembered_devices', userId), 1);
      assert.equal(await count('mfa_sessions', userId), SESSIONS_BEFORE + 16);
    },
  }),

  race<Remembered>({
    title: 'sign-ins with a device cookie while the device is forgotten: none gets in by what is gone (S1)',
    contenders: 9,
    gate: ['mfa_accounts', 'mfa_remembered_devices'],
    prepare: prepareRemembered,
    async contend(store, stake, index) {
      if (index !== 4) return signInRemembered(store, stake);
      return (await store.forgetDevice(stake.userId, stake.device.id, START, [])) ? 'forgotten' : 'missing';
    },
    async judge({ count }, { userId }, { forgotten, rotated = 0, crossed = 0, challenge = 0 }) {
      assert.equal(forgotten, 1);
      assert.equal(rotated + crossed + challenge, 8);
      assert.ok(rotated <= 1);
      assert.equal(await count('mfa_remembered_devices', userId), 0);
      assert.equal(await count('mfa_sessions', userId), SESSIONS_BEFORE + rotated + crossed);
    },
  }),

  race<Remembered>({
    title: 'sign-ins with a device cookie while the password is changed: none outlives it (S5)',
    contenders: 9,
    gate: ['mfa_accounts'],
    prepare: prepareRemembered,
    async contend(store, stake, index) {
      if (index !== 4) return signInRemembered(store, stake);
      await store.endEverySignIn(stake.userId, START, undefined, () => []);
      return 'changed';
    },
    async judge({ count }, { userId }, { changed }) {
      assert.equal(changed, 1);
      assert.equal(await count('mfa_sessions', userId), 0);
    },
  }),

  race<{ readonly userId: string; readonly sessionIds: readonly string[] }>({
    title: 'sixteen sessions that each end all others: one stays',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.signedIn(store);
      const sessionIds = [person.session.id];
      while (sessionIds.length < 16) {
        const start = person.start();
        await store.beginSignIn(start);
        sessionIds.push(start.session.id);
      }
      return { userId: person.id, sessionIds };
    },
    contend: (store, { userId, sessionIds }, index) =>
      store.endOtherSessions({ userId, currentId: sessionIds[index]!, now: START, seenSince: 0 }, () => []),
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { ended: 1, gone: 15 });
      assert.equal(await count('mfa_sessions', userId), 1);
    },
  }),
];
