import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn, signInFully, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const HOME = { 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.9' };
/** After an update, and with another address of the same network. */
const HOME_LATER = { 'user-agent': FIREFOX.replaceAll('145', '146'), 'x-forwarded-for': '203.0.113.77' };
const CAFE = { ...HOME, 'x-forwarded-for': '198.51.100.7' };
const PHONE = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36',
  'x-forwarded-for': '203.0.113.9',
};

const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15';

describeOnEachDatabase('The mail about a sign-in from a new device or place', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database, configuration: { trustedProxies: ['loopback'] } });
    ada = await enrol(kit, kit.browser(HOME));
  });
  after(() => kit.close());

  /** What was told of sign-ins while something was done. */
  async function toldOf(work: () => Promise<unknown>): Promise<readonly string[]> {
    await kit.mfa.jobs.runDue();
    const earlier = kit.mails.length;
    kit.clock.advance(MINUTE);
    await work();
    await kit.mfa.jobs.runDue();
    return kit.mails
      .slice(earlier)
      .filter(({ subject }) => subject === 'Test Notes: A sign-in from a new device or place')
      .map(({ text }) => text);
  }

  it('does not come after the very first sign-in, which is from a new device for everybody', async () => {
    assert.deepEqual(await toldOf(() => signIn(kit.browser(PHONE), 'grace')), []);
  });

  it('does not come from the same device after an update, with another address of its network', async () => {
    assert.deepEqual(await toldOf(() => signInFully(kit, kit.browser(HOME_LATER), ada.app)), []);
  });

  it('comes when the sign-in is complete, says from where and with what, and comes once for a device', async () => {
    const half = kit.browser(PHONE);
    assert.deepEqual(await toldOf(() => signIn(half)), [], 'a password alone lets nobody in');
    const [mail = ''] = await toldOf(() => signInFully(kit, kit.browser(PHONE), ada.app));
    assert.match(mail, /^From the address: 203\.0\.113\.9\nWith: Chrome on Android$/m);
    assert.deepEqual(await toldOf(() => signInFully(kit, kit.browser(PHONE), ada.app)), []);
  });

  it('comes once for a network, though the device is known', async () => {
    const told = await toldOf(() => signInFully(kit, kit.browser(CAFE), ada.app));
    assert.equal(told.length, 1);
    assert.deepEqual(await toldOf(() => signInFully(kit, kit.browser(CAFE), ada.app)), []);
  });

  /** A browser with the cookie of one that is remembered for Ada. */
  async function remembered(headers: Readonly<Record<string, string>>): Promise<Browser> {
    kit.clock.advance(MINUTE);
    const browser = await signIn(kit.browser(HOME));
    const code = ada.app.codeAt(kit.clock.now());
    expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: true }), 200);
    const other = kit.browser(headers);
    for (const [name, value] of browser.cookies) if (name.includes('device')) other.cookies.set(name, value);
    return other;
  }

  it('does not come from a remembered browser, wherever that is: it is known to be theirs', async () => {
    const away = await remembered({ ...HOME, 'x-forwarded-for': '192.0.2.99' });
    assert.deepEqual(await toldOf(() => signIn(away)), []);
    assert.equal(expectStatus(await away.get('/session'), 200).body['state'], 'signed-in');
  });

  it('comes where the cookie of a remembered browser was carried into another one, in which they never were (B2)', async () => {
    const copy = await remembered({ ...PHONE, 'user-agent': SAFARI });
    const [mail = ''] = await toldOf(() => signIn(copy));
    assert.match(mail, /^With: Safari on macOS$/m);
    assert.equal(expectStatus(await copy.get('/session'), 200).body['state'], 'signed-in');
  });

  it('does not come for what was refused, and a refusal makes no device known', async () => {
    const opera = { 'user-agent': 'Opera/9.80 (X11; Linux x86_64)', 'x-forwarded-for': '203.0.113.9' };
    const refused = async (): Promise<unknown> => {
      const browser = await signIn(kit.browser(opera));
      const code = ada.app.wrongCodeAt(kit.clock.now());
      return expectProblem(await browser.post('/challenge/totp', { code }), 401, 'invalid_code');
    };
    assert.deepEqual(await toldOf(refused), []);
    assert.equal((await toldOf(() => signInFully(kit, kit.browser(opera), ada.app))).length, 1);
  });
});
