import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { codeNow, enrolledPerson } from './support/api.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import { codeField, readSecret, seesNotes, signInWithPassword } from './support/pages.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** How long a code is shown, in seconds. */
const STEP = 30;

describe('the tools beside Acme Notes', () => {
  const site = demoInBrowser();
  let context: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    ({ context, page } = await site.open());
  });

  /** Waits until the app shows this code. */
  async function showsCode(code: string): Promise<void> {
    await page.locator('[data-code]', { hasText: `${code.slice(0, 3)} ${code.slice(3)}` }).waitFor();
  }

  describe('the authenticator', () => {
    it('shows the codes of a pasted address, keeps them over a reload, and forgets them when told to', async () => {
      await page.goto('/authenticator');
      await page
        .getByLabel('Secret or otpauth address')
        .fill(`otpauth://totp/Acme%20Notes:ada%40example.com?secret=${SECRET}&issuer=Acme%20Notes`);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('ada@example.com').waitFor();
      await page.reload();
      await page.getByText('ada@example.com').waitFor();
      await picture(page, 'authenticator');
      await page.getByRole('button', { name: 'Remove ada@example.com' }).click();
      await page.getByText('No accounts yet.').waitFor();
    });

    it('follows the clock of the demo', async () => {
      await page.goto('/authenticator');
      await page.getByLabel('Secret or otpauth address').fill(SECRET);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      // A day on and the phone would be a day behind, if it did not follow; at the beginning of a code, which is shown for a while.
      const now = (await site.control.advance(24 * 60 * 60)) / 1000;
      const then = await site.control.advance(STEP - (now % STEP));
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await showsCode(await codeNow(SECRET, then));
    });

    it('scans the QR code of an enrolment from a picture, and its code confirms the app', async () => {
      const login = await site.control.addPerson('scanner');
      await signInWithPassword(page, login);
      await seesNotes(page);
      await page.goto('/account/security');
      await page.getByRole('button', { name: 'Use an authenticator app' }).click();
      const secret = (await readSecret(page)).replaceAll(' ', '');
      const qr = await page.locator('mfa-enroll [part~="qr"]').screenshot();

      const app = await context.newPage();
      await app.goto('/authenticator');
      await app
        .locator('[data-picture]')
        .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: qr });
      await app.locator('[data-account]', { hasText: login }).waitFor();
      await app.getByRole('button', { name: `Copy the code of ${login}` }).click();
      await app.getByText('Copied').waitFor();
      const copied = await app.evaluate(() => navigator.clipboard.readText());
      const kept = await app.evaluate(() => localStorage.getItem('acme-authenticator') ?? '');
      assert.ok(kept.includes(secret), 'the picture holds the same secret as the text');
      await codeField(page).fill(copied);
      await page.getByText('Save your recovery codes').waitFor();
    });

    it('says when it can make nothing of what it is given', async () => {
      await page.goto('/authenticator');
      await page.getByLabel('Secret or otpauth address').fill('hello');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('That is neither an otpauth address nor a secret.').waitFor();
      const blank = await page.locator('h1').screenshot();
      await page
        .locator('[data-picture]')
        .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: blank });
      await page.getByText('There is no QR code in this picture.').waitFor();
    });
  });

  it('the mailbox lists the mail of one person and shows it in a frame that can run nothing', async () => {
    const { login } = await enrolledPerson(site.url, 'reader');
    await enrolledPerson(site.url, 'another');
    await site.control.post('jobs');
    await page.goto('/mailbox');
    const ofOthers = page.locator('[data-mails] li').filter({ hasNotText: login }).first();
    await ofOthers.waitFor();
    await page.getByLabel('Recipient').fill(login);
    await ofOthers.waitFor({ state: 'detached' });
    await page.locator('[data-mails] button', { hasText: /authenticator app was added/i }).click();
    const frame = page.frameLocator('iframe[title="Formatted mail"]');
    await frame.getByText('Your Acme Notes team').waitFor();
    const sandbox = (await page.locator('iframe').getAttribute('sandbox')) ?? '';
    assert.doesNotMatch(sandbox, /allow-(scripts|same-origin|top-navigation)/);
    await picture(page, 'mailbox');
    await page.getByRole('button', { name: 'Plain text' }).click();
    await page.locator('[data-text]', { hasText: 'Your Acme Notes team' }).waitFor();
  });

  it('the elements page shows each element alone, with its events, and loads another language when it is chosen', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto('/elements');
    const signIn = page.locator('.specimen', { has: page.locator('mfa-sign-in') });
    await signIn.getByLabel('Email address').waitFor();
    const german = (): string[] => loaded.filter((path) => path.startsWith('/assets/parts/de-'));
    assert.equal(german().length, 0);
    await page.getByLabel('Language').selectOption('de');
    await signIn.getByRole('heading', { name: 'Anmelden' }).waitFor();
    assert.equal(german().length, 1);
    await page.getByLabel('Direction').selectOption('rtl');
    await page.getByLabel('Light or dark').selectOption('dark');
    await picture(page, 'elements-german-rtl-dark');

    await page.getByLabel('Direction').selectOption('');
    await page.getByLabel('Language').selectOption('ar');
    await signIn.locator('[data-stage][dir="rtl"]').waitFor();
    await page.getByLabel('Theme').selectOption('kit');
    await picture(page, 'elements-arabic-kit');
    await page.getByLabel('Theme').selectOption('high-contrast');
    await page.waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue('--mfa-focus-width').trim() === '4px',
    );
    await picture(page, 'elements-arabic-high-contrast');

    await page.getByLabel('Language').selectOption('en');
    await signIn.getByLabel('Email address').fill('ada@example.com');
    await signIn.getByLabel('Password', { exact: true }).fill('anything');
    await signIn.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signIn.locator('input[autocomplete="one-time-code"]').fill('123456');
    await signIn.locator('[data-events] li', { hasText: 'mfa-signed-in' }).waitFor();

    const list = page.locator('.specimen', { has: page.getByText('<passkey-list>') });
    await list.getByRole('button', { name: 'Add a passkey' }).click();
    await list.getByRole('button', { name: 'On a phone or tablet' }).click();
    await list.locator('[data-events] li', { hasText: 'mfa-passkey-added' }).waitFor();
    await list.getByText('iCloud Keychain', { exact: true }).waitFor();
  });
});
