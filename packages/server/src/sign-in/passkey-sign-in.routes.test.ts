import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  enrolPasskey,
  holdPasskey,
  newDevice,
  newSecurityKey,
  oneClick,
  reasonsOf,
  requestOptions,
  type PasskeyHolder,
} from '../passkeys/testing/ceremonies.ts';
import { forged, type SoftwareAuthenticator } from '../passkeys/testing/software-authenticator.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const HOUR = 3_600_000;

describeOnEachDatabase('Signing in with a passkey alone', (database) => {
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  let ada: PasskeyHolder;
  before(async () => {
    kit = await startKit({ database });
    device = newDevice(kit);
    ada = await holdPasskey(kit.browser(), device);
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  it('takes two requests and nothing typed, and opens a session at AAL 2 at once', async () => {
    const browser = kit.browser();
    let requests = 0;
    const counting = { post: (path: string, body?: unknown) => ((requests += 1), browser.post(path, body)) };
    const { body } = await counting.post('/passkey-sign-in/options');
    const response = device.get(body['options'] as Parameters<typeof device.get>[0]);
    const { result: reply, events } = await kit.audited(() =>
      counting.post('/passkey-sign-in', { response }),
    );
    expectStatus(reply, 200);
    assert.equal(requests, 2);
    const { state, aal, amr, user, mustEnroll, nudges } = reply.body;
    const at = new Date(kit.clock.now()).toISOString();
    assert.deepEqual(
      { state, aal, amr, user, mustEnroll, nudges },
      {
        state: 'signed-in',
        aal: 2,
        amr: [{ method: 'passkey', at }],
        user: { id: 'user-ada', name: 'ada@example.com', displayName: 'Ada' },
        mustEnroll: false,
        nudges: ['add-second-passkey', 'recovery-codes-not-saved'],
      },
    );
    assert.deepEqual((await browser.get('/session')).body, reply.body);
    assert.deepEqual(
      events.map(({ event, outcome, method, factor_id, subject, details }) => [
        event,
        outcome,
        method,
        factor_id,
        subject,
        details,
      ]),
      [['auth.sign_in.success', 'success', 'passkey', ada.passkeyId, 'user-ada', '{"stage":"complete"}']],
    );
  });

  it('asks the browser for exactly this, naming nobody (W4, W5)', async () => {
    const { challenge, ...options } = await requestOptions(kit.browser(), '/passkey-sign-in');
    assert.equal(Buffer.from(challenge, 'base64url').length, 32);
    assert.deepEqual(options, {
      rpId: 'localhost',
      allowCredentials: [],
      timeout: 300_000,
      userVerification: 'required',
    });
  });

  it('is fresh: what is dangerous needs no second prompt', async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    expectStatus(await enrolPasskey(browser, newSecurityKey(kit)), 201);
  });

  it('refuses a key that verified nobody: it would be one factor alone (W4)', async () => {
    const { result: reply, events } = await kit.audited(() =>
      oneClick(kit.browser(), device, { flags: { userVerified: false } }),
    );
    expectProblem(reply, 401, 'passkey_rejected');
    assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', 'user-verification']]);
  });

  it('says of an unknown credential that it is unknown, so that the browser can stop offering it, and of nothing else', async () => {
    const stranger = newDevice(kit);
    const owner = await signIn(kit.browser(), 'linus');
    const { body } = expectStatus(await enrolPasskey(owner, stranger), 201);
    expectStatus(await owner.delete(`/passkeys/${(body['passkey'] as { id: string }).id}`), 200);
    const { result: reply, events } = await kit.audited(() => oneClick(kit.browser(), stranger));
    expectProblem(reply, 401, 'passkey_rejected');
    assert.equal(reply.body['unknownCredential'], true);
    assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', 'unknown-credential']]);
    assert.equal(events[0]?.subject, '');

    const known = await oneClick(kit.browser(), device, { signature: forged });
    expectProblem(known, 401, 'passkey_rejected');
    assert.ok(!('unknownCredential' in known.body));
  });

  it('takes the place of the session, or the pending sign-in, that the browser had (B1)', async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    const earlier = browser.copy();
    expectStatus(await oneClick(browser, device), 200);
    expectProblem(await earlier.get('/factors'), 401, 'session_required');

    const halfway = await signIn(kit.browser());
    const pending = halfway.copy();
    expectStatus(await oneClick(halfway, device), 200);
    expectProblem(await pending.get('/challenge'), 401, 'challenge_expired');
    assert.deepEqual([...halfway.cookies.keys()], ['mfa-session']);
  });

  it('refuses a disabled person like a wrong password, with the reason in the audit', async () => {
    const person = kit.users.get('user-ada')!;
    person.disabled = true;
    const { result: reply, events } = await kit.audited(() => oneClick(kit.browser(), device));
    person.disabled = false;
    expectProblem(reply, 401, 'invalid_credentials');
    assert.equal(reply.headers.getSetCookie().length, 0);
    assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', 'disabled']]);
    assert.equal(events[0]?.subject, 'user-ada');
  });

  it('refuses a person whom the host does not know any more', async () => {
    const person = kit.users.get('user-ada')!;
    kit.users.delete(person.id);
    const { result: reply, events } = await kit.audited(() => oneClick(kit.browser(), device));
    kit.users.set(person.id, person);
    expectProblem(reply, 401, 'invalid_credentials');
    assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', 'unknown-user']]);
  });

  it('is over for a person of whom the kit was told that they are gone', async () => {
    const gone = newDevice(kit);
    await holdPasskey(kit.browser(), gone, 'grace');
    await kit.mfa.userDeleted('user-grace');
    const reply = expectProblem(await oneClick(kit.browser(), gone), 401, 'passkey_rejected');
    assert.equal(reply.body['unknownCredential'], true);
  });
});

describe('The other origins of an application', () => {
  const RELATED = 'https://notes.example';
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  before(async () => {
    const publicUrl = 'https://app.example.com';
    const passkeys = { rpId: 'example.com', relatedOrigins: [RELATED] };
    kit = await startKit({ configuration: { publicUrl, passkeys } });
    device = newDevice(kit);
    await holdPasskey(kit.browser(), device);
  });
  after(() => kit.close());

  it('may use its passkeys, which are bound to the RP ID and not to a host', async () => {
    const options = await requestOptions(kit.browser(), '/passkey-sign-in');
    assert.equal(options.rpId, 'example.com');
    expectStatus(await oneClick(kit.browser(), device, { clientData: { origin: RELATED } }), 200);
  });

  for (const origin of [
    'https://example.com',
    'https://sub.app.example.com',
    'https://app.example.com.attacker.example',
    'https://app.example.com:8443',
    'http://app.example.com',
    'https://app.example.com/',
    'https://challenge.example',
  ]) {
    it(`are those that are configured; ${origin} is refused`, async () => {
      const { result: reply, events } = await kit.audited(() =>
        oneClick(kit.browser(), device, { clientData: { origin } }),
      );
      expectProblem(reply, 401, 'passkey_rejected');
      assert.deepEqual(reasonsOf(events), [['auth.sign_in.failure', 'origin']]);
    });
  }

  it('may call the BFF where a browser says no more than its Origin', async () => {
    const from = (origin: string): ReturnType<RunningKit['browser']> =>
      kit.browser({ 'sec-fetch-site': undefined, origin });
    await requestOptions(from(RELATED), '/passkey-sign-in');
    await requestOptions(from(kit.origin), '/passkey-sign-in');
    const reply = await from('https://attacker.example').post('/passkey-sign-in/options');
    expectProblem(reply, 403, 'cross_site');
  });
});
