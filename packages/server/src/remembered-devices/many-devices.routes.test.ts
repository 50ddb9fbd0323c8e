import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectStatus, PASSWORD, signIn, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const COOKIE = 'mfa-device';

describeOnEachDatabase('Remembered devices, when there are many', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  /** Signs in with both halves, has the browser remembered, and signs out. */
  async function remember(browser: Browser, { app }: Enrolled, name = 'ada'): Promise<Browser> {
    await signIn(browser, name);
    kit.clock.advance(MINUTE);
    const code = app.codeAt(kit.clock.now());
    expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: true }), 200);
    expectStatus(await browser.post('/sign-out'), 204);
    return browser;
  }

  it('are not lost by sign-ins that cross beside a dead device of somebody else: the answer that comes last undoes nothing', async () => {
    const grace = await enrol(kit, kit.browser(), 'grace');
    const browser = await remember(kit.browser(), grace, 'grace');
    await remember(browser, ada);
    await kit.mfa.passwordChanged('user-grace');
    const [one, other] = [browser.copy(), browser.copy()];
    for (const [which, changes] of [
      [one, true],
      [other, false],
    ] as const) {
      const reply = await which.post('/sign-in', { login: 'ada@example.com', password: PASSWORD });
      assert.equal(reply.body['state'], 'signed-in');
      const set = reply.headers.getSetCookie().some((header) => header.startsWith(COOKIE));
      assert.equal(set, changes);
    }
  });
});
