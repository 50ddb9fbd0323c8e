import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { codeNow } from './support/api.ts';
import { plugIn, watchCeremonies } from './support/authenticators.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import {
  codeField,
  enterCode,
  enterPassword,
  passkeys,
  seesNotes,
  signInWithPassword,
  signOut,
} from './support/pages.ts';

const NOT_CONFIRMED = 'The passkey wasn’t confirmed. You can try again.';

describe('where there is no using a passkey', () => {
  const site = demoInBrowser();
  let context: BrowserContext;
  let page: Page;

  beforeEach(() => open());

  async function open(): Promise<void> {
    ({ context, page } = await site.open());
  }

  /** Makes an old browser of it. */
  async function forgetPasskeys(): Promise<void> {
    await context.addInitScript(() => {
      delete (window as { PublicKeyCredential?: unknown }).PublicKeyCredential;
    });
  }

  const alert = (text: string) => page.getByRole('alert').filter({ hasText: text }).first();

  describe('a browser without passkeys', () => {
    beforeEach(forgetPasskeys);

    it('offers an authenticator app instead, and no button that can’t work', async () => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
      assert.equal(await page.getByRole('button', { name: /passkey/i }).count(), 0);
      await site.people.withoutFactor(page, 'old-browser');
      await page.goto('/account/security');
      await page.getByRole('heading', { name: 'Set up an authenticator app' }).waitFor();
      await page.getByRole('button', { name: 'Set up', exact: true }).click();
      await codeField(page).waitFor();
      assert.equal(await page.getByRole('button', { name: /passkey/i }).count(), 0);
    });

    it('says why to those who manage theirs, and offers no app to those who have one', async () => {
      await site.people.withApp(page, 'old-browser-manager');
      await page.goto('/account/security');
      const list = page.locator('passkey-list');
      await list.getByText('doesn’t support passkeys').waitFor();
      assert.equal(await list.getByRole('button').count(), 0);
    });
  });

  it('lets people whose only factor is a passkey in by a recovery code, where the browser has none', async () => {
    await watchCeremonies(page);
    await plugIn(page, 'laptop');
    const { login, recoveryCodes } = await site.people.withPasskey(page, 'stranded');
    await context.close();
    await open();
    await forgetPasskeys();
    await signInWithPassword(page, login);
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText('You signed in with a recovery code.').filter({ visible: true }).first().waitFor();
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    await codeField(page).waitFor();
  });

  describe('a dialog that was closed twice', () => {
    it('puts the authenticator app first for who sets up a factor', async () => {
      const laptop = await plugIn(page, 'laptop');
      await laptop.verifies(false);
      await site.people.withoutFactor(page, 'hesitant');
      await page.goto('/account/security');
      const enroll = page.locator('mfa-enroll');
      for (let tries = 0; tries < 2; tries += 1) {
        await enroll.getByRole('button', { name: 'Use a passkey' }).click();
        await alert(NOT_CONFIRMED).waitFor();
      }
      await picture(page, 'passkeys-cancelled-twice');
      await enroll.locator('[part~="button-primary"]', { hasText: 'Use an authenticator app' }).click();
      await codeField(page).waitFor();
    });

    it('shows who signs in what else there is, and a code signs in', async () => {
      await watchCeremonies(page);
      const { login, secret } = await site.people.withApp(page, 'fumbling');
      const laptop = await plugIn(page, 'laptop');
      await page.goto('/account/security');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByRole('button', { name: 'On this device' }).click();
      await passkeys(page).first().waitFor();
      await laptop.verifies(false);
      await signOut(page);
      await enterPassword(page, login);
      await page.getByRole('button', { name: 'Use your passkey' }).click();
      await alert(NOT_CONFIRMED).waitFor();
      assert.equal(await page.getByText('Isn’t it working?').count(), 0);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('Isn’t it working? Confirm another way:').waitFor();
      await picture(page, 'passkeys-in-vain');
      await page.getByRole('button', { name: 'Use your authenticator app' }).click();
      await enterCode(page, await codeNow(secret, await site.control.advance(60)));
      await seesNotes(page);
    });
  });

  it('says so where the page has another address than the passkeys, and leaves the password form alone', async () => {
    await plugIn(page, 'laptop');
    await page.goto(site.url.replace('localhost', '127.0.0.1'));
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await alert('Your passkey doesn’t belong to this address.').waitFor();
    assert.ok(await page.getByLabel('Password', { exact: true }).isEditable());
  });

  it('offers no passkey on a page that did not come over a secure connection', async () => {
    await context.route('http://notes.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: site.url + pathname }) });
    });
    await page.goto('http://notes.test/');
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    assert.equal(await page.evaluate(() => isSecureContext), false);
    assert.equal(await page.getByRole('button', { name: /passkey/i }).count(), 0);
  });
});
