import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { codeNow, wrongCodes } from './support/api.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import { enterCode, enterWrongCode, hasFocus, seesNotes, signInWithPassword } from './support/pages.ts';

describe('the security activity', () => {
  const site = demoInBrowser();
  let page: Page;
  let count = 0;
  let login: string;
  let secret: string;

  /** One person who set up an app over the API and signed in with it in a browser; on the security page. */
  beforeEach(async () => {
    count += 1;
    ({ page } = await site.open());
    ({ login, secret } = await site.people.withApp(page, `watchful-${count}`));
    await open(page);
  });

  const rows = (on: Page): Locator => on.locator('security-activity .events > li');
  const names = (on: Page): Promise<string[]> =>
    on.locator('security-activity .events .name').allInnerTexts();
  const row = (on: Page, text: string): Locator => rows(on).filter({ hasText: text }).first();

  const open = async (on: Page): Promise<void> => {
    await on.goto('/account/security');
    await rows(on).first().waitFor();
  };

  /** Asks for one type of events. */
  const filter = async (type: string): Promise<void> => {
    const filters = page.locator('security-activity details');
    if (!(await filters.evaluate((each: HTMLDetailsElement) => each.open)))
      await filters.locator('summary').click();
    await page.getByLabel('What happened').selectOption(type);
    await page.getByRole('button', { name: 'Apply' }).click();
  };

  /** A file that a link saves. */
  const saved = async (link: string): Promise<{ name: string; text: string }> => {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: link }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };

  it('tells of the enrolment and of the sign-in, newest first, which of it was in this session, and that the browser is new', async () => {
    assert.deepEqual(await names(page), [
      'Signed in This session Unusual',
      'Second factor accepted This session Unusual',
      'Password accepted Unusual',
      'Recovery codes made',
      'Two-step sign-in switched on',
      'Authenticator app added',
      'Password accepted',
    ]);
    const text = await row(page, 'Second factor accepted').innerText();
    assert.match(text, /Authenticator app\s· Chrom\w* on Linux\s· (127\.0\.0\.1|::1)/);
    await picture(page, 'activity');
  });

  it('finds what is asked for, says when there is nothing, and shows all again', async () => {
    await filter('Authenticator apps');
    await page.getByText('1 event found.').waitFor({ state: 'attached' });
    assert.deepEqual(await names(page), ['Authenticator app added']);
    await page.getByLabel('IP address').fill('203.0.113.9');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('security-activity [part=empty]').waitFor();
    await picture(page, 'activity-nothing-found');
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await rows(page).nth(6).waitFor();
  });

  it('says which filter is no good, and keeps what was typed', async () => {
    await page.locator('security-activity summary').click();
    await page.getByLabel('IP address').fill('my neighbour');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('That is no IP address.').waitFor();
    assert.equal(await page.getByLabel('IP address').inputValue(), 'my neighbour');
    await page.getByLabel('IP address').fill('');
    await page.getByLabel('From', { exact: true }).fill('2030-01-02');
    await page.getByLabel('To', { exact: true }).fill('2030-01-01');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('The last day is before the first.').waitFor();
    assert.equal(await rows(page).count(), 7);
  });

  it('takes a day as the person’s calendar has it', async () => {
    const { events } = (await (await page.request.get('/mfa/activity')).json()) as {
      events: { event: string; at: string }[];
    };
    // Asked for when it is tomorrow already, it was still on its own day.
    const signedIn = events.find(({ event }) => event === 'auth.sign_in.success');
    assert.ok(signedIn);
    const thatDay = await page.evaluate((at) => {
      const date = new Date(at);
      return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
    }, signedIn.at);
    await page.locator('security-activity summary').click();
    await page.getByLabel('From', { exact: true }).fill(thatDay);
    await page.getByLabel('To', { exact: true }).fill(thatDay);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText(/\d events? found\./).waitFor({ state: 'attached' });
    assert.match((await names(page)).join(), /Signed in This session/);
  });

  it('saves what is found, as a table and as a document', async () => {
    await filter('Authenticator apps');
    await page.getByText('1 event found.').waitFor({ state: 'attached' });
    const table = await saved('Download as CSV');
    assert.match(table.name, /^security-activity-\d{4}-\d\d-\d\d\.csv$/);
    assert.deepEqual(table.text.match(/auth\.[a-z0-9_.]+/g), ['auth.totp.added']);
    const document = await saved('Download as JSON');
    const { events } = JSON.parse(document.text) as { events: { event: string }[] };
    assert.deepEqual(
      events.map(({ event }) => event),
      ['auth.totp.added'],
    );
  });

  it('shows what is older by a button, with the focus on the first of it', async () => {
    const { csrf } = (await (await page.request.get('/mfa/session')).json()) as { csrf: string };
    const { totp } = (await (await page.request.get('/mfa/factors')).json()) as { totp: { id: string }[] };
    for (let number = 0; number < 50; number += 1) {
      const renamed = await page.request.patch(`/mfa/totp/${totp[0]?.id}`, {
        headers: { 'X-MFA-CSRF': csrf },
        data: { name: `Phone ${number}` },
      });
      assert.equal(renamed.status(), 200);
    }
    await page.reload();
    await rows(page).nth(49).waitFor();
    assert.equal(await rows(page).count(), 50);
    await page.getByRole('button', { name: 'Show older' }).click();
    await hasFocus(rows(page).nth(50));
  });

  it('marks somebody else’s tries in words, and leads from "this wasn’t me" to what is to be done', async () => {
    const { page: elsewhere } = await site.open({
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36',
    });
    const now = await site.control.advance(60);
    await signInWithPassword(elsewhere, login);
    for (const wrong of await wrongCodes(secret, now, 2)) await enterWrongCode(elsewhere, wrong);
    await enterCode(elsewhere, await codeNow(secret, now));
    await seesNotes(elsewhere);

    await page.reload();
    const theirs = row(page, 'Chrome on Windows');
    await theirs.getByText('From a browser that hadn’t been used with this account before.').waitFor();
    await theirs.getByRole('button', { name: 'This wasn’t me: Signed in' }).click();
    await picture(page, 'activity-asking');
    await theirs.getByRole('button', { name: 'Report it' }).click();
    await page.getByText('It is reported. Do this now:').waitFor();
    await picture(page, 'activity-reported');
    await page.getByRole('link', { name: 'Go to your password' }).click();
    await hasFocus(page.locator('#current-password'));

    await page.getByRole('button', { name: 'Go to your sessions' }).click();
    await hasFocus(page.locator('active-sessions'));
    await page.getByRole('button', { name: 'End all others' }).click();
    await page.getByRole('button', { name: 'End all others' }).click();
    await page.getByText('You aren’t signed in anywhere else.').waitFor();
    assert.equal((await elsewhere.request.get('/api/notes')).status(), 401);
    await row(page, 'You reported something that wasn’t you').waitFor();
  });

  it('fits a phone', async () => {
    const { page: small } = await site.open({ viewport: { width: 320, height: 740 } });
    await signInWithPassword(small, login);
    await enterCode(small, await codeNow(secret, await site.control.advance(60)));
    await seesNotes(small);
    await open(small);
    await small.locator('security-activity summary').click();
    await rows(small).nth(1).getByRole('button').click();
    assert.equal(await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await picture(small, 'activity-on-a-phone');
  });
});
