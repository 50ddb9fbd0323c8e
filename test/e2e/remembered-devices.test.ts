import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { codeNow, enrolledPerson, type EnrolledPerson } from './support/api.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import { codeField, enterCode, seesNotes, signInWithPassword, signOut } from './support/pages.ts';

const THIRTY_DAYS = 30 * 24 * 60 * 60;

describe('a remembered device', () => {
  const site = demoInBrowser();
  let page: Page;
  let person: EnrolledPerson;
  let count = 0;

  /** Somebody who had this browser remembered when they signed in, and who has signed out since. */
  beforeEach(async () => {
    count += 1;
    person = await enrolledPerson(site.url, `regular-${count}`);
    ({ page } = await site.open());
    await signInWithPassword(page, person.login);
    await page.getByLabel('Skip this step on this device for 30 days').check();
    await enterCode(page, await codeNow(person.secret, await site.control.advance(60)));
    await seesNotes(page);
    await signOut(page);
  });

  const devices = (): Locator => page.locator('remembered-devices li');

  async function isChallenged(): Promise<void> {
    await signInWithPassword(page, person.login);
    await codeField(page).waitFor();
  }

  it('skips the challenge, and gives no more assurance than the password did (B2)', async () => {
    await signInWithPassword(page, person.login);
    await seesNotes(page);
    const session = (await (await page.request.get('/mfa/session')).json()) as { aal: number };
    assert.equal(session.aal, 1);
  });

  it('still asks before something dangerous', async () => {
    await signInWithPassword(page, person.login);
    await seesNotes(page);
    await page.goto('/billing');
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.getByRole('dialog').waitFor();
    await enterCode(page, await codeNow(person.secret, await site.control.advance(60)));
    await page.getByText('Paid. Thank you!').waitFor();
  });

  it('is challenged again once it is forgotten', async () => {
    await signInWithPassword(page, person.login);
    await seesNotes(page);
    await page.goto('/account/security');
    await devices().first().waitFor();
    assert.equal(await devices().count(), 1);
    assert.match(await devices().first().innerText(), /This device/);
    await picture(page, 'remembered-devices');
    await devices().getByRole('button').click();
    await devices().getByRole('button', { name: 'Forget', exact: true }).click();
    await page.getByText('No device is remembered.').waitFor();
    await signOut(page);
    await isChallenged();
  });

  it('is forgotten with all others when the other sessions are ended', async () => {
    await isChallengedElsewhere();
    await signInWithPassword(page, person.login);
    await seesNotes(page);
    await page.goto('/account/security');
    await devices().first().waitFor();
    await page.getByRole('button', { name: 'End all others' }).click();
    await page.getByRole('button', { name: 'End all others' }).click();
    // Nothing but the password was proven in this session.
    await page.getByRole('dialog').waitFor();
    await enterCode(page, await codeNow(person.secret, await site.control.advance(60)));
    await page.getByText('No device is remembered.').waitFor();
    await signOut(page);
    await isChallenged();
  });

  it('is challenged again after 30 days', async () => {
    await site.control.advance(THIRTY_DAYS);
    await isChallenged();
  });

  /** Signs the person in in another browser, where nothing is remembered. */
  async function isChallengedElsewhere(): Promise<void> {
    const { page: other } = await site.open();
    await signInWithPassword(other, person.login);
    await enterCode(other, await codeNow(person.secret, await site.control.advance(60)));
    await seesNotes(other);
  }
});
