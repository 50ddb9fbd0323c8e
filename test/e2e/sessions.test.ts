import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { codeNow } from './support/api.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import { enterCode, seesNotes, signInWithPassword } from './support/pages.ts';

const TEN_MINUTES = 10 * 60;

describe('the list of sessions', () => {
  const site = demoInBrowser();
  let onLaptop: Page;
  let onPhone: Page;
  let count = 0;
  let secret: string;

  /** One person, signed in in two browsers; on the security page of the first. */
  beforeEach(async () => {
    count += 1;
    ({ page: onLaptop } = await site.open());
    ({ page: onPhone } = await site.open({
      viewport: { width: 360, height: 740 },
      userAgent:
        'Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Mobile Safari/537.36',
    }));
    const person = await site.people.withApp(onLaptop, `somewhere-${count}`);
    secret = person.secret;
    await signInWithPassword(onPhone, person.login);
    await enterCode(onPhone, await codeNow(secret, await site.control.advance(60)));
    await seesNotes(onPhone);
    await onLaptop.goto('/account/security');
    await rows(onLaptop).nth(2).waitFor();
  });

  const rows = (page: Page): Locator => page.locator('active-sessions li');
  const others = (page: Page): Locator => rows(page).filter({ hasNotText: 'This device' });
  const onTheAndroid = (page: Page): Locator => rows(page).filter({ hasText: 'Chrome on Android' });

  const statusOfNotes = async (page: Page): Promise<number> =>
    (await page.request.get('/api/notes')).status();

  it('shows each browser, marks this one, and says how the person proved who they are', async () => {
    assert.equal(await rows(onLaptop).filter({ hasText: 'This device' }).count(), 1);
    const text = await onTheAndroid(onLaptop).innerText();
    assert.match(text, /Confirmed with a password and an authenticator app/);
    await picture(onLaptop, 'sessions');
    await onPhone.goto('/account/security');
    await rows(onPhone).nth(2).waitFor();
    assert.match(await onTheAndroid(onPhone).innerText(), /This device/);
    assert.equal(
      await onPhone.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      true,
      'without sideways scrolling',
    );
    await picture(onPhone, 'sessions-on-a-phone');
  });

  it('ends the other one: that browser is signed out, and this one is not', async () => {
    await onTheAndroid(onLaptop).getByRole('button', { name: 'End: Chrome on Android' }).click();
    await picture(onLaptop, 'session-being-ended');
    await onTheAndroid(onLaptop).getByRole('button', { name: 'End', exact: true }).click();
    await onLaptop.getByText('The session in Chrome on Android was ended.').waitFor({ state: 'attached' });
    await onTheAndroid(onLaptop).waitFor({ state: 'detached' });
    assert.deepEqual([await statusOfNotes(onPhone), await statusOfNotes(onLaptop)], [401, 200]);
    await onPhone.reload();
    await onPhone.getByLabel('Email address').waitFor();
  });

  it('asks for a fresh proof when the last is old, and ends the session once it is given', async () => {
    const now = await site.control.advance(TEN_MINUTES);
    await onTheAndroid(onLaptop).getByRole('button').click();
    await onTheAndroid(onLaptop).getByRole('button', { name: 'End', exact: true }).click();
    await onLaptop.getByRole('dialog').waitFor();
    assert.equal(await statusOfNotes(onPhone), 200, 'not yet');
    await enterCode(onLaptop, await codeNow(secret, now));
    await onLaptop.getByText('The session in Chrome on Android was ended.').waitFor({ state: 'attached' });
    assert.equal(await statusOfNotes(onPhone), 401);
  });

  it('ends nothing when the person cancels the proof', async () => {
    await site.control.advance(TEN_MINUTES);
    await onTheAndroid(onLaptop).getByRole('button').click();
    await onTheAndroid(onLaptop).getByRole('button', { name: 'End', exact: true }).click();
    await onLaptop.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await onLaptop.getByText('This needs a fresh proof that it’s you.').waitFor();
    assert.equal(await statusOfNotes(onPhone), 200);
  });

  it('ends all others at once, and says before that remembered devices are forgotten too', async () => {
    await onLaptop.getByRole('button', { name: 'End all others' }).click();
    await onLaptop.getByText('All remembered devices are forgotten as well').waitFor();
    await onLaptop.getByRole('button', { name: 'End all others' }).click();
    await onLaptop.getByText('You aren’t signed in anywhere else.').waitFor();
    await others(onLaptop).first().waitFor({ state: 'detached' });
    assert.deepEqual([await statusOfNotes(onPhone), await statusOfNotes(onLaptop)], [401, 200]);
  });

  it('signs this browser out, and leads to where everybody begins', async () => {
    await rows(onLaptop).first().getByRole('button').click();
    await rows(onLaptop).first().getByRole('button', { name: 'Sign out', exact: true }).click();
    await onLaptop.waitForURL(`${site.url}/`);
    await onLaptop.getByLabel('Email address').waitFor();
    assert.deepEqual([await statusOfNotes(onPhone), await statusOfNotes(onLaptop)], [200, 401]);
  });

  it('closes the dialog of a step-up whose session was ended elsewhere: nothing is done', async () => {
    await onPhone.goto('/billing');
    const now = await site.control.advance(TEN_MINUTES);
    await onPhone.getByRole('button', { name: 'Pay €12 now' }).click();
    await onPhone.getByRole('dialog').waitFor();

    await onLaptop.getByRole('button', { name: 'End all others' }).click();
    await onLaptop.getByRole('button', { name: 'End all others' }).click();
    await onLaptop.getByRole('dialog').waitFor();
    await enterCode(onLaptop, await codeNow(secret, now));
    await onLaptop.getByText('You aren’t signed in anywhere else.').waitFor();

    await enterCode(onPhone, await codeNow(secret, await site.control.advance(60)));
    await onPhone.getByText('Nothing happened: this needs fresh proof.').waitFor();
    assert.equal(await onPhone.getByRole('dialog').count(), 0);
    await onPhone.getByRole('button', { name: 'Pay €12 now' }).click();
    await onPhone.waitForURL(`${site.url}/?next=%2Fbilling`);
  });
});
