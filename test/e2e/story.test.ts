import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { codeNow } from './support/api.ts';
import { refusedSecondFactors } from './support/audit.ts';
import { picture } from './support/browser.ts';
import { journey } from './support/journey.ts';
import {
  codeField,
  enterCode,
  putOff,
  readSecret,
  seesNotes,
  signInWithPassword,
  signOut,
} from './support/pages.ts';

const LOGIN = 'ada@example.com';
const RECOVERY_CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** The whole round of one person, in a browser. Each step goes on where the one before ended. */
for (const database of ['SQLite', 'PostgreSQL'] as const) {
  describe(`Ada goes round once, ${database}`, () => {
    const { site, step } = journey({ database });
    let page: Page;
    let secret: string;
    let codes: string[];
    let spent: string;

    before(async () => {
      ({ page } = await site.open());
      await page.addInitScript(() => {
        // Headless Chromium has no printer: what would be printed is what the page looks like at this moment.
        window.print = () => {
          document.documentElement.dataset['printed'] = 'yes';
        };
      });
    });

    step(
      'signs in with a password, as long as there is nothing else, and puts off what an admin is asked',
      async () => {
        await signInWithPassword(page, LOGIN);
        await putOff(page);
        await seesNotes(page);
        await picture(page, 'notes');
      },
    );

    step('sets up an authenticator app by reading the secret off the page', async () => {
      await page.locator('[data-account-menu] summary').click();
      await page.getByRole('link', { name: 'Security' }).click();
      await page.getByRole('button', { name: 'Use an authenticator app' }).click();
      secret = await readSecret(page);
      await picture(page, 'enrolment');
      await enterCode(page, await codeNow(secret, await site.control.advance(0)));
      const shown = page.locator('mfa-enroll [part~="code"]');
      await shown.first().waitFor();
      codes = (await shown.allInnerTexts()).map((text) => text.trim());
      assert.equal(codes.length, 10);
      for (const code of codes) assert.match(code, RECOVERY_CODE);
      assert.equal(new Set(codes).size, 10);
      await picture(page, 'recovery-codes');
    });

    step('copies, downloads and prints the recovery codes', async () => {
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      for (const code of codes) assert.ok(copied.includes(code), 'the clipboard holds each code');

      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download' }).click();
      const download = await downloading;
      assert.match(download.suggestedFilename(), /\.txt$/);
      const file = await readFile(await download.path(), 'utf8');
      for (const code of codes) assert.ok(file.includes(code), 'the file holds each code');

      await page.getByRole('button', { name: 'Print' }).click();
      await page.locator('html[data-printed]').waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      const paper = await page.evaluate(() =>
        [...document.body.children]
          .filter((child) => child.checkVisibility())
          .map((child) => child.shadowRoot?.textContent),
      );
      assert.equal(paper.length, 1, 'nothing else of the page is on the paper');
      for (const code of codes) assert.ok(paper[0]?.includes(code), 'the paper holds each code');
      await page.emulateMedia({ media: null });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    });

    step('goes on only after saying that the codes are saved', async () => {
      const goOn = page.locator('mfa-enroll').getByRole('button', { name: 'Continue' });
      await goOn.click({ force: true });
      assert.ok(
        await page.locator('mfa-enroll [part~="code"]').first().isVisible(),
        'the codes are still there',
      );
      await page.getByLabel('I have saved my recovery codes').check();
      await goOn.click();
      await page.getByText('10 of 10 left').waitFor();
      assert.equal(await page.getByText(codes[0]!).count(), 0, 'nobody sees them again');
      await picture(page, 'security');
    });

    step('comes back with a code of the app', async () => {
      await signOut(page);
      await signInWithPassword(page, LOGIN);
      spent = await codeNow(secret, await site.control.advance(60));
      await enterCode(page, spent);
      await seesNotes(page);
    });

    step(
      'K4: is not let in by the same code a second time, and is told what anybody with a wrong code is told',
      async () => {
        await signOut(page);
        await signInWithPassword(page, LOGIN);
        await enterCode(page, spent);
        await page.getByRole('alert').filter({ hasText: 'That code isn’t right.' }).first().waitFor();
        assert.equal(await codeField(page).inputValue(), '');
        assert.equal(await refusedSecondFactors(site.demo.databaseUrl, LOGIN, 'replay'), 1);
        await picture(page, 'wrong-code');
      },
    );

    step(
      'comes back with a recovery code and has to set up an authenticator before anything else',
      async () => {
        await page.getByRole('button', { name: 'Use a recovery code' }).click();
        await page.getByLabel('Recovery code').fill(codes[0]!.toLowerCase().replaceAll('-', ' '));
        await page.getByRole('button', { name: 'Verify' }).click();
        await page
          .getByText('You signed in with a recovery code.')
          .filter({ visible: true })
          .first()
          .waitFor();
        await picture(page, 'forced-enrolment');
        await page.goto('/billing');
        assert.equal(new URL(page.url()).pathname, '/', 'no other page is open');
        assert.equal((await page.request.get('/api/notes')).status(), 403);
      },
    );

    step('sets up a new app and is in again', async () => {
      await page.getByRole('button', { name: 'Use an authenticator app' }).click();
      const fresh = await readSecret(page);
      assert.notEqual(fresh, secret);
      await enterCode(page, await codeNow(fresh, await site.control.advance(0)));
      await page.getByText('Remove old authenticators?').waitFor();
      await picture(page, 'old-authenticators');
      await page.getByRole('button', { name: 'Done' }).click();
      await page.waitForURL(`${site.url}/billing`);
      secret = fresh;
    });

    step('has nine recovery codes left', async () => {
      await page.goto('/account/security');
      await page.getByText('9 of 10 left').waitFor();
    });

    step('did all this without one report against the policy of the pages', () => site.close());

    step('is told about it by mail', async () => {
      await site.control.post('jobs');
      const mails = (await site.control.get(`mailbox?to=${LOGIN}`)) as {
        subject: string;
        text: string;
        html: string;
      }[];
      const subjects = mails.map(({ subject }) => subject).join('\n');
      assert.match(subjects, /authenticator app was added/i);
      assert.match(subjects, /recovery code/i);
      for (const { text, html } of mails) {
        for (const hidden of [secret, ...codes])
          assert.ok(!text.includes(hidden) && !html.includes(hidden), 'K6');
      }
    });
  });
}
