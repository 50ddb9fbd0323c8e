import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { plugIn, watchCeremonies, type Authenticator } from './support/authenticators.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import { enterPassword, passkeys, seesNotes, signOut } from './support/pages.ts';

describe('what passkeys are held to', () => {
  const site = demoInBrowser();
  let page: Page;

  beforeEach(() => open());

  async function open(): Promise<void> {
    ({ page } = await site.open());
  }

  const alert = (text: string) => page.getByRole('alert').filter({ hasText: text }).first();

  const session = async () =>
    (await (await page.request.get('/mfa/session')).json()) as { aal?: number; amr?: { method: string }[] };

  describe('autofill', () => {
    it('signs in with the passkey that was chosen there, at AAL 2 and by the same two calls', async () => {
      const laptop = await plugIn(page, 'laptop');
      const watched = await watchCeremonies(page, { autofill: true });
      await site.people.withPasskey(page, 'filler');
      // Else the offer would be answered before anybody has seen the page.
      await laptop.touches(false);
      await signOut(page);
      // A page on which nothing waits to be touched.
      await page.goto('/authenticator');
      await laptop.touches(true);
      const calls: string[] = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/mfa/')) calls.push(pathname);
      });
      watched.ceremonies.length = 0;
      await page.goto('/');
      await seesNotes(page);
      assert.deepEqual(watched.ceremonies, ['conditional get']);
      assert.equal((await session()).aal, 2);
      assert.deepEqual(
        calls.filter((path) => path.includes('passkey')),
        ['/mfa/passkey-sign-in/options', '/mfa/passkey-sign-in'],
      );
    });

    it('gives way to the button: one prompt, and no call beside its two', async () => {
      const laptop = await plugIn(page, 'laptop');
      const watched = await watchCeremonies(page, { autofill: true });
      await site.people.withPasskey(page, 'clicker');
      await laptop.touches(false);
      watched.ceremonies.length = 0;
      await signOut(page);
      await watched.began('conditional get');
      watched.ceremonies.length = 0;
      const calls: string[] = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/mfa/')) calls.push(pathname);
      });
      // By then the offer of autofill is withdrawn, and what is touched is touched for the button.
      await page.route('**/mfa/passkey-sign-in/options', async (route) => {
        await laptop.touches(true);
        await route.continue();
      });
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await seesNotes(page);
      // The notes ask for the session, to say what is asked of the person.
      const signingIn = calls.filter((path) => path !== '/mfa/session');
      assert.deepEqual(signingIn, ['/mfa/passkey-sign-in/options', '/mfa/passkey-sign-in']);
      assert.deepEqual(watched.ceremonies, ['get']);
    });
  });

  describe('a security key that verifies nobody', () => {
    it('W4: is the second factor after a password, and refuses to be the only one', async () => {
      await watchCeremonies(page);
      const { login } = await site.people.withApp(page, 'keyring');
      await plugIn(page, 'key-without-pin');
      await page.goto('/account/security');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByRole('button', { name: 'On a security key' }).click();
      await passkeys(page).first().waitFor();

      await signOut(page);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
      assert.equal((await session()).aal, undefined);

      await enterPassword(page, login);
      await page.getByRole('button', { name: 'Use your passkey' }).click();
      await seesNotes(page);
      const { aal, amr } = await session();
      assert.equal(aal, 2);
      assert.deepEqual(
        amr?.map(({ method }) => method),
        ['password', 'passkey'],
      );
    });
  });

  it('W6: refuses a device-bound passkey whose counter went back, and tells its owner by mail', async () => {
    await watchCeremonies(page);
    const laptop = await plugIn(page, 'laptop');
    const { login } = await site.people.withPasskey(page, 'copied');
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await seesNotes(page);
    await signOut(page);
    await laptop.rewind(0);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await alert('This passkey wasn’t accepted.').waitFor();
    assert.equal((await page.request.get('/api/notes')).status(), 401);
    await site.control.post('jobs');
    const mails = (await site.control.get(`mailbox?to=${login}`)) as { subject: string }[];
    assert.equal(mails.filter(({ subject }) => subject.includes('behaved unexpectedly')).length, 1);
  });

  describe('an authenticator that answers wrongly', () => {
    for (const [name, what, wrong] of [
      ['forger', 'a signature that is none', (laptop: Authenticator) => laptop.lies('signature')],
      ['absent', 'nobody who was there', (laptop: Authenticator) => laptop.lies('presence')],
      ['masked', 'W4: nobody who was recognised', (laptop: Authenticator) => laptop.lies('person')],
      [
        'copied-up',
        'W3: a passkey that may be backed up all of a sudden',
        (laptop: Authenticator) => laptop.claimsBackup(),
      ],
    ] as const) {
      it(`lets nobody in by ${what}`, async () => {
        await watchCeremonies(page);
        const laptop = await plugIn(page, 'laptop');
        await site.people.withPasskey(page, name);
        await signOut(page);
        await wrong(laptop);
        await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
        await alert('This passkey wasn’t accepted.').waitFor();
        assert.equal((await page.request.get('/api/notes')).status(), 401);
        assert.equal((await session()).aal, undefined);
      });
    }
  });

  it('tells browsers whose passkeys these are, and password managers where to manage them', async () => {
    const document = async (name: string) => {
      const response = await page.request.get(`/.well-known/${name}`);
      assert.equal(response.status(), 200);
      assert.match(response.headers()['content-type'] ?? '', /^application\/json/);
      return (await response.json()) as unknown;
    };
    assert.deepEqual(await document('webauthn'), { origins: [site.url] });
    const managed = `${site.url}/account/security`;
    assert.deepEqual(await document('passkey-endpoints'), { enroll: managed, manage: managed });
  });

  it('lets the pages themselves use passkeys, and nothing in a frame', async () => {
    const policy = (await page.request.get('/')).headers()['permissions-policy'] ?? '';
    for (const feature of ['publickey-credentials-create=(self)', 'publickey-credentials-get=(self)'])
      assert.ok(policy.split(', ').includes(feature), feature);
  });
});
