import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startExample, type ExampleBrowser, type RunningExample } from './example-browser.fixture.ts';
import { hostWithSessions } from './host-with-sessions.ts';
import { hostWithoutSessions } from './host-without-sessions.ts';

const MINUTE = 60_000;

describe('A host with sessions of its own', () => {
  let example: RunningExample;
  before(async () => {
    example = await startExample((configuration) => hostWithSessions(configuration, 'only for this test'));
  });
  after(() => example.close());

  const login = (browser: ExampleBrowser, name: string): ReturnType<ExampleBrowser['call']> =>
    browser.call('POST', '/login', { email: `${name}@example.com`, password: `the password of ${name}` });
  const basketOf = async (browser: ExampleBrowser): Promise<unknown> =>
    (await browser.call('GET', '/basket')).body;

  it('signs people in by its own login, and its session is theirs from then on', async () => {
    const browser = example.browser();
    assert.equal((await browser.call('GET', '/basket')).status, 401);
    assert.equal((await login(browser, 'nobody')).status, 401);
    assert.equal((await login(browser, 'ada')).body['state'], 'signed-in');
    assert.equal((await browser.call('POST', '/basket', { item: 'tea' })).status, 204);
    assert.deepEqual(await basketOf(browser), { of: 'user-ada', basket: ['tea'] });
  });

  it('lets nobody in between password and second factor, and asks for fresh proof before it takes money', async () => {
    const browser = example.browser();
    await login(browser, 'ada');
    const codeAt = await browser.enrol(example.clock.now());
    const other = example.browser();
    assert.equal((await login(other, 'ada')).body['state'], 'challenge');
    assert.equal((await other.call('GET', '/basket')).body['code'], 'challenge_required');
    example.clock.advance(MINUTE);
    const code = await codeAt(example.clock.now());
    assert.equal((await other.call('POST', '/mfa/challenge/totp', { code })).status, 200);
    assert.deepEqual(await basketOf(other), { of: 'user-ada', basket: [] });
    assert.equal((await other.call('POST', '/pay')).status, 200);
    example.clock.advance(6 * MINUTE);
    assert.equal((await other.call('POST', '/pay')).body['code'], 'step_up_required');
  });

  it('ends the kit\u2019s session with its own', async () => {
    const browser = example.browser();
    await login(browser, 'grace');
    await browser.call('POST', '/basket', { item: 'tea' });
    assert.equal((await browser.call('POST', '/logout')).status, 204);
    assert.deepEqual([...browser.cookies.keys()], []);
    assert.equal((await browser.call('GET', '/mfa/session')).body['state'], 'signed-out');
  });

  it('loses its own with the kit\u2019s, however that one ended', async () => {
    for (const end of [
      (browser: ExampleBrowser) => browser.call('POST', '/mfa/sign-out'),
      () => example.mfa.passwordChanged('user-grace'),
      () => {
        example.clock.advance(61 * MINUTE);
        return Promise.resolve();
      },
    ]) {
      const browser = example.browser();
      await login(browser, 'grace');
      await browser.call('POST', '/basket', { item: 'tea' });
      const before = browser.cookies.get('acme-shop');
      assert.ok(before);
      await end(browser);
      example.clock.advance(1);
      assert.equal((await browser.call('GET', '/basket')).status, 401);
      await login(browser, 'grace');
      assert.deepEqual(await basketOf(browser), { of: 'user-grace', basket: [] });
      assert.notEqual(browser.cookies.get('acme-shop'), before, 'the old one is not gone on with');
    }
  });

  it('gives the next person at the same browser a session of their own', async () => {
    const browser = example.browser();
    await login(browser, 'grace');
    await browser.call('POST', '/basket', { item: 'a present for Linus' });
    await browser.call('POST', '/mfa/sign-out');
    const guest = browser.cookies.get('acme-shop');
    await login(browser, 'grace');
    assert.deepEqual(await basketOf(browser), { of: 'user-grace', basket: [] });
    assert.notEqual(browser.cookies.get('acme-shop'), guest);
  });
});

describe('A host without sessions of its own', () => {
  it('knows who is there by the kit\u2019s session alone, until it ends', async () => {
    const example = await startExample(hostWithoutSessions);
    const browser = example.browser();
    assert.equal((await browser.call('GET', '/orders')).body['code'], 'session_required');
    const credentials = { login: 'ada@example.com', password: 'the password of ada' };
    assert.equal((await browser.call('POST', '/mfa/sign-in', credentials)).body['state'], 'signed-in');
    assert.deepEqual((await browser.call('GET', '/orders')).body, { of: 'user-ada', orders: [] });
    assert.equal((await browser.call('POST', '/pay')).status, 200);
    example.clock.advance(6 * MINUTE);
    assert.equal((await browser.call('POST', '/pay')).body['code'], 'step_up_required');
    assert.equal((await browser.call('POST', '/mfa/sign-out')).status, 204);
    assert.equal((await browser.call('GET', '/orders')).body['code'], 'session_required');
    await example.close();
  });
});
