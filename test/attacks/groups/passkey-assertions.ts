import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  forged,
  type AssertionBend,
} from '../../../packages/server/src/passkeys/testing/software-authenticator.ts';
import { attacksOn, type AttackOfGroup } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import {
  askedForPasskey,
  finishWithPasskey,
  ONE_CLICK,
  requestOptions,
  SECOND_HALF,
} from '../cast/ceremonies.ts';
import { passkeyHolder } from '../cast/people.ts';
import { victim } from '../cast/victim.ts';
import type { Scene } from '../cast/scene.ts';

const DEVICE_BOUND = { synced: false } as const;

/** Everything about an assertion that one change makes wrong, and what the audit calls it. */
interface Bent {
  readonly id: string;
  readonly what: string;
  readonly from: readonly string[];
  readonly reason: string;
  readonly bend: (scene: Scene) => AssertionBend;
}

const withOrigin = (origin: (own: URL) => string) => (scene: Scene) => ({
  clientData: { origin: origin(new URL(scene.origin)) },
});

const BENT: readonly Bent[] = [
  {
    id: 'forged-signature',
    what: 'with a forged signature',
    from: ['CWE-347', 'WebAuthn §7.2 step 21'],
    reason: 'signature',
    bend: () => ({ signature: forged }),
  },
  {
    id: 'invented-challenge',
    what: 'for a challenge that the server never gave',
    from: ['W1', 'CWE-294', 'WebAuthn §7.2 step 12'],
    reason: 'challenge-unknown',
    bend: () => ({ clientData: { challenge: randomBytes(32).toString('base64url') } }),
  },
  {
    id: 'empty-challenge',
    what: 'for an empty challenge',
    from: ['W1', 'CWE-294'],
    reason: 'challenge-unknown',
    bend: () => ({ clientData: { challenge: '' } }),
  },
  {
    id: 'foreign-handle',
    what: "that shows somebody else's user handle",
    from: ['W2', 'CWE-639', 'WebAuthn §7.2 step 6'],
    reason: 'user-handle',
    bend: () => ({ userHandle: randomBytes(64).toString('base64url') }),
  },
  {
    id: 'cross-origin',
    what: 'made in a frame of another site',
    from: ['W3', 'CWE-1021', 'WebAuthn §7.2 step 14'],
    reason: 'cross-origin',
    bend: () => ({ clientData: { crossOrigin: true } }),
  },
  {
    id: 'top-origin',
    what: 'made in a frame of a site that it names',
    from: ['W3', 'CWE-1021'],
    reason: 'cross-origin',
    bend: () => ({ clientData: { crossOrigin: true, topOrigin: 'https://elsewhere.example' } }),
  },
  {
    id: 'top-origin-denied',
    what: 'that names a site around it and denies the frame',
    from: ['W3', 'CWE-1021'],
    reason: 'cross-origin',
    bend: () => ({ clientData: { crossOrigin: false, topOrigin: 'https://elsewhere.example' } }),
  },
  {
    id: 'phished',
    what: 'made on a phishing page',
    from: ['CWE-346', 'WebAuthn §7.2 step 13'],
    reason: 'origin',
    bend: withOrigin(() => 'https://elsewhere.example'),
  },
  {
    id: 'subdomain',
    what: 'made on a subdomain',
    from: ['CWE-346', 'WebAuthn §13.4.9'],
    reason: 'origin',
    bend: withOrigin(({ protocol, host }) => `${protocol}//sub.${host}`),
  },
  {
    id: 'other-scheme',
    what: 'made under the other scheme',
    from: ['CWE-346', 'CWE-319'],
    reason: 'origin',
    bend: withOrigin(({ protocol, host }) => `${protocol === 'http:' ? 'https' : 'http'}://${host}`),
  },
  {
    id: 'other-port',
    what: 'made on another port of the same machine',
    from: ['CWE-346'],
    reason: 'origin',
    bend: withOrigin(({ protocol, hostname }) => `${protocol}//${hostname}:1`),
  },
  {
    id: 'origin-as-prefix',
    what: 'made on a site whose name begins like this one’s',
    from: ['CWE-346', 'CWE-185'],
    reason: 'origin',
    bend: withOrigin(({ origin }) => `${origin}.elsewhere.example`),
  },
  {
    id: 'other-rp-id',
    what: 'for another relying party',
    from: ['CWE-346', 'WebAuthn §7.2 step 15'],
    reason: 'rp-id',
    bend: () => ({ rpId: 'elsewhere.example' }),
  },
  {
    id: 'no-presence',
    what: 'without anybody present',
    from: ['WebAuthn §7.2 step 16'],
    reason: 'user-presence',
    bend: () => ({ flags: { userPresent: false } }),
  },
  {
    id: 'backup-changed',
    what: 'of a passkey that could be synced and now cannot',
    from: ['W3', 'WebAuthn §7.2 step 19'],
    reason: 'backup-eligibility',
    bend: () => ({ flags: { backupEligible: false, backedUp: false } }),
  },
  {
    id: 'backup-contradiction',
    what: 'that is backed up and cannot be',
    from: ['W3', 'WebAuthn §7.2 step 18'],
    reason: 'backup-eligibility',
    bend: () => ({ flags: { backupEligible: false, backedUp: true } }),
  },
  {
    id: 'made-not-used',
    what: 'that says that a passkey was made',
    from: ['CWE-436', 'WebAuthn §7.2 step 11'],
    reason: 'type',
    bend: () => ({ clientData: { type: 'webauthn.create' } }),
  },
  {
    id: 'payment',
    what: 'that was given for a payment',
    from: ['CWE-436', 'WebAuthn §7.2 step 11'],
    reason: 'type',
    bend: () => ({ clientData: { type: 'payment.get' } }),
  },
  {
    id: 'unknown-credential',
    what: 'of a credential that nobody has',
    from: ['W2'],
    reason: 'unknown-credential',
    bend: () => ({ id: randomBytes(32).toString('base64url') }),
  },
  {
    id: 'long-credential-id',
    what: 'with a credential id of 1024 bytes',
    from: ['W3', 'WebAuthn §4'],
    reason: 'unknown-credential',
    bend: () => ({ id: randomBytes(1024).toString('base64url') }),
  },
];

const bentAssertion = ({ id, what, from, reason, bend }: Bent): AttackOfGroup => ({
  id: `passkey-${id}`,
  title: `An assertion ${what} signs nobody in`,
  from,
  async run(scene) {
    const person = await victim(scene);
    const { browser, options } = await askedForPasskey(scene, person);
    const [credential] = person.device.credentials;
    const response = person.device.get(options, { credential: credential!, ...bend(scene) });
    const answer = refused(await browser.post(SECOND_HALF, { response }), 'passkey_rejected');
    scene.expectEvent(answer, 'auth.2fa.failure', reason);
    assert.equal(succeeded(await browser.get('/mfa/session')).body['state'], 'challenge');
    // What was bent is the only thing that was wrong.
    const right = person.device.get(await requestOptions(browser, SECOND_HALF));
    succeeded(await browser.post(SECOND_HALF, { response: right }));
  },
});

export const passkeyAssertions = attacksOn('passkeys', [
  ...BENT.map(bentAssertion),
  {
    id: 'passkey-alone-without-verification',
    title: 'A passkey alone opens nothing unless it verified the person',
    from: ['W4', 'CWE-308', 'WebAuthn §7.2 step 17'],
    async run(scene) {
      const { device } = await victim(scene);
      const browser = scene.browser();
      const options = await requestOptions(browser, ONE_CLICK);
      const response = device.get(options, { flags: { userVerified: false } });
      const answer = refused(await browser.post(ONE_CLICK, { response }), 'passkey_rejected');
      scene.expectEvent(answer, 'auth.sign_in.failure', 'user-verification');
      assert.equal(browser.cookie('session'), '');
    },
  },
  {
    id: 'passkey-alone-without-handle',
    title: 'A passkey alone names its person by the handle, and without one nobody',
    from: ['W2', 'WebAuthn §7.2 step 6'],
    async run(scene) {
      const { device } = await victim(scene);
      const browser = scene.browser();
      const options = await requestOptions(browser, ONE_CLICK);
      refused(
        await browser.post(ONE_CLICK, { response: device.get(options, { userHandle: null }) }),
        'passkey_rejected',
      );
    },
  },
  {
    id: 'passkey-counter-back',
    title: 'A security key whose counter goes back or stands still is a copy: refused and reported',
    from: ['W6', 'CWE-294', 'WebAuthn §7.2 step 22'],
    async run(scene) {
      const person = await passkeyHolder(scene, DEVICE_BOUND);
      succeeded(await finishWithPasskey(scene, person, { counter: 10 }));
      for (const counter of [10, 3, 0]) {
        const answer = refused(await finishWithPasskey(scene, person, { counter }), 'passkey_rejected');
        scene.expectEvent(answer, 'auth.passkey.counter_anomaly');
      }
      succeeded(await finishWithPasskey(scene, person, { counter: 11 }));
    },
  },
  {
    id: 'passkey-counter-in-parallel',
    title: 'Of eight sign-ins at the same instant with one count of a security key, one succeeds',
    from: ['W6', 'S1', 'CWE-362'],
    async run(scene) {
      const person = await passkeyHolder(scene, DEVICE_BOUND);
      const contenders = [];
      for (let index = 0; index < 8; index += 1) {
        const { browser, options } = await askedForPasskey(scene, person);
        const response = person.device.get(options, { counter: 7 });
        contenders.push({ browser, request: browser.request('POST', SECOND_HALF, { response }) });
      }
      const answers = await scene.atOnce(contenders);
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    },
  },
  {
    id: 'passkey-suddenly-synced',
    title: 'A security key that suddenly claims to be synced is refused',
    from: ['W3', 'WebAuthn §7.2 step 19'],
    async run(scene) {
      const person = await passkeyHolder(scene, DEVICE_BOUND);
      const flags = { backupEligible: true, backedUp: true };
      refused(await finishWithPasskey(scene, person, { flags }), 'passkey_rejected');
    },
  },
  {
    id: 'passkey-five-wrong',
    title: 'Five refused assertions end a pending sign-in',
    from: ['L1', 'CWE-307'],
    async run(scene) {
      const person = await victim(scene);
      const { browser } = await askedForPasskey(scene, person);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const options = await requestOptions(browser, SECOND_HALF);
        const response = person.device.get(options, { signature: forged });
        refused(await browser.post(SECOND_HALF, { response }), 'passkey_rejected');
      }
      refused(await browser.post(`${SECOND_HALF}/options`), 'challenge_expired', 'session_required');
    },
  },
  {
    id: 'passkey-malformed',
    title:
      'Assertions that are no assertions are refused as such: other types, no base64url, no JSON, no CBOR',
    from: ['W8', 'CWE-20', 'CWE-502'],
    async run(scene) {
      const person = await victim(scene);
      const { browser, options } = await askedForPasskey(scene, person);
      const good = person.device.get(options);
      const inner = good.response;
      for (const response of [
        null,
        'text',
        [],
        {},
        { ...good, id: 7 },
        { ...good, id: '' },
        { ...good, type: 'password' },
        { ...good, response: null },
        { ...good, response: { ...inner, signature: [inner.signature] } },
        { ...good, response: { ...inner, signature: '***' } },
        { ...good, response: { ...inner, clientDataJSON: Buffer.from('{').toString('base64url') } },
        { ...good, response: { ...inner, clientDataJSON: Buffer.from('[]').toString('base64url') } },
        { ...good, response: { ...inner, authenticatorData: `${inner.authenticatorData}=` } },
        { ...good, response: { ...inner, userHandle: { length: 64 } } },
      ]) {
        refused(await browser.post(SECOND_HALF, { response }), 'validation_failed');
      }
      succeeded(await browser.post(SECOND_HALF, { response: good }));
    },
  },
  {
    id: 'passkey-short-data',
    title: 'Authenticator data that is cut short or too long is refused without an error',
    from: ['W8', 'CWE-125', 'CWE-130'],
    async run(scene) {
      const person = await victim(scene);
      const { browser } = await askedForPasskey(scene, person);
      for (const authenticatorData of [
        (made: Buffer) => made.subarray(0, 1),
        (made: Buffer) => made.subarray(0, 36),
        (made: Buffer) => Buffer.concat([made, randomBytes(900)]),
      ]) {
        const options = await requestOptions(browser, SECOND_HALF);
        const response = person.device.get(options, { authenticatorData });
        refused(await browser.post(SECOND_HALF, { response }), 'passkey_rejected', 'validation_failed');
      }
    },
  },
  {
    id: 'passkey-changed-after-signing',
    title: 'What was signed cannot be changed: neither the flags nor the counter nor the client data',
    from: ['CWE-345', 'CWE-347', 'WebAuthn §7.2 step 21'],
    async run(scene) {
      const person = await victim(scene);
      const { browser } = await askedForPasskey(scene, person);
      const changed = (bytes: string, at: number, bit: number): string => {
        const copy = Buffer.from(bytes, 'base64url');
        copy[at] = copy[at]! ^ bit;
        return copy.toString('base64url');
      };
      for (const [field, at, bit] of [
        // Flags and counter come after the 32 bytes of the RP ID hash.
        ['authenticatorData', 32, 0x04],
        ['authenticatorData', 36, 0x01],
      ] as const) {
        const { response: inner, ...good } = person.device.get(await requestOptions(browser, SECOND_HALF));
        const response = { ...good, response: { ...inner, [field]: changed(inner[field], at, bit) } };
        refused(await browser.post(SECOND_HALF, { response }), 'passkey_rejected');
      }
      const { response: inner, ...good } = person.device.get(await requestOptions(browser, SECOND_HALF));
      const client = Buffer.from(inner.clientDataJSON, 'base64url').toString();
      const padded = Buffer.from(client.replace('}', ',"more":1}')).toString('base64url');
      const response = { ...good, response: { ...inner, clientDataJSON: padded } };
      refused(await browser.post(SECOND_HALF, { response }), 'passkey_rejected');
    },
  },
]);
