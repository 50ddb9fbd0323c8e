import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectStatus, people, prove, signIn, type Enrolled, type Person } from '../testing/people.ts';
import type { Browser } from '../testing/browser.ts';
import type { RunningKit } from '../testing/running-kit.ts';
import { changePolicy, startWorkspace } from './testing/workspace.ts';

let kit: RunningKit;
afterEach(() => kit.close());

const stateOf = async (browser: Browser): Promise<unknown> => (await browser.get('/session')).body['state'];

async function askToBeRemembered(browser: Browser, { app }: Enrolled): Promise<void> {
  kit.clock.advance(60_000);
  const code = app.codeAt(kit.clock.now());
  expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: true }), 200);
}

describeOnEachDatabase('A workspace that remembers no browsers', (database) => {
  it('offers it nowhere, and remembers none who asks all the same (B2)', async () => {
    kit = await startWorkspace({ database });
    const grace = await enrol(kit, kit.browser(), 'grace');
    const pending = await signIn(kit.browser(), 'grace');
    assert.equal((await pending.get('/challenge')).body['rememberDevice'], true);
    // Who was offered it before is not remembered either.
    await changePolicy(kit, { rememberDevice: false });
    const { body } = await pending.get('/session');
    assert.equal((body['challenge'] as { rememberDevice: boolean }).rememberDevice, false);
    assert.equal((await pending.get('/challenge')).body['rememberDevice'], false);
    await askToBeRemembered(pending, grace);
    assert.deepEqual((await pending.get('/devices')).body['devices'], []);
    assert.equal(pending.cookies.has('mfa-device'), false);
  });

  it('asks for the challenge in browsers that were remembered before, and keeps them for when it may be skipped again (B2)', async () => {
    kit = await startWorkspace({ database });
    const grace = await enrol(kit, kit.browser(), 'grace');
    const browser = await signIn(kit.browser(), 'grace');
    await askToBeRemembered(browser, grace);
    const signInAgain = async (): Promise<unknown> => {
      await browser.post('/sign-out');
      await signIn(browser, 'grace');
      return stateOf(browser);
    };
    assert.equal(await signInAgain(), 'signed-in');
    await changePolicy(kit, { rememberDevice: false });
    assert.equal(await signInAgain(), 'challenge');
    await prove(kit, browser, grace.app);
    assert.equal(((await browser.get('/devices')).body['devices'] as unknown[]).length, 1);
    await changePolicy(kit);
    assert.equal(await signInAgain(), 'signed-in');
  });

  it('skips no challenge because a password check knows people only as they were before they came to it (B2)', async () => {
    let known: () => Iterable<Person> = () => kit.users.values();
    kit = await startWorkspace({
      database,
      configuration: {
        users: {
          find: (id) => Promise.resolve(kit.users.get(id)),
          verifyPassword: (login) => Promise.resolve([...known()].find(({ name }) => name === login)),
        },
      },
    });
    const grace = await enrol(kit, kit.browser(), 'grace');
    const browser = await signIn(kit.browser(), 'grace');
    await askToBeRemembered(browser, grace);
    await changePolicy(kit, { rememberDevice: false });
    await browser.post('/sign-out');
    known = people;
    await signIn(browser, 'grace');
    assert.equal(await stateOf(browser), 'challenge');
    const accounts = (await kit.tables())['mfa_accounts'] ?? [];
    assert.equal(accounts.find((row) => row['user_id'] === 'user-grace')?.['workspace'], 'analytical');
  });

  it('may be what the configuration says of all workspaces that say nothing', async () => {
    kit = await startWorkspace({ database, configuration: { policy: { rememberDevice: false } } });
    const grace = await enrol(kit, kit.browser(), 'grace');
    const browser = await signIn(kit.browser(), 'grace');
    assert.equal((await browser.get('/challenge')).body['rememberDevice'], false);
    await askToBeRemembered(browser, grace);
    assert.equal(browser.cookies.has('mfa-device'), false);
    await changePolicy(kit, { rememberDevice: true });
    const other = await signIn(kit.browser(), 'grace');
    assert.equal((await other.get('/challenge')).body['rememberDevice'], true);
  });
});
