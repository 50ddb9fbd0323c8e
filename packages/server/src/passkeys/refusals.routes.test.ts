import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { PasskeyRefusal } from './checks.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import {
  answerChallenge,
  enrolPasskey,
  holdPasskey,
  newDevice,
  newSecurityKey,
  oneClick,
  reasonsOf,
  requestOptions,
} from './testing/ceremonies.ts';
import {
  forged,
  type AssertionBend,
  type Bend,
  type RegistrationBend,
  type SoftwareAuthenticator,
} from './testing/software-authenticator.ts';

/** What is refused in either ceremony. */
const BOTH: readonly (readonly [string, PasskeyRefusal, Bend])[] = [
  ['in a frame of another site', 'cross-origin', { clientData: { crossOrigin: true } }],
  [
    'in a frame of another site that says which',
    'cross-origin',
    { clientData: { crossOrigin: true, topOrigin: 'https://host.example' } },
  ],
  [
    'with a top origin that contradicts its cross origin',
    'cross-origin',
    { clientData: { topOrigin: 'https://host.example' } },
  ],
  ['from a subdomain', 'origin', { clientData: { origin: 'http://sub.localhost' } }],
  ['from an origin that looks like another mistake', 'origin', { clientData: { origin: 'RP ID present' } }],
  ['for another RP ID', 'rp-id', { rpId: 'attacker.example' }],
  ['of another type', 'type', { clientData: { type: 'payment.get' } }],
  ['with a credential id of 1024 bytes', 'credential-id', { id: randomBytes(1024).toString('base64url') }],
  ['without user presence', 'user-presence', { flags: { userPresent: false } }],
  ['without user verification', 'user-verification', { flags: { userVerified: false } }],
  [
    'that is backed up and cannot be',
    'backup-eligibility',
    { flags: { backupEligible: false, backedUp: true } },
  ],
  ['with bytes left over', 'malformed', { authenticatorData: (made) => Buffer.concat([made, Buffer.of(0)]) }],
  ['with a raw id that is another one', 'malformed', { rawId: 'AAAA' }],
];

/** Without an attestation nobody signs, so any number will do as a modulus. */
const rsaKey = (modulus: Uint8Array): Map<number, number | Uint8Array> =>
  new Map<number, number | Uint8Array>([
    [1, 3],
    [3, -257],
    [-1, modulus],
    [-2, Uint8Array.of(1, 0, 1)],
  ]);

describeOnEachDatabase('A registration', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
  });
  after(() => kit.close());

  const cases: readonly (readonly [string, PasskeyRefusal, RegistrationBend])[] = [
    ...BOTH,
    ['of a sign-in', 'type', { clientData: { type: 'webauthn.get' } }],
    ['whose id is not the one inside (W3)', 'credential-id', { id: randomBytes(32).toString('base64url') }],
    ['whose inner id has 1024 bytes (W3)', 'credential-id', { credentialId: randomBytes(1024) }],
    ['without a credential', 'malformed', { flags: { attestedData: false } }],
    [
      'with an algorithm that was not offered (W5)',
      'algorithm',
      {
        coseKey: new Map([
          [1, 2],
          [3, -8_191],
        ]),
      },
    ],
    ['with an RSA key of 1024 bits (W5)', 'algorithm', { coseKey: rsaKey(randomBytes(128)) }],
    [
      'with an RSA key that is made to look longer (W5)',
      'algorithm',
      { coseKey: rsaKey(Buffer.concat([Buffer.alloc(256), randomBytes(128)])) },
    ],
    ['with a forged self-attestation', 'signature', { attestation: 'packed-self', signature: forged }],
  ];
  for (const [title, refusal, bend] of cases) {
    it(`${title} is refused, with the reason in the audit: ${refusal}`, async () => {
      const browser = await signIn(kit.browser());
      const { result: reply, events } = await kit.audited(() =>
        enrolPasskey(browser, newDevice(kit), {}, bend),
      );
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [['auth.2fa.failure', refusal]]);
      assert.equal(events[0]?.subject, 'user-ada');
      assert.deepEqual((await browser.get('/passkeys')).body, { passkeys: [] });
    });
  }

  it('with an id of 1023 bytes is accepted, the longest there may be (W3)', async () => {
    const device = newDevice(kit, { credentialIdLength: 1023 });
    await holdPasskey(kit.browser(), device, 'grace');
    expectStatus(await oneClick(kit.browser(), device), 200);
  });
});

describeOnEachDatabase('An assertion', (database) => {
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  let key: SoftwareAuthenticator;
  let grace: SoftwareAuthenticator;
  before(async () => {
    kit = await startKit({ database });
    device = newDevice(kit);
    key = newSecurityKey(kit);
    grace = newDevice(kit);
    const browser = kit.browser();
    await holdPasskey(browser, device);
    expectStatus(await enrolPasskey(browser, key), 201);
    await holdPasskey(kit.browser(), grace, 'grace');
  });
  // Twenty refusals in five minutes would close the address (rule L4).
  beforeEach(() => kit.clock.advance(5 * 60_000));
  after(() => kit.close());

  const cases: readonly (readonly [string, PasskeyRefusal, AssertionBend])[] = [
    ...BOTH.filter(([, refusal]) => refusal !== 'credential-id'),
    ['of a registration', 'type', { clientData: { type: 'webauthn.create' } }],
    ['with a forged signature', 'signature', { signature: forged }],
    ['with a signature of nothing', 'malformed', { signature: () => Buffer.from('nothing') }],
    ['with a foreign user handle (W2)', 'user-handle', { userHandle: randomBytes(64).toString('base64url') }],
    ['without a user handle (W2)', 'user-handle', { userHandle: null }],
    [
      'of a passkey that cannot be synced any more (W3)',
      'backup-eligibility',
      { flags: { backupEligible: false, backedUp: false } },
    ],
    [
      'with a credential id of 1024 bytes',
      'unknown-credential',
      { id: randomBytes(1024).toString('base64url') },
    ],
    ['with an id that nobody has', 'unknown-credential', { id: randomBytes(32).toString('base64url') }],
  ];
  for (const [title, refusal, bend] of cases) {
    it(`${title} is refused, with the reason in the audit: ${refusal}`, async () => {
      const { result: reply, events } = await kit.audited(() => oneClick(kit.browser(), device, bend));
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', refusal]]);
      assert.equal(reply.headers.getSetCookie().length, 0);
    });
  }

  it('of a passkey that suddenly can be synced is refused (W3)', async () => {
    const [credential] = key.credentials;
    const flags = { backupEligible: true };
    const { result: reply, events } = await kit.audited(() =>
      oneClick(kit.browser(), key, { credential: credential!, flags }),
    );
    expectProblem(reply, 401, 'passkey_rejected');
    assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', 'backup-eligibility']]);
  });

  it("of one person's passkey is refused in another's challenge, whatever handle it shows (W2)", async () => {
    for (const userHandle of [undefined, null, device.credentials[0]!.userHandle]) {
      const browser = await signIn(kit.browser());
      const options = await requestOptions(browser, '/challenge/passkey');
      const bend = { credential: grace.credentials[0]!, ...(userHandle !== undefined && { userHandle }) };
      const response = grace.get(options, bend);
      const { result: reply, events } = await kit.audited(() =>
        browser.post('/challenge/passkey', { response }),
      );
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [['auth.2fa.failure', 'other-user']]);
      assert.equal(events[0]?.subject, 'user-ada');
    }
  });

  it("of one person's passkey is refused in another's session (W2)", async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    const response = grace.get(await requestOptions(browser, '/challenge/passkey'), {
      credential: grace.credentials[0]!,
    });
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/challenge/passkey', { response }),
    );
    expectProblem(reply, 401, 'passkey_rejected');
    assert.deepEqual(reasonsOf(events), [['auth.step_up.failure', 'other-user']]);
  });

  it("of one person's passkey with another's handle names neither (W2)", async () => {
    const userHandle = grace.credentials[0]!.userHandle;
    const { result: reply, events } = await kit.audited(() =>
      oneClick(kit.browser(), device, { userHandle }),
    );
    expectProblem(reply, 401, 'passkey_rejected');
    assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', 'user-handle']]);
  });

  it('that is right opens the door all the same, after all of this', async () => {
    expectStatus(await oneClick(kit.browser(), device), 200);
    expectStatus(await answerChallenge(await signIn(kit.browser()), key), 200);
  });
});

describe('A page of another site that may show the application in a frame (W3)', () => {
  const PORTAL = 'https://portal.example';
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  before(async () => {
    kit = await startKit({ configuration: { passkeys: { topOrigins: [PORTAL] } } });
    device = newDevice(kit);
    await holdPasskey(kit.browser(), device);
  });
  after(() => kit.close());

  it('is one that is configured, by name', async () => {
    const framed = (topOrigin: string | undefined, crossOrigin = true): ReturnType<typeof oneClick> =>
      oneClick(kit.browser(), device, { clientData: { crossOrigin, topOrigin } });
    expectStatus(await framed(PORTAL), 200);
    for (const refused of [framed('https://other.example'), framed(undefined), framed(PORTAL, false)]) {
      expectProblem(await refused, 401, 'passkey_rejected');
    }
  });

  it('may have passkeys made in it too, and only it', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    const added = (clientData: Bend['clientData']): ReturnType<typeof enrolPasskey> =>
      enrolPasskey(browser, newDevice(kit), {}, { clientData: { ...clientData } });
    expectStatus(await added({ crossOrigin: true, topOrigin: PORTAL }), 201);
    const contradiction = await added({ crossOrigin: false, topOrigin: PORTAL });
    expectProblem(contradiction, 401, 'passkey_rejected');
  });
});
