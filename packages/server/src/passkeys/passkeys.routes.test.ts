import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import {
  answerChallenge,
  enrolPasskey,
  holdPasskey,
  newDevice,
  newSecurityKey,
  oneClick,
} from './testing/ceremonies.ts';

const YUBIKEY = '2fc0579f811347eab116bb5a8db9202a';
const UNLISTED = '0123456789abcdef0123456789abcdef';

interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly provider: string | null;
  readonly synced: boolean;
  readonly transports: readonly string[];
  readonly lastUsedAt: string | null;
  readonly current: boolean;
}

const listed = async (browser: Browser): Promise<readonly PasskeyView[]> =>
  (await browser.get('/passkeys')).body['passkeys'] as PasskeyView[];

describeOnEachDatabase('The passkeys of a person', (database) => {
  let kit: RunningKit;
  beforeEach(async () => {
    kit = await startKit({ database });
  });
  afterEach(() => kit.close());

  it('are listed with provider, synced or not, ways to reach them, last use, and which one is in use now', async () => {
    const phone = newDevice(kit);
    const key = newSecurityKey(kit, { aaguid: YUBIKEY });
    const other = newDevice(kit, { aaguid: UNLISTED });
    const first = kit.browser();
    await holdPasskey(first, phone);
    kit.clock.advance(1_000);
    expectStatus(await enrolPasskey(first, key, { kind: 'security-key' }), 201);
    kit.clock.advance(1_000);
    expectStatus(await enrolPasskey(first, other), 201);
    kit.clock.advance(60_000);

    const browser = await signIn(kit.browser());
    expectStatus(await answerChallenge(browser, key), 200);
    const at = new Date(kit.clock.now()).toISOString();
    const passkeys = await listed(browser);
    assert.deepEqual(
      passkeys.map(({ provider, synced, transports, lastUsedAt, current }) => [
        provider,
        synced,
        transports,
        lastUsedAt,
        current,
      ]),
      [
        [null, true, ['hybrid', 'internal'], null, false],
        ['YubiKey 5 Series with NFC', false, ['usb'], at, true],
        [null, true, ['hybrid', 'internal'], null, false],
      ],
    );
    assert.deepEqual((await browser.get('/factors')).body['passkeys'], passkeys);
    assert.ok(!JSON.stringify(passkeys).includes(key.credentials[0]!.id.toString('base64url')));
    assert.deepEqual(
      (await listed(first)).map(({ current }) => current),
      [false, false, true],
      'in the session that they were made in, the last one made is',
    );
  });

  it('are renamed at any time by their owner, which the password manager is told of', async () => {
    const browser = kit.browser();
    const { passkeyId, device } = await holdPasskey(browser, newDevice(kit));
    kit.clock.advance(30 * 60_000);
    const { result: reply, events } = await kit.audited(() =>
      browser.patch(`/passkeys/${passkeyId}`, { name: '  Ada’s phone ' }),
    );
    expectStatus(reply, 200);
    assert.equal((reply.body['passkey'] as PasskeyView).name, 'Ada’s phone');
    const { allAcceptedCredentials } = reply.body['signals'] as Record<string, Record<string, unknown>>;
    assert.deepEqual(allAcceptedCredentials?.['allAcceptedCredentialIds'], [
      device.credentials[0]?.id.toString('base64url'),
    ]);
    assert.deepEqual(
      events.map(({ event, factor_id, factor_label }) => [event, factor_id, factor_label]),
      [['auth.passkey.renamed', passkeyId, 'Ada’s phone']],
    );
    for (const name of ['', ' ', 'x'.repeat(65), '\u0000', ' \u202e']) {
      expectProblem(await browser.patch(`/passkeys/${passkeyId}`, { name }), 400, 'validation_failed');
    }
  });

  it('belong to one person: to others they are not_found, before anything else is asked of them', async () => {
    const { passkeyId } = await holdPasskey(kit.browser(), newDevice(kit));
    const grace = await signIn(kit.browser(), 'grace');
    kit.clock.advance(10 * 60_000);
    expectProblem(await grace.patch(`/passkeys/${passkeyId}`, { name: 'Mine' }), 404, 'not_found');
    expectProblem(await grace.delete(`/passkeys/${passkeyId}`), 404, 'not_found');
    expectProblem(await grace.delete('/passkeys/nonsense'), 404, 'not_found');
    expectProblem(await kit.browser().get('/passkeys'), 401, 'session_required');
  });

  it('are revoked one by one, freshly proven, and the answer names every one that remains', async () => {
    const browser = kit.browser();
    const phone = newDevice(kit);
    const { passkeyId } = await holdPasskey(browser, phone);
    const key = newSecurityKey(kit);
    expectStatus(await enrolPasskey(browser, key), 201);
    kit.clock.advance(5 * 60_000 + 1);
    expectProblem(await browser.delete(`/passkeys/${passkeyId}`), 401, 'step_up_required');
    expectStatus(await answerChallenge(browser, key), 200);

    const { result: reply, events } = await kit.audited(() => browser.delete(`/passkeys/${passkeyId}`));
    expectStatus(reply, 200);
    const { allAcceptedCredentials } = reply.body['signals'] as Record<string, Record<string, unknown>>;
    assert.deepEqual(allAcceptedCredentials, {
      rpId: 'localhost',
      userId: key.credentials[0]?.userHandle,
      allAcceptedCredentialIds: [key.credentials[0]?.id.toString('base64url')],
    });
    assert.deepEqual(
      events.map(({ event, factor_id }) => [event, factor_id]),
      [['auth.passkey.revoked', passkeyId]],
    );
    assert.equal((await browser.get('/recovery-codes')).body['remaining'], 10);
    expectProblem(await oneClick(kit.browser(), phone), 401, 'passkey_rejected');
    expectProblem(await browser.delete(`/passkeys/${passkeyId}`), 404, 'not_found');
  });

  it('take the recovery codes with them when the last factor goes, and the password is enough again', async () => {
    const browser = kit.browser();
    const { passkeyId } = await holdPasskey(browser, newDevice(kit));
    const { result: reply, events } = await kit.audited(() => browser.delete(`/passkeys/${passkeyId}`));
    expectStatus(reply, 200);
    const { allAcceptedCredentials } = reply.body['signals'] as Record<string, Record<string, unknown>>;
    assert.deepEqual(allAcceptedCredentials?.['allAcceptedCredentialIds'], []);
    assert.deepEqual(
      events.map(({ event }) => event),
      ['auth.passkey.revoked', 'auth.2fa.disabled'],
    );
    assert.equal((await browser.get('/recovery-codes')).body['total'], 0);
    const again = await signIn(kit.browser());
    assert.equal((await again.get('/session')).body['state'], 'signed-in');
  });

  it('leave the recovery codes where an authenticator app remains', async () => {
    const browser = kit.browser();
    const { passkeyId } = await holdPasskey(browser, newDevice(kit));
    await addApp(kit, browser);
    const { events } = await kit.audited(() => browser.delete(`/passkeys/${passkeyId}`));
    assert.deepEqual(
      events.map(({ event }) => event),
      ['auth.passkey.revoked'],
    );
    assert.equal((await browser.get('/recovery-codes')).body['remaining'], 10);
  });

  it('go all at once when multi-factor authentication is turned off', async () => {
    const browser = kit.browser();
    const phone = newDevice(kit);
    await holdPasskey(browser, phone);
    const { result: reply, events } = await kit.audited(() => browser.delete('/factors'));
    expectStatus(reply, 204);
    assert.deepEqual(
      events.map(({ event }) => event),
      ['auth.passkey.revoked', 'auth.2fa.disabled'],
    );
    expectProblem(await oneClick(kit.browser(), phone), 401, 'passkey_rejected');
  });

  it('are told of by mail when one is added and when one is revoked', async () => {
    const browser = kit.browser();
    const { passkeyId } = await holdPasskey(browser, newDevice(kit));
    await browser.delete(`/passkeys/${passkeyId}`);
    await kit.mfa.jobs.runDue();
    const subjects = kit.mails.map(({ subject }) => subject);
    assert.ok(subjects.includes('Test Notes: A passkey was added'));
    assert.ok(subjects.includes('Test Notes: A passkey was revoked'));
  });

  it('keep their handle for good, through revoking the last and adding another', async () => {
    const browser = kit.browser();
    const phone = newDevice(kit);
    const { passkeyId } = await holdPasskey(browser, phone);
    await browser.delete(`/passkeys/${passkeyId}`);
    const other = newDevice(kit);
    await holdPasskey(kit.browser(), other);
    assert.equal(other.credentials[0]?.userHandle, phone.credentials[0]?.userHandle);
  });
});
