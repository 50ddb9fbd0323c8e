import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded, successes } from '../checks/expect.ts';
import {
  askedForPasskey,
  finishWithPasskey,
  ONE_CLICK,
  requestOptions,
  SECOND_HALF,
} from '../cast/ceremonies.ts';
import { creationOptions, newDevice, passkeyHolder, signedIn, type PasskeyHolder } from '../cast/people.ts';
import type { Scene } from '../cast/scene.ts';
import { victim, victimsBrowser } from '../cast/victim.ts';

/** Somebody else with a passkey; nothing happens to them either. */
const mallory = (scene: Scene): Promise<PasskeyHolder> => scene.shared('mallory', () => passkeyHolder(scene));

export const passkeyChallenges = attacksOn('passkeys', [
  {
    id: 'passkey-of-somebody-else',
    title: "Somebody else's passkey is refused in this person's challenge, whatever handle it shows",
    from: ['W2', 'CWE-287', 'CWE-639'],
    async run(scene) {
      const [ada, thief] = [await victim(scene), await mallory(scene)];
      const [theirs] = thief.device.credentials;
      for (const userHandle of [undefined, null, ada.device.credentials[0]!.userHandle]) {
        const { browser, options } = await askedForPasskey(scene, ada);
        const bend = { credential: theirs!, ...(userHandle !== undefined && { userHandle }) };
        const response = thief.device.get(options, bend);
        const answer = refused(await browser.post(SECOND_HALF, { response }), 'passkey_rejected');
        scene.expectEvent(answer, 'auth.2fa.failure', 'other-user');
      }
    },
  },
  {
    id: 'passkey-in-foreign-session',
    title: "Somebody else's passkey steps nobody up",
    from: ['W2', 'CWE-639'],
    async run(scene) {
      const thief = await mallory(scene);
      const browser = await victimsBrowser(scene);
      const options = await requestOptions(browser, SECOND_HALF);
      const response = thief.device.get(options, { credential: thief.device.credentials[0]! });
      const answer = refused(await browser.post(SECOND_HALF, { response }), 'passkey_rejected');
      scene.expectEvent(answer, 'auth.step_up.failure', 'other-user');
    },
  },
  {
    id: 'passkey-replayed',
    title: 'An assertion that signed in once does not do so again, and trying is reported',
    from: ['W1', 'S1', 'CWE-294', 'WebAuthn §13.4.3'],
    async run(scene) {
      const { device } = await victim(scene);
      const browser = scene.browser();
      const response = device.get(await requestOptions(browser, ONE_CLICK));
      succeeded(await browser.post(ONE_CLICK, { response }));
      const answer = refused(await scene.browser().post(ONE_CLICK, { response }), 'passkey_rejected');
      scene.expectEvent(answer, 'auth.2fa.replay_attempt');
    },
  },
  {
    id: 'passkey-replayed-in-parallel',
    title: 'One assertion twelve times at the same instant opens one session',
    from: ['W1', 'S1', 'CWE-362'],
    async run(scene) {
      const { device } = await victim(scene);
      const response = device.get(await requestOptions(scene.browser(), ONE_CLICK));
      const contenders = Array.from({ length: 12 }, () => {
        const browser = scene.browser();
        return { browser, request: browser.request('POST', ONE_CLICK, { response }) };
      });
      assert.equal(successes(await scene.atOnce(contenders)), 1);
    },
  },
  {
    id: 'passkey-challenge-after-refusal',
    title: 'A challenge is used up by a refused answer, too: there is one try for each',
    from: ['W1', 'CWE-294'],
    async run(scene) {
      const person = await victim(scene);
      const { browser, options } = await askedForPasskey(scene, person);
      const wrong = person.device.get(options, { rpId: 'elsewhere.example' });
      refused(await browser.post(SECOND_HALF, { response: wrong }), 'passkey_rejected');
      const right = person.device.get(options);
      refused(await browser.post(SECOND_HALF, { response: right }), 'passkey_rejected');
    },
  },
  {
    id: 'passkey-challenge-of-registration',
    title: 'A challenge for making a passkey is none for using one',
    from: ['W1', 'CWE-436'],
    async run(scene) {
      const person = await victim(scene);
      const { challenge } = await creationOptions(await victimsBrowser(scene));
      const { browser, options } = await askedForPasskey(scene, person);
      for (const [path, who] of [
        [SECOND_HALF, browser],
        [ONE_CLICK, scene.browser()],
      ] as const) {
        const response = person.device.get({ ...options, challenge });
        refused(await who.post(path, { response }), 'passkey_rejected');
      }
    },
  },
  {
    id: 'passkey-challenge-of-using',
    title: 'A challenge for using a passkey is none for making one',
    from: ['W1', 'CWE-436'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const { challenge } = await requestOptions(scene.browser(), ONE_CLICK);
      const options = await creationOptions(browser);
      const response = newDevice(scene).create({ ...options, challenge });
      refused(await browser.post('/mfa/passkeys', { response }), 'passkey_rejected');
    },
  },
  {
    id: 'passkey-challenge-of-one-click',
    title:
      'A challenge for signing in with a passkey alone is none for the second half, and the other way round',
    from: ['W1', 'CWE-436'],
    async run(scene) {
      const person = await victim(scene);
      const alone = await requestOptions(scene.browser(), ONE_CLICK);
      const { browser, options } = await askedForPasskey(scene, person);
      const crossed = person.device.get({ ...options, challenge: alone.challenge });
      refused(await browser.post(SECOND_HALF, { response: crossed }), 'passkey_rejected');
      const other = await askedForPasskey(scene, person);
      const backwards = person.device.get({ ...alone, challenge: other.options.challenge });
      refused(await scene.browser().post(ONE_CLICK, { response: backwards }), 'passkey_rejected');
    },
  },
  {
    id: 'passkey-challenge-of-step-up',
    title: 'A challenge for stepping up does not sign in, and one for signing in does not step up',
    from: ['W1', 'CWE-436'],
    async run(scene) {
      const person = await victim(scene);
      const inside = await victimsBrowser(scene);
      const ofStepUp = await requestOptions(inside, SECOND_HALF);
      const { browser, options } = await askedForPasskey(scene, person);
      refused(await browser.post(SECOND_HALF, { response: person.device.get(ofStepUp) }), 'passkey_rejected');
      const response = person.device.get(options);
      refused(await inside.post(SECOND_HALF, { response }), 'passkey_rejected');
    },
  },
  {
    id: 'passkey-challenge-of-another-sign-in',
    title: 'A challenge belongs to the sign-in that asked for it, and to no other one of the same person',
    from: ['W1', 'CWE-384'],
    async run(scene) {
      const person = await victim(scene);
      const [one, other] = [await askedForPasskey(scene, person), await askedForPasskey(scene, person)];
      const response = person.device.get(other.options);
      refused(await one.browser.post(SECOND_HALF, { response }), 'passkey_rejected');
    },
  },
  {
    id: 'passkey-challenge-too-late',
    title: 'A challenge is good for five minutes',
    from: ['W1', 'CWE-613'],
    movesClock: true,
    async run(scene) {
      const person = await victim(scene);
      const { browser, options } = await askedForPasskey(scene, person);
      const alone = await requestOptions(scene.browser(), ONE_CLICK);
      await scene.advance(5 * 60 + 1);
      refused(await browser.post(SECOND_HALF, { response: person.device.get(options) }), 'expired');
      refused(await scene.browser().post(ONE_CLICK, { response: person.device.get(alone) }), 'expired');
    },
  },
  {
    id: 'passkey-revoked',
    title: 'A revoked passkey opens nothing, even with a challenge that was given before',
    from: ['S5', 'CWE-613'],
    async run(scene) {
      const person = await passkeyHolder(scene);
      const alone = scene.browser();
      const options = await requestOptions(alone, ONE_CLICK);
      const answer = succeeded(await person.browser.delete(`/mfa/passkeys/${person.passkeyId}`));
      scene.expectEvent(answer, 'auth.passkey.revoked');
      refused(await alone.post(ONE_CLICK, { response: person.device.get(options) }), 'passkey_rejected');
    },
  },
  {
    id: 'passkey-weak-second-half',
    title: 'As a second factor a passkey that verified nobody is one factor, beside the password',
    from: ['W4', 'S4', 'NIST SP 800-63B-4 §2.2'],
    async run(scene) {
      const person = await victim(scene);
      const answer = succeeded(await finishWithPasskey(scene, person, { flags: { userVerified: false } }));
      assert.deepEqual((answer.body['amr'] as { method: string }[]).map(({ method }) => method).sort(), [
        'passkey',
        'password',
      ]);
    },
  },
  {
    id: 'passkey-options-tell-nothing',
    title: 'The options of a sign-in with a passkey alone name no account and no credential',
    from: ['B5', 'CWE-204', 'WebAuthn §14.6.2'],
    async run(scene) {
      const person = await victim(scene);
      const answer = await scene.browser().post(`${ONE_CLICK}/options`);
      const { allowCredentials } = answer.body['options'] as { allowCredentials?: unknown[] };
      assert.deepEqual(allowCredentials ?? [], []);
      const named = { login: person.login };
      refused(await scene.browser().post(`${ONE_CLICK}/options`, named), 'validation_failed');
    },
  },
]);
