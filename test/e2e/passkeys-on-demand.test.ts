import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { plugIn, watchCeremonies, type Authenticator } from './support/authenticators.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import { codeField, passkeys, saveCodes, seesNotes, signOut } from './support/pages.ts';

const UNREACHABLE = 'The server can’t be reached. Check your connection and try again.';

describe('what is fetched only when somebody needs it', () => {
  const site = demoInBrowser();
  let page: Page;
  let laptop: Authenticator;
  /** Parts that the network loses, by the beginning of their names. */
  let lost: string[];
  let fetched: string[];

  beforeEach(async () => {
    ({ page } = await site.open());
    lost = [];
    fetched = [];
    await page.route('**/parts/*.js', async (route) => {
      const name = new URL(route.request().url()).pathname.replace(/^.*\//, '');
      if (lost.some((part) => name.startsWith(part))) await route.abort();
      else {
        fetched.push(name);
        await route.continue();
      }
    });
    laptop = await plugIn(page, 'laptop');
    await watchCeremonies(page);
  });

  const alert = (text: string) => page.getByRole('alert').filter({ hasText: text }).first();
  const wasFetched = (part: string): boolean => fetched.some((name) => name.startsWith(part));

  it('is not on the page of somebody who only looks', async () => {
    await site.people.withPasskey(page, 'onlooker');
    // What the page before has begun to fetch ends with it.
    await page.goto('about:blank');
    fetched.length = 0;
    await page.goto('/account/security');
    await passkeys(page).first().waitFor();
    for (const part of ['passkey-changes', 'totp-changes', 'enroll-steps', 'codes-view', 'error-words'])
      assert.equal(wasFetched(part), false, part);
  });

  it('lets a passkey sign in at the next click, when the first found no network', async () => {
    await site.people.withPasskey(page, 'traveller');
    await signOut(page);
    lost = ['passkey-'];
    await page.reload();
    const button = page.getByRole('button', { name: 'Sign in with a passkey' });
    await button.click();
    await alert(UNREACHABLE).waitFor();
    lost = [];
    await button.click();
    await seesNotes(page);
  });

  it('opens a panel of the list at the next click', async () => {
    await site.people.withPasskey(page, 'renamer');
    lost = ['passkey-changes'];
    await page.goto('/account/security');
    const rename = passkeys(page).getByRole('button', { name: /^Rename/ });
    await rename.click();
    await alert(UNREACHABLE).waitFor();
    lost = [];
    await rename.click();
    await passkeys(page).getByLabel('Name').fill('Blue laptop');
    await page.keyboard.press('Enter');
    await passkeys(page).getByText('Blue laptop').waitFor();
  });

  it('begins no enrolment, and makes no codes, that could not be shown', async () => {
    await site.people.withoutFactor(page, 'beginner');
    lost = ['enroll-steps', 'codes-view'];
    const made: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.method() === 'POST') made.push(pathname);
    });
    await page.goto('/account/security');
    await page.getByRole('button', { name: 'Use an authenticator app' }).click();
    await alert(UNREACHABLE).waitFor();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await alert(UNREACHABLE).waitFor();
    assert.deepEqual(made, []);
    assert.equal((await laptop.credentials()).length, 0);
    lost = [];
    await page.getByRole('button', { name: 'Use an authenticator app' }).click();
    await codeField(page).waitFor();
    await page.getByRole('button', { name: 'Choose another way' }).click();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await saveCodes(page);
    await passkeys(page).first().waitFor();
  });

  it('has the words for a mistake at hand before one is made', async () => {
    const words = page.waitForResponse(/\/parts\/error-words/);
    await page.goto('/');
    // Imported again, they are there as soon as they are for the page: with all the parts that they are made of.
    await page.evaluate((url): Promise<unknown> => import(url), (await words).url());
    lost = [''];
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await alert('Enter your email address.').waitFor();
  });

  it('tells a refusal in general words where its own did not come, and in its own the next time', async () => {
    await site.people.withPasskey(page, 'stranger');
    lost = ['error-words'];
    await signOut(page);
    await laptop.verifies(false);
    const button = page.getByRole('button', { name: 'Sign in with a passkey' });
    await button.click();
    await alert('Something went wrong. Please try again.').waitFor();
    lost = [];
    await button.click();
    await alert('The passkey wasn’t confirmed. You can try again.').waitFor();
  });
});
