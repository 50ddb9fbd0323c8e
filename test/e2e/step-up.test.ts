import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { codeNow, enrolledPerson, PASSWORD, type EnrolledPerson } from './support/api.ts';
import { plugIn, watchCeremonies, type Authenticator, type Watched } from './support/authenticators.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import {
  codeField,
  enterCode,
  enterPassword,
  hasFocus,
  putOff,
  seesNotes,
  signInWithPassword,
} from './support/pages.ts';

const TWO_MINUTES = 2 * 60;
const FIFTY_MINUTES = 50 * 60;

describe('step-up on the billing page', () => {
  const site = demoInBrowser();
  let page: Page;
  let calls: string[];
  let people = 0;
  let person: EnrolledPerson;

  beforeEach(async () => {
    people += 1;
    person = await enrolledPerson(site.url, `payer-${people}`);
    ({ page } = await site.open());
    calls = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/api/')) calls.push(`${pathname} ${response.status()}`);
    });
    await page.goto('/?next=/billing');
    await enterPassword(page, person.login);
    await enterCode(page, await codeNow(person.secret, await site.control.advance(60)));
    await page.waitForURL(`${site.url}/billing`);
  });

  it('is not asked for right after signing in', async () => {
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.getByText('Paid. Thank you!').waitFor();
    assert.deepEqual(calls, ['/api/billing/charge 200']);
  });

  it('opens a dialog when the proof is old, and repeats the refused call once', async () => {
    const now = await site.control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'step-up');
    await enterCode(page, await codeNow(person.secret, now));
    await page.getByText('Paid. Thank you!').waitFor();
    assert.deepEqual(calls, ['/api/billing/charge 401', '/api/billing/charge 200']);
  });

  it('leaves everything as it was when the person cancels', async () => {
    await site.control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing happened: this needs fresh proof.').waitFor();
    assert.deepEqual(calls, ['/api/billing/charge 401']);
  });

  it('is cancelled by Escape, and gives the focus back to the button', async () => {
    await site.control.advance(FIFTY_MINUTES);
    const pay = page.getByRole('button', { name: 'Pay €12 now' });
    await pay.click();
    await codeField(page).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing happened: this needs fresh proof.').waitFor();
    await hasFocus(pay);
    await pay.press('Enter');
    await page.getByRole('dialog').waitFor();
  });

  it('gives the focus back to the button after the proof', async () => {
    const now = await site.control.advance(FIFTY_MINUTES);
    const pay = page.getByRole('button', { name: 'Pay €12 now' });
    await pay.click();
    await enterCode(page, await codeNow(person.secret, now));
    await page.getByText('Paid. Thank you!').waitFor();
    await hasFocus(pay);
  });

  it('keeps what was typed, when the person cancels and when they prove', async () => {
    await page.goto('/account/security');
    const current = page.getByLabel('Current password');
    const next = page.getByLabel('New password');
    await current.fill(PASSWORD);
    await next.fill('another passphrase');
    const now = await site.control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing happened: this needs fresh proof.').waitFor();
    assert.deepEqual([await current.inputValue(), await next.inputValue()], [PASSWORD, 'another passphrase']);
    await page.getByRole('button', { name: 'Change password' }).click();
    await enterCode(page, await codeNow(person.secret, now));
    await page.getByText('Your password is changed.').waitFor();
    assert.deepEqual(calls.slice(-2), ['/api/password 401', '/api/password 204']);
  });

  it('never offers a recovery code', async () => {
    await site.control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await codeField(page).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Use a recovery code' }).count(), 0);
  });

  it('does not trouble members with a dialog for what only an admin may do', async () => {
    await site.control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Delete workspace' }).click();
    await page.getByText('Only an admin of the workspace may do that.').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('asks an admin again before deleting the workspace, with a proof that is good enough for paying', async () => {
    const { page: other } = await site.open();
    const called: string[] = [];
    other.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/api/')) called.push(`${pathname} ${response.status()}`);
    });
    await site.control.post('users', { email: 'boss@example.com', role: 'admin', workspace: 'step-up' });
    await signInWithPassword(other, 'boss@example.com');
    await putOff(other);
    await seesNotes(other);
    await other.goto('/billing');
    await site.control.advance(TWO_MINUTES);
    called.length = 0;
    await other.getByRole('button', { name: 'Pay €12 now' }).click();
    await other.getByText('Paid. Thank you!').waitFor();
    await other.getByRole('button', { name: 'Delete workspace' }).click();
    await other.getByLabel('Password').fill(PASSWORD);
    await other.getByRole('dialog').getByRole('button', { name: 'Verify' }).click();
    await other.getByText('The workspace was deleted').waitFor();
    assert.deepEqual(called, ['/api/billing/charge 200', '/api/workspace 401', '/api/workspace 200']);
  });

  it('asks people without a factor for their password, as the strongest that they have', async () => {
    const { page: other } = await site.open();
    await signInWithPassword(other, 'ada@example.com');
    await putOff(other);
    await seesNotes(other);
    await other.goto('/billing');
    await site.control.advance(61);
    await other.getByRole('button', { name: 'Delete workspace' }).click();
    await other.getByLabel('Password').fill(PASSWORD);
    await other.getByRole('dialog').getByRole('button', { name: 'Verify' }).click();
    await other.getByText('The workspace was deleted').waitFor();
  });

  it('leads to signing in when the session has ended meanwhile, and back', async () => {
    await site.control.advance(2 * 60 * 60);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.waitForURL(`${site.url}/?next=%2Fbilling`);
  });
});

for (const [title, options] of [
  ['on a desk', {}],
  ['on a phone', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
] as const) {
  describe(`step-up with a passkey, ${title}`, () => {
    const site = demoInBrowser();
    let page: Page;
    let calls: string[];
    let watched: Watched;
    let key: Authenticator;
    let payers = 0;

    beforeEach(async () => {
      payers += 1;
      ({ page } = await site.open(options));
      calls = [];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (pathname.startsWith('/api/')) calls.push(`${pathname} ${response.status()}`);
      });
      watched = await watchCeremonies(page);
      key = await plugIn(page, 'laptop');
      await site.people.withPasskey(page, `payer-with-a-passkey-${payers}`);
      await page.goto('/billing');
      await site.control.advance(FIFTY_MINUTES);
      watched.ceremonies.length = 0;
      calls.length = 0;
    });

    it('pays with one click: refused, dialog, a touch of the passkey, paid', async () => {
      await page.getByRole('button', { name: 'Pay €12 now' }).click();
      await page.getByText('Paid. Thank you!').waitFor();
      assert.deepEqual(watched.ceremonies, ['get']);
      assert.deepEqual(calls, ['/api/billing/charge 401', '/api/billing/charge 200']);
      assert.equal(await page.getByRole('dialog').count(), 0);
    });

    it('shows a dialog that fits while the browser asks, and gives up the passkey with it', async () => {
      await key.touches(false);
      await page.getByRole('button', { name: 'Pay €12 now' }).click();
      await watched.began('get');
      await page.getByRole('dialog').getByRole('button', { name: 'Checking…' }).waitFor();
      await picture(page, `passkeys-step-up-${title.replaceAll(' ', '-')}`);
      assert.equal(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
        true,
      );
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Nothing happened: this needs fresh proof.').waitFor();
      await key.touches(true);
      await page.getByRole('button', { name: 'Pay €12 now' }).click();
      await page.getByText('Paid. Thank you!').waitFor();
    });

    it('asks a second time by a click only', async () => {
      await key.verifies(false);
      await page.getByRole('button', { name: 'Pay €12 now' }).click();
      await page.getByText('The passkey wasn’t confirmed. You can try again.').first().waitFor();
      assert.deepEqual(watched.ceremonies, ['get']);
      await key.verifies(true);
      await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
      await page.getByText('Paid. Thank you!').waitFor();
      assert.deepEqual(watched.ceremonies, ['get', 'get']);
    });
  });
}
