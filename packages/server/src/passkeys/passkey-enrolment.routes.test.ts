import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import {
  creationOptions,
  enrolPasskey,
  holdPasskey,
  newDevice,
  newSecurityKey,
  oneClick,
  reasonsOf,
} from './testing/ceremonies.ts';

/** Of a provider that the list of models knows. */
const APPLE_PASSWORDS = 'fbfc3007154e4ecc8c0b6e020557d7bd';
const YUBIKEY = '2fc0579f811347eab116bb5a8db9202a';

const bytesIn = (base64url: string): number => Buffer.from(base64url, 'base64url').length;

describeOnEachDatabase('Adding a passkey', (database) => {
  let kit: RunningKit;
  beforeEach(async () => {
    kit = await startKit({ database });
  });
  afterEach(() => kit.close());

  it('answers the passkey, a session at AAL 2 under a new token, and what the password manager has to know', async () => {
    const browser = await signIn(kit.browser());
    const before = browser.copy();
    const device = newDevice(kit, { aaguid: APPLE_PASSWORDS });
    const { result: reply, events } = await kit.audited(() => enrolPasskey(browser, device));
    expectStatus(reply, 201);
    const { passkey, session, signals } = reply.body as Record<string, Record<string, unknown>>;
    const at = new Date(kit.clock.now()).toISOString();
    assert.deepEqual(
      { ...passkey, id: typeof passkey?.['id'] },
      {
        id: 'string',
        name: 'Apple Passwords',
        provider: 'Apple Passwords',
        createdAt: at,
        lastUsedAt: null,
        synced: true,
        transports: ['hybrid', 'internal'],
        current: true,
      },
    );
    assert.equal(session?.['aal'], 2);
    assert.deepEqual(session['amr'], [
      { method: 'password', at },
      { method: 'passkey', at },
    ]);
    const [credential] = device.credentials;
    assert.deepEqual(signals, {
      allAcceptedCredentials: {
        rpId: 'localhost',
        userId: credential?.userHandle,
        allAcceptedCredentialIds: [credential?.id.toString('base64url')],
      },
      currentUserDetails: {
        rpId: 'localhost',
        userId: credential?.userHandle,
        name: 'ada@example.com',
        displayName: 'Ada',
      },
    });
    expectProblem(await before.get('/factors'), 401, 'session_required');
    assert.deepEqual(
      events.map(({ event, outcome, method, factor_label }) => [event, outcome, method, factor_label]),
      [
        ['auth.passkey.added', 'success', 'passkey', 'Apple Passwords'],
        ['auth.2fa.enabled', 'success', 'passkey', null],
        ['auth.recovery_codes.generated', 'success', null, null],
      ],
    );
    assert.equal(events[0]?.details, '{"synced":true,"conditional":false}');
    await kit.mfa.jobs.runDue();
    assert.deepEqual(
      kit.mails.map(({ subject }) => subject),
      ['Test Notes: A passkey was added', 'Test Notes: Two-step sign-in is on'],
    );
  });

  it('makes ten recovery codes with the first factor, and none with the second', async () => {
    const browser = kit.browser();
    const { recoveryCodes } = await holdPasskey(browser, newDevice(kit));
    assert.equal(new Set(recoveryCodes).size, 10);
    const second = expectStatus(await enrolPasskey(browser, newSecurityKey(kit)), 201);
    assert.ok(!('recoveryCodes' in second.body));
    const { body } = await browser.get('/recovery-codes');
    assert.deepEqual([body['remaining'], body['confirmed']], [10, false]);
  });

  it('takes the name that the person gives, else the provider, else "Passkey"', async () => {
    const browser = await signIn(kit.browser());
    const named = async (device: ReturnType<typeof newDevice>, name?: string): Promise<unknown> => {
      const response = device.create(await creationOptions(browser));
      const reply = expectStatus(await browser.post('/passkeys', { response, name }), 201);
      return (reply.body['passkey'] as Record<string, unknown>)['name'];
    };
    assert.equal(await named(newDevice(kit), 'Ada’s phone'), 'Ada’s phone');
    assert.equal(await named(newSecurityKey(kit, { aaguid: YUBIKEY })), 'YubiKey 5 Series with NFC');
    assert.equal(await named(newDevice(kit)), 'Passkey');
  });

  for (const algorithm of ['ES256', 'EdDSA', 'RS256'] as const) {
    it(`accepts ${algorithm}, and what was made signs in (W5)`, async () => {
      const device = newDevice(kit, { algorithm });
      await holdPasskey(kit.browser(), device);
      expectStatus(await oneClick(kit.browser(), device), 200);
    });
  }

  it('accepts an attestation that the authenticator signs itself, and refuses one that is not signed by it', async () => {
    const browser = await signIn(kit.browser());
    const key = newSecurityKey(kit);
    const signed = await enrolPasskey(browser, key, {}, { attestation: 'packed-self' });
    expectStatus(signed, 201);
    const forged = { attestation: 'packed-self', signature: (made: Buffer) => made.fill(1, 40) } as const;
    const { result: reply, events } = await kit.audited(() =>
      enrolPasskey(browser, newSecurityKey(kit), {}, forged),
    );
    expectProblem(reply, 401, 'passkey_rejected');
    assert.deepEqual(reasonsOf(events), [['auth.2fa.failure', 'signature']]);
  });

  it('needs a password proven within five minutes for the first, and a fresh factor for the others', async () => {
    const browser = await signIn(kit.browser());
    const device = newDevice(kit);
    const options = await creationOptions(browser);
    kit.clock.advance(5 * 60_000 + 1);
    expectProblem(await browser.post('/passkeys/options'), 401, 'step_up_required');
    // At the confirmation too, however quickly it was begun.
    const response = device.create(options);
    expectProblem(await browser.post('/passkeys', { response }), 401, 'step_up_required');

    const other = kit.browser();
    await holdPasskey(other, device, 'grace');
    kit.clock.advance(5 * 60_000 + 1);
    const refused = expectProblem(await other.post('/passkeys/options'), 401, 'step_up_required');
    assert.deepEqual((refused.body['stepUp'] as Record<string, unknown>)['methods'], ['passkey']);
  });

  it('asks no password of a session that came by recovery code, and lifts its restriction', async () => {
    const browser = kit.browser();
    const { recoveryCodes } = await holdPasskey(browser, newDevice(kit));
    await browser.post('/sign-out');
    await signIn(browser);
    const used = await browser.post('/challenge/recovery-code', { code: recoveryCodes[0] });
    assert.equal(used.body['mustEnroll'], true);
    kit.clock.advance(60_000);
    const { body } = expectStatus(await enrolPasskey(browser, newDevice(kit)), 201);
    const session = body['session'] as Record<string, unknown>;
    assert.deepEqual([session['mustEnroll'], session['aal']], [false, 2]);
  });

  it('kills sign-ins that were begun before (S5)', async () => {
    const device = newDevice(kit);
    const browser = kit.browser();
    await holdPasskey(browser, device);
    const begun = await signIn(kit.browser());
    expectStatus(await enrolPasskey(browser, newSecurityKey(kit)), 201);
    expectProblem(await begun.get('/challenge'), 401, 'challenge_expired');
  });

  it('stops at twenty: the twenty-first is factor_limit, when asked for and when answered (S7)', async () => {
    const browser = kit.browser();
    await holdPasskey(browser, newDevice(kit));
    for (let count = 2; count < 20; count += 1)
      expectStatus(await enrolPasskey(browser, newDevice(kit)), 201);
    const asked = [await creationOptions(browser), await creationOptions(browser)];
    const [twentieth, late] = asked.map((options) => newDevice(kit).create(options));
    expectStatus(await browser.post('/passkeys', { response: twentieth }), 201);
    expectProblem(await browser.post('/passkeys', { response: late }), 409, 'factor_limit');
    expectProblem(await browser.post('/passkeys/options'), 409, 'factor_limit');
    assert.equal(((await browser.get('/passkeys')).body['passkeys'] as unknown[]).length, 20);
  });

  it('refuses a credential that is registered already, to its owner and to anybody else (W9)', async () => {
    const browser = kit.browser();
    const device = newDevice(kit);
    await holdPasskey(browser, device);
    const [credential] = device.credentials;
    const again = await enrolPasskey(browser, device, {}, { credential: credential! });
    expectProblem(again, 409, 'already_registered');

    const grace = await signIn(kit.browser(), 'grace');
    const stolen = await enrolPasskey(grace, device, {}, { credential: credential! });
    expectProblem(stolen, 409, 'already_registered');
    assert.deepEqual((await grace.get('/passkeys')).body, { passkeys: [] });
    expectStatus(await oneClick(kit.browser(), device), 200);
  });
});

describe('What the browser is asked for when a passkey is to be added', () => {
  let kit: RunningKit;
  let browser: Browser;
  before(async () => {
    kit = await startKit();
    browser = kit.browser();
    await holdPasskey(browser, newDevice(kit));
  });
  after(() => kit.close());

  it('is exactly this (W4, W5)', async () => {
    const { challenge, user, excludeCredentials, ...options } = await creationOptions(browser);
    assert.equal(bytesIn(challenge), 32);
    assert.equal(bytesIn(user.id), 64);
    assert.deepEqual([user.name, user.displayName], ['ada@example.com', 'Ada']);
    assert.equal(excludeCredentials?.length, 1);
    assert.deepEqual(options, {
      rp: { id: 'localhost', name: 'Test Notes' },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
      timeout: 300_000,
      attestation: 'none',
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      extensions: { credProps: true },
      hints: [],
    });
  });

  it('says by hints where the passkey is wanted, and names an attachment for a security key alone (W5)', async () => {
    const asked = async (kind: string): Promise<unknown> => {
      const { hints, authenticatorSelection } = await creationOptions(browser, { kind });
      return [hints, authenticatorSelection];
    };
    const passkey = { residentKey: 'required', requireResidentKey: true, userVerification: 'required' };
    assert.deepEqual(await asked('this-device'), [['client-device'], passkey]);
    assert.deepEqual(await asked('phone'), [['hybrid'], passkey]);
    assert.deepEqual(await asked('security-key'), [
      ['security-key'],
      {
        residentKey: 'preferred',
        requireResidentKey: false,
        userVerification: 'preferred',
        authenticatorAttachment: 'cross-platform',
      },
    ]);
    expectProblem(await browser.post('/passkeys/options', { kind: 'laptop' }), 400, 'validation_failed');
  });

  it('excludes what the person has, with the ways to reach it', async () => {
    const key = newSecurityKey(kit);
    expectStatus(await enrolPasskey(browser, key), 201);
    const { excludeCredentials = [] } = await creationOptions(browser);
    const id = key.credentials[0]?.id.toString('base64url');
    assert.equal(excludeCredentials.length, 2);
    assert.deepEqual(
      excludeCredentials.find((excluded) => excluded.id === id),
      {
        id,
        type: 'public-key',
        transports: ['usb'],
      },
    );
  });

  it('names the person by 64 random bytes that never change and that no two people share', async () => {
    const handle = async (asking: Browser): Promise<string> => (await creationOptions(asking)).user.id;
    const own = await handle(browser);
    assert.equal(await handle(browser), own);
    assert.equal(bytesIn(own), 64);
    assert.ok(!Buffer.from(own, 'base64url').toString().includes('ada'));
    assert.notEqual(await handle(await signIn(kit.browser(), 'grace')), own);
  });

  it('has another challenge each time', async () => {
    const challenges = [await creationOptions(browser), await creationOptions(browser)];
    assert.notEqual(challenges[0]?.challenge, challenges[1]?.challenge);
  });
});

describe('A passkey made without a gesture, after a password manager filled in the password (W7)', () => {
  let kit: RunningKit;
  beforeEach(async () => {
    kit = await startKit();
  });
  afterEach(() => kit.close());
  const absent = { flags: { userPresent: false, userVerified: false } } as const;

  it('is added where it was asked for, and proves nothing: the session stays at AAL 1', async () => {
    const browser = await signIn(kit.browser());
    const { result: reply, events } = await kit.audited(() =>
      enrolPasskey(browser, newDevice(kit), { conditional: true }, absent),
    );
    expectStatus(reply, 201);
    const session = reply.body['session'] as Record<string, unknown>;
    assert.equal(session['aal'], 1);
    assert.deepEqual(
      (session['amr'] as { method: string }[]).map(({ method }) => method),
      ['password'],
    );
    assert.equal((reply.body['passkey'] as Record<string, unknown>)['current'], false);
    assert.equal(events[0]?.details, '{"synced":true,"conditional":true}');
    expectProblem(await browser.delete('/factors'), 401, 'step_up_required');
  });

  it('gives no proof even where the flags say that the person was there', async () => {
    const browser = await signIn(kit.browser());
    const reply = expectStatus(await enrolPasskey(browser, newDevice(kit), { conditional: true }), 201);
    assert.equal((reply.body['session'] as Record<string, unknown>)['aal'], 1);
  });

  it('is refused where a gesture was asked for, which the audit is told once a minute', async () => {
    const browser = await signIn(kit.browser());
    const { events } = await kit.audited(async () => {
      for (let count = 0; count < 8; count += 1)
        expectProblem(await enrolPasskey(browser, newDevice(kit), {}, absent), 401, 'passkey_rejected');
    });
    assert.deepEqual(reasonsOf(events), [['auth.2fa.failure', 'user-presence']]);
  });

  it('signs in later like any other', async () => {
    const device = newDevice(kit);
    expectStatus(await enrolPasskey(await signIn(kit.browser()), device, { conditional: true }, absent), 201);
    expectStatus(await oneClick(kit.browser(), device), 200);
  });
});

describe('User verification when a passkey is added (W4)', () => {
  let kit: RunningKit;
  beforeEach(async () => {
    kit = await startKit();
  });
  afterEach(() => kit.close());

  for (const kind of [undefined, 'this-device', 'phone'] as const) {
    it(`is required of a passkey to sign in with alone (${kind ?? 'no kind named'})`, async () => {
      const browser = await signIn(kit.browser());
      const asked = kind ? { kind } : {};
      const { result: reply, events } = await kit.audited(() =>
        enrolPasskey(browser, newDevice(kit, { verifiesUser: false }), asked),
      );
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [['auth.2fa.failure', 'user-verification']]);
    });
  }

  it('may be missing of a security key, which is one factor beside the password', async () => {
    const browser = await signIn(kit.browser());
    const key = newSecurityKey(kit, { verifiesUser: false });
    const reply = expectStatus(await enrolPasskey(browser, key, { kind: 'security-key' }), 201);
    assert.equal((reply.body['session'] as Record<string, unknown>)['aal'], 2);
  });

  it('lowers nothing: who signed in by passkey alone stays at AAL 2 after adding a key that verifies nobody', async () => {
    const device = newDevice(kit);
    await holdPasskey(kit.browser(), device);
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    const key = newSecurityKey(kit, { verifiesUser: false });
    const reply = expectStatus(await enrolPasskey(browser, key, { kind: 'security-key' }), 201);
    assert.equal((reply.body['session'] as Record<string, unknown>)['aal'], 2);
    assert.equal((reply.body['passkey'] as Record<string, unknown>)['current'], true);
    const { body } = await browser.get('/passkeys');
    const current = (body['passkeys'] as { current: boolean }[]).filter((passkey) => passkey.current);
    assert.equal(current.length, 1, 'one is in use now');
  });
});
