import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  forged,
  type RegistrationBend,
} from '../../../packages/server/src/passkeys/testing/software-authenticator.ts';
import { attacksOn, type AttackOfGroup } from '../attack.ts';
import { refused, succeeded, successes } from '../checks/expect.ts';
import { creationOptions, newDevice, signedIn } from '../cast/people.ts';
import { victim } from '../cast/victim.ts';

const PASSKEYS = '/mfa/passkeys';

/** Something that is wrong with how a passkey was made, and what the audit calls it. */
interface Bent {
  readonly id: string;
  readonly what: string;
  readonly from: readonly string[];
  readonly reason: string;
  readonly bend: RegistrationBend;
}

const cose = (...entries: readonly (readonly [number, number])[]): Map<number, number> => new Map(entries);

const BENT: readonly Bent[] = [
  {
    id: 'phished',
    what: 'made on a phishing page',
    from: ['CWE-346', 'WebAuthn §7.1 step 9'],
    reason: 'origin',
    bend: { clientData: { origin: 'https://elsewhere.example' } },
  },
  {
    id: 'framed',
    what: 'made in a frame of another site',
    from: ['W3', 'CWE-1021', 'WebAuthn §7.1 step 10'],
    reason: 'cross-origin',
    bend: { clientData: { crossOrigin: true } },
  },
  {
    id: 'other-rp-id',
    what: 'for another relying party',
    from: ['CWE-346', 'WebAuthn §7.1 step 14'],
    reason: 'rp-id',
    bend: { rpId: 'elsewhere.example' },
  },
  {
    id: 'invented-challenge',
    what: 'for a challenge that the server never gave',
    from: ['W1', 'CWE-294', 'WebAuthn §7.1 step 8'],
    reason: 'challenge-unknown',
    bend: { clientData: { challenge: randomBytes(32).toString('base64url') } },
  },
  {
    id: 'used-not-made',
    what: 'that says that it was used and not made',
    from: ['CWE-436', 'WebAuthn §7.1 step 7'],
    reason: 'type',
    bend: { clientData: { type: 'webauthn.get' } },
  },
  {
    id: 'no-presence',
    what: 'made without anybody present, and nobody asked for that',
    from: ['W7', 'WebAuthn §7.1 step 15'],
    reason: 'user-presence',
    bend: { flags: { userPresent: false } },
  },
  {
    id: 'no-verification',
    what: 'that verified nobody, where it is to sign in alone',
    from: ['W4', 'WebAuthn §7.1 step 16'],
    reason: 'user-verification',
    bend: { flags: { userVerified: false } },
  },
  {
    id: 'long-id',
    what: 'with an id of 1024 bytes',
    from: ['W3', 'WebAuthn §7.1 step 25'],
    reason: 'credential-id',
    bend: { credentialId: randomBytes(1024) },
  },
  {
    id: 'two-ids',
    what: 'whose id beside the signed data is another one than inside',
    from: ['W3', 'CWE-345'],
    reason: 'credential-id',
    bend: { id: randomBytes(32).toString('base64url') },
  },
  {
    id: 'algorithm',
    what: 'with an algorithm that was not offered',
    from: ['W5', 'CWE-757', 'WebAuthn §7.1 step 20'],
    reason: 'algorithm',
    bend: { coseKey: cose([1, 2], [3, -65_535]) },
  },
  {
    id: 'algorithm-none',
    what: 'whose key names no algorithm at all',
    from: ['W5', 'CWE-327', 'RFC 9052 §7'],
    reason: 'algorithm',
    bend: { coseKey: cose([1, 2], [3, 0]) },
  },
  {
    id: 'forged-attestation',
    what: 'with a forged attestation of itself',
    from: ['CWE-347', 'WebAuthn §8.2'],
    reason: 'signature',
    bend: { attestation: 'packed-self', signature: forged },
  },
  {
    id: 'backup-contradiction',
    what: 'that is backed up and cannot be',
    from: ['W3', 'WebAuthn §7.1 step 17'],
    reason: 'backup-eligibility',
    bend: { flags: { backupEligible: false, backedUp: true } },
  },
];

const bentRegistration = ({ id, what, from, reason, bend }: Bent): AttackOfGroup => ({
  id: `new-passkey-${id}`,
  title: `A new passkey ${what} is not added`,
  from,
  async run(scene) {
    const { browser } = await signedIn(scene);
    const response = newDevice(scene).create(await creationOptions(browser), bend);
    const answer = refused(await browser.post(PASSKEYS, { response }), 'passkey_rejected');
    scene.expectEvent(answer, 'auth.2fa.failure', reason);
    const { body } = succeeded(await browser.get('/mfa/factors'));
    assert.deepEqual([body['passkeys'], (body['recoveryCodes'] as { total: number }).total], [[], 0]);
  },
});

export const passkeyRegistrations = attacksOn('passkeys', [
  ...BENT.map(bentRegistration),
  {
    id: 'new-passkey-of-somebody-else',
    title: 'A credential that somebody has is nobody else’s: no second account gets it, with whatever key',
    from: ['W9', 'CWE-694', 'WebAuthn §7.1 step 26'],
    async run(scene) {
      const [ada, mallory] = [await victim(scene), await signedIn(scene)];
      const [theirs] = ada.device.credentials;
      const options = await creationOptions(mallory.browser);
      const copied = ada.device.create(options, { credential: theirs! });
      refused(
        await mallory.browser.post(PASSKEYS, { response: copied }),
        'already_registered',
        'passkey_rejected',
      );
      const again = await creationOptions(mallory.browser);
      const sameId = newDevice(scene).create(again, { credentialId: theirs!.id });
      refused(
        await mallory.browser.post(PASSKEYS, { response: sameId }),
        'already_registered',
        'passkey_rejected',
      );
    },
  },
  {
    id: 'new-passkey-in-parallel',
    title: 'One credential registered by four people at the same instant is one person’s',
    from: ['W9', 'S1', 'CWE-362'],
    async run(scene) {
      const credentialId = randomBytes(32);
      const contenders = [];
      for (let index = 0; index < 4; index += 1) {
        const { browser } = await signedIn(scene);
        const response = newDevice(scene).create(await creationOptions(browser), { credentialId });
        contenders.push({ browser, request: browser.request('POST', PASSKEYS, { response }) });
      }
      assert.equal(successes(await scene.atOnce(contenders)), 1);
    },
  },
  {
    id: 'new-passkey-replayed',
    title: 'The answer that added a passkey adds nothing a second time',
    from: ['W1', 'CWE-294'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const response = newDevice(scene).create(await creationOptions(browser));
      succeeded(await browser.post(PASSKEYS, { response }), 201);
      refused(await browser.post(PASSKEYS, { response }), 'already_registered', 'passkey_rejected');
    },
  },
  {
    id: 'new-passkey-challenge-of-another-session',
    title: 'A challenge belongs to the session that asked for it',
    from: ['W1', 'CWE-384'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      const response = newDevice(scene).create(await creationOptions(ada.browser));
      refused(await mallory.browser.post(PASSKEYS, { response }), 'passkey_rejected');
      // And whoever answered in the wrong place used it up.
      refused(await ada.browser.post(PASSKEYS, { response }), 'passkey_rejected');
    },
  },
  {
    id: 'new-passkey-too-late',
    title: 'A challenge for a new passkey is good for five minutes',
    from: ['W1', 'CWE-613'],
    movesClock: true,
    async run(scene) {
      const { browser } = await signedIn(scene);
      const response = newDevice(scene).create(await creationOptions(browser));
      await scene.advance(5 * 60 + 1);
      succeeded(await browser.post('/mfa/challenge/password', { password: 'acme-demo-passphrase' }));
      refused(await browser.post(PASSKEYS, { response }), 'expired');
    },
  },
  {
    id: 'new-passkey-malformed',
    title: 'What is no attestation is refused as such: nested, endless and empty CBOR among it',
    from: ['W8', 'CWE-502', 'CWE-674', 'RFC 8949 §10'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      for (const object of [
        Buffer.alloc(20_000, 0x81),
        Buffer.from('9bffffffffffffffff00', 'hex'),
        Buffer.from('bbffffffffffffffff0000', 'hex'),
        Buffer.from('5bffffffffffffffff', 'hex'),
        Buffer.from('7a7fffffff61', 'hex'),
        Buffer.from('a0', 'hex'),
        Buffer.from('f6', 'hex'),
      ]) {
        const attestationObject = (): Buffer => object;
        const response = newDevice(scene).create(await creationOptions(browser), { attestationObject });
        refused(await browser.post(PASSKEYS, { response }), 'passkey_rejected', 'validation_failed');
      }
      for (const response of [null, [], {}, { id: 'x', type: 'public-key', response: {} }]) {
        refused(await browser.post(PASSKEYS, { response }), 'validation_failed');
      }
    },
  },
  {
    id: 'new-passkey-quietly',
    title: 'A passkey made without a gesture raises nothing: the session knows no more than before',
    from: ['W7', 'S4', 'CWE-308'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const options = await creationOptions(browser, { conditional: true });
      const flags = { userPresent: false, userVerified: false };
      const response = newDevice(scene).create(options, { flags });
      const { body } = succeeded(await browser.post(PASSKEYS, { response }), 201);
      assert.equal((body['session'] as { aal: number }).aal, 1);
    },
  },
  {
    id: 'new-passkey-user-id',
    title:
      'What the authenticator keeps names nobody: 64 random bytes, the same for one person, another for another',
    from: ['W5', 'WebAuthn §14.6.1', 'CWE-200'],
    async run(scene) {
      const [ada, mallory] = [await signedIn(scene), await signedIn(scene)];
      const ids = [];
      for (const { browser } of [ada, ada, mallory]) ids.push((await creationOptions(browser)).user.id);
      assert.equal(Buffer.from(ids[0]!, 'base64url').length, 64);
      assert.equal(ids[0], ids[1]);
      assert.notEqual(ids[0], ids[2]);
    },
  },
  {
    id: 'new-passkey-offer',
    title: 'No weak algorithm is offered, no attestation asked for, and each challenge is new',
    from: ['W1', 'W5', 'CWE-327', 'CWE-330'],
    async run(scene) {
      const { browser } = await signedIn(scene);
      const [one, other] = [await creationOptions(browser), await creationOptions(browser)];
      assert.deepEqual(
        one.pubKeyCredParams.map(({ alg }) => alg),
        [-8, -7, -257],
      );
      assert.equal(one.attestation ?? 'none', 'none');
      assert.notEqual(one.challenge, other.challenge);
      assert.equal(Buffer.from(one.challenge, 'base64url').length, 32);
    },
  },
]);
