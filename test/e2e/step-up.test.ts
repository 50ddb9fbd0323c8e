import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { codeNow, Control, enrolledPerson, type EnrolledPerson } from './support/api.ts';
import { openBrowser, openContext, picture, troubleOf } from './support/browser.ts';
import { startDemo, type DemoUnderTest } from './support/demo-server.ts';
import { codeField, enterCode, enterPassword, seesNotes, signInWithPassword } from './support/pages.ts';

const FIFTY_MINUTES = 50 * 60;

describe('step-up on the billing page', () => {
  let demo: DemoUnderTest;
  let control: Control;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let trouble: string[];
  let calls: string[];
  let people = 0;
  let person: EnrolledPerson;

  before(async () => {
    browser = await openBrowser();
    demo = await startDemo();
    control = new Control(demo.url);
  });

  after(async () => {
    await browser.close();
    await demo.stop();
  });

  beforeEach(async () => {
    people += 1;
    person = await enrolledPerson(demo.url, `payer-${people}`);
    context = await openContext(browser, demo.url);
    page = await context.newPage();
    trouble = troubleOf(page);
    calls = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/api/')) calls.push(`${pathname} ${response.status()}`);
    });
    await page.goto('/?next=/billing');
    await enterPassword(page, person.login);
    await enterCode(page, await codeNow(person.secret, await control.advance(60)));
    await page.waitForURL(`${demo.url}/billing`);
  });

  afterEach(() => context.close());

  it('is not asked for right after signing in', async () => {
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.getByText('Paid. Thank you!').waitFor();
    assert.deepEqual(calls, ['/api/billing/charge 200']);
  });

  it('opens a dialog when the proof is old, and repeats the refused call once', async () => {
    const now = await control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'step-up');
    await enterCode(page, await codeNow(person.secret, now));
    await page.getByText('Paid. Thank you!').waitFor();
    assert.deepEqual(calls, ['/api/billing/charge 401', '/api/billing/charge 200']);
    assert.deepEqual(trouble, []);
    assert.deepEqual(await control.get('csp-reports'), []);
  });

  it('leaves everything as it was when the person cancels', async () => {
    await control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing happened: this needs fresh proof.').waitFor();
    assert.deepEqual(calls, ['/api/billing/charge 401']);
  });

  it('never offers a recovery code', async () => {
    await control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await codeField(page).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Use a recovery code' }).count(), 0);
  });

  it('does not trouble members with a dialog for what only an admin may do', async () => {
    await control.advance(FIFTY_MINUTES);
    await page.getByRole('button', { name: 'Delete workspace' }).click();
    await page.getByText('Only an admin of the workspace may do that.').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('asks people without a factor for their password, as the strongest that they have', async () => {
    const stranger = await openContext(browser, demo.url);
    const other = await stranger.newPage();
    await signInWithPassword(other, 'ada@example.com');
    await seesNotes(other);
    await other.goto('/billing');
    await control.advance(61);
    await other.getByRole('button', { name: 'Delete workspace' }).click();
    await other.getByLabel('Password').fill('acme-demo-passphrase');
    await other.getByRole('dialog').getByRole('button', { name: 'Verify' }).click();
    await other.getByText('The workspace was deleted').waitFor();
    await stranger.close();
  });

  it('leads to signing in when the session has ended meanwhile, and back', async () => {
    await control.advance(2 * 60 * 60);
    await page.getByRole('button', { name: 'Pay €12 now' }).click();
    await page.waitForURL(`${demo.url}/?next=%2Fbilling`);
  });
});
