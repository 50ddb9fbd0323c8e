import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import {
  creationOptions,
  enrolPasskey,
  holdPasskey,
  newDevice,
  newSecurityKey,
  oneClick,
  requestOptions,
} from './testing/ceremonies.ts';
import type { SoftwareAuthenticator } from './testing/software-authenticator.ts';

const CONTENDERS = 16;

/** Sends the same from so many browsers at once. */
const together = (send: () => Promise<Reply>): Promise<readonly Reply[]> =>
  Promise.all(Array.from({ length: CONTENDERS }, send));

/** How many got what. */
function tally(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const key = typeof body['code'] === 'string' ? body['code'] : String(status);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describeOnEachDatabase('Of many who do the same with a passkey at once', (database) => {
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  let browser: Browser;
  beforeEach(async () => {
    kit = await startKit({ database });
    device = newDevice(kit);
    browser = kit.browser();
    await holdPasskey(browser, device);
  });
  afterEach(() => kit.close());

  it('one signs in with one assertion, and fifteen are refused (S1, W1)', async () => {
    const response = device.get(await requestOptions(kit.browser(), '/passkey-sign-in'));
    const { result: replies, events } = await kit.audited(() =>
      together(() => kit.browser().post('/passkey-sign-in', { response })),
    );
    assert.deepEqual(tally(replies), { 200: 1, passkey_rejected: 15 });
    assert.equal(events.filter(({ event }) => event === 'auth.sign_in.success').length, 1);
    assert.equal(events.filter(({ reason }) => reason === 'challenge-used').length, 15);
  });

  it('one finishes a sign-in, whose other copies find it finished or are refused (S1, S3)', async () => {
    const pending = await signIn(kit.browser());
    const response = device.get(await requestOptions(pending, '/challenge/passkey'));
    const { result: replies, events } = await kit.audited(() =>
      together(() => pending.copy().post('/challenge/passkey', { response })),
    );
    const { 200: opened, passkey_rejected: refused = 0, challenge_expired: late = 0 } = tally(replies);
    assert.deepEqual([opened, refused + late], [1, 15]);
    assert.equal(events.filter(({ event }) => event === 'auth.sign_in.success').length, 1);
  });

  it('one steps up, under a token that only it gets (S1, B1)', async () => {
    const response = device.get(await requestOptions(browser, '/challenge/passkey'));
    const copies = Array.from({ length: CONTENDERS }, () => browser.copy());
    const replies = await Promise.all(copies.map((copy) => copy.post('/challenge/passkey', { response })));
    const { 200: opened, passkey_rejected: refused = 0, session_required: late = 0 } = tally(replies);
    assert.deepEqual([opened, refused + late], [1, 15]);
    const alive = await Promise.all(copies.map(async (copy) => (await copy.get('/factors')).status));
    assert.equal(alive.filter((status) => status === 200).length, 1);
  });

  it('one uses a counter of a security key, whatever challenges the others have, and each other is an anomaly (W6)', async () => {
    const key = newSecurityKey(kit);
    expectStatus(await enrolPasskey(browser, key), 201);
    const options = await Promise.all(
      Array.from({ length: CONTENDERS }, () => requestOptions(kit.browser(), '/passkey-sign-in')),
    );
    const { result: replies, events } = await kit.audited(() =>
      Promise.all(
        options.map((asked) =>
          kit.browser().post('/passkey-sign-in', { response: key.get(asked, { counter: 9 }) }),
        ),
      ),
    );
    assert.deepEqual(tally(replies), { 200: 1, passkey_rejected: 15 });
    const anomalies = events.filter(({ event }) => event === 'auth.passkey.counter_anomaly');
    assert.equal(anomalies.length, 15);
  });

  it('one of two people registers a credential (W9)', async () => {
    const people = [await signIn(kit.browser(), 'grace'), await signIn(kit.browser(), 'linus')];
    const other = newDevice(kit);
    const [credential] = device.credentials;
    const made = { ...credential!, id: Buffer.alloc(32, 5) };
    const responses: unknown[] = [];
    for (const person of people) {
      responses.push(other.create(await creationOptions(person), { credential: made }));
    }
    const replies = await Promise.all(
      people.map((person, index) => person.post('/passkeys', { response: responses[index] })),
    );
    assert.deepEqual(tally(replies), { 201: 1, already_registered: 1 });
    const held = await Promise.all(people.map((person) => person.get('/passkeys')));
    assert.equal(held.flatMap(({ body }) => body['passkeys'] as unknown[]).length, 1);
  });

  it('as many as fit are registered: twenty, and never twenty-one (S7)', async () => {
    for (let count = 1; count < 19; count += 1)
      expectStatus(await enrolPasskey(browser, newDevice(kit)), 201);
    const sessions: Browser[] = [];
    for (let count = 0; count < 4; count += 1) {
      const session = kit.browser();
      expectStatus(await oneClick(session, device), 200);
      sessions.push(session);
    }
    const responses: unknown[] = [];
    for (const session of sessions) responses.push(newDevice(kit).create(await creationOptions(session)));
    const replies = await Promise.all(
      sessions.map((session, index) => session.post('/passkeys', { response: responses[index] })),
    );
    const { 201: added = 0, factor_limit: full = 0, conflict: changed = 0 } = tally(replies);
    assert.equal(added + full + changed, 4);
    assert.equal(added, 1);
    assert.equal(((await browser.get('/passkeys')).body['passkeys'] as unknown[]).length, 20);
  });

  it('nobody is signed in by a passkey after its revocation was answered', async () => {
    const { body } = await browser.get('/passkeys');
    const [passkey] = body['passkeys'] as { id: string }[];
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => requestOptions(kit.browser(), '/passkey-sign-in')),
    );
    const uses = asked.map((options) =>
      kit.browser().post('/passkey-sign-in', { response: device.get(options) }),
    );
    const [revoked, ...replies] = await Promise.all([browser.delete(`/passkeys/${passkey!.id}`), ...uses]);
    expectStatus(revoked, 200);
    const { 200: opened = 0, passkey_rejected: refused = 0 } = tally(replies);
    assert.equal(opened + refused, 8);
    const late = await oneClick(kit.browser(), device);
    assert.equal(late.body['unknownCredential'], true);
  });
});
