import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { answerChallenge, holdPasskey, newSecurityKey } from '../passkeys/testing/ceremonies.ts';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn, signInFully, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import type { ActivityEvent } from './activity-view.ts';

const MINUTE = 60_000;

/** A browser at home, on the move, or of somebody else. */
const HOME = { 'user-agent': 'Mozilla/5.0 Firefox/141.0', 'x-forwarded-for': '203.0.113.9' };
const HOME_LATER = { 'user-agent': 'Mozilla/5.0 Firefox/142.0', 'x-forwarded-for': '203.0.113.200' };
const CAFE = { ...HOME_LATER, 'x-forwarded-for': '198.51.100.7' };
const PHONE = { 'user-agent': 'Mozilla/5.0 (Android) Chrome/143.0', 'x-forwarded-for': '203.0.113.9' };
const STRANGER = { 'user-agent': 'curl/8.5.0', 'x-forwarded-for': '192.0.2.66' };

describeOnEachDatabase('What stands out in the activity', (database) => {
  let kit: RunningKit;
  let home: Browser;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        trustedProxies: ['loopback'],
        placeLookup: { find: (ip) => (ip === '198.51.100.7' ? 'Vienna, Austria' : undefined) },
      },
    });
    home = kit.browser(HOME);
    ada = await enrol(kit, home);
  });
  after(() => kit.close());

  const newest = async (query = ''): Promise<readonly ActivityEvent[]> =>
    expectStatus(await home.get(`/activity${query}`), 200).body['events'] as ActivityEvent[];
  const marksOf = async (query: string): Promise<readonly string[]> =>
    (await newest(`${query}&limit=1`))[0]?.suspicious ?? [];

  it('is not the person\u2019s first device, nor the same one after an update and with another address of the network', async () => {
    await signInFully(kit, kit.browser(HOME_LATER), ada.app);
    assert.ok((await newest()).every(({ suspicious }) => suspicious === null));
  });

  it('is the first use of a device, and not the second', async () => {
    await signInFully(kit, kit.browser(PHONE), ada.app);
    assert.deepEqual(await marksOf('?type=auth.sign_in.success'), ['new-device']);
    await signInFully(kit, kit.browser(PHONE), ada.app);
    assert.deepEqual(await marksOf('?type=auth.sign_in.success'), []);
  });

  it('is the first use of a network, with the place where it is, as far as that is known', async () => {
    await signInFully(kit, kit.browser(CAFE), ada.app);
    const [event] = await newest('?type=auth.sign_in.success&limit=1');
    assert.deepEqual([event?.suspicious, event?.place], [['new-network'], 'Vienna, Austria']);
    assert.equal((await newest('?ip=203.0.113.9&limit=1'))[0]?.place, null);
  });

  it('is a session in other hands: what it does there, from the first thing on', async () => {
    const stolen = kit.browser(STRANGER);
    const own = await signInFully(kit, kit.browser(HOME), ada.app);
    for (const [name, value] of own.cookies) stolen.cookies.set(name, value);
    stolen.csrf = own.csrf;
    kit.clock.advance(MINUTE);
    expectStatus(await stolen.patch(`/totp/${ada.factorId}`, { name: 'Mine now' }), 200);
    assert.deepEqual(await marksOf('?type=auth.totp.renamed'), ['new-device', 'new-network']);
  });

  it('is somebody who knows the password and no more, again and again: that makes no device known', async () => {
    const stranger = { ...STRANGER, 'user-agent': 'Opera/9.80', 'x-forwarded-for': '192.0.99.1' };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const thief = await signIn(kit.browser(stranger));
      const code = ada.app.wrongCodeAt(kit.clock.now());
      expectProblem(await thief.post('/challenge/totp', { code }), 401, 'invalid_code');
      kit.clock.advance(MINUTE);
      assert.deepEqual(await marksOf('?type=auth.2fa.failure'), ['new-device', 'new-network']);
      assert.deepEqual(await marksOf('?type=auth.sign_in.success'), ['new-device', 'new-network']);
    }
  });

  it('is a code that was used twice', async () => {
    kit.clock.advance(20 * MINUTE);
    const code = ada.app.codeAt(kit.clock.now());
    const own = await signIn(kit.browser(HOME));
    expectStatus(await own.post('/challenge/totp', { code }), 200);
    const twice = await signIn(kit.browser(HOME));
    expectProblem(await twice.post('/challenge/totp', { code }), 401, 'invalid_code');
    assert.deepEqual(await marksOf('?type=auth.2fa.replay_attempt'), ['replay']);
    assert.deepEqual(await marksOf('?type=auth.2fa.failure'), ['replay']);
  });

  it('is many failures, and the success after them', async () => {
    kit.clock.advance(20 * MINUTE);
    home = await signInFully(kit, kit.browser(HOME), ada.app);
    const guessing = await signIn(kit.browser(HOME));
    for (let failure = 1; failure <= 5; failure += 1) {
      const code = ada.app.wrongCodeAt(kit.clock.now());
      expectProblem(await guessing.post('/challenge/totp', { code }), 401, 'invalid_code');
      assert.deepEqual(await marksOf('?type=auth.2fa.failure'), failure < 5 ? [] : ['many-failures']);
    }
    home = await signInFully(kit, kit.browser(HOME), ada.app);
    assert.deepEqual(await marksOf('?type=auth.sign_in.success'), ['many-failures']);
    kit.clock.advance(15 * MINUTE);
    home = await signInFully(kit, kit.browser(HOME), ada.app);
    assert.deepEqual(await marksOf('?type=auth.sign_in.success'), []);
  });

  it('is a passkey whose counter stood still, as a copied one\u2019s does', async () => {
    const device = newSecurityKey(kit);
    const grace = kit.browser(HOME);
    await holdPasskey(grace, device, 'grace');
    for (const counter of [7, 7]) {
      const browser = await signIn(kit.browser(HOME), 'grace');
      await answerChallenge(browser, device, { counter });
    }
    const events = expectStatus(await grace.get('/activity?type=auth.passkey.counter_anomaly'), 200).body[
      'events'
    ] as ActivityEvent[];
    assert.deepEqual(
      events.map(({ suspicious }) => suspicious),
      [['counter-anomaly']],
    );
  });
});
