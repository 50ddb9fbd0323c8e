import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { FRAMEWORKS } from '../../demo/server/pages/frameworks.ts';
import { plugIn, watchCeremonies } from '../e2e/support/authenticators.ts';
import { picture } from '../e2e/support/browser.ts';
import { demoInBrowser } from '../e2e/support/demo-in-browser.ts';
import { enterPassword, passkeys, saveCodes } from '../e2e/support/pages.ts';

const TEN_MINUTES = 10 * 60;

/** Those that were built just now; all, where nobody says. */
const wanted = process.env['FRAMEWORKS']?.split(' ') ?? FRAMEWORKS.map(({ name }) => name);

for (const { name, title } of FRAMEWORKS.filter((framework) => wanted.includes(framework.name))) {
  describe(`the security page in ${title}`, () => {
    const site = demoInBrowser();
    let page: Page;

    beforeEach(async () => {
      ({ page } = await site.open());
      await watchCeremonies(page);
      await plugIn(page, 'laptop');
    });

    /** Waits until the page's own listeners have been told of these at last, in this order. Each framework writes it down in its own time. */
    async function heard(...events: readonly string[]): Promise<void> {
      const told = page.locator('.heard li');
      await told
        .last()
        .filter({ hasText: events.at(-1)! })
        .waitFor();
      assert.deepEqual((await told.allInnerTexts()).slice(-events.length), events);
    }

    it('enrols, is challenged, proves again and revokes, and hears of all of it', async () => {
      const login = await site.control.addPerson(name);
      await page.goto(`/frameworks/${name}/`);
      await page.getByRole('heading', { name: 'Sign in to Acme Notes' }).waitFor();
      await picture(page, `frameworks-${name}-sign-in`);
      await enterPassword(page, login);

      await page.getByRole('button', { name: 'Use a passkey' }).click();
      await saveCodes(page);
      await passkeys(page).first().waitFor();
      await picture(page, `frameworks-${name}`);
      await heard('mfa-signed-in', 'mfa-enrolled');

      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await enterPassword(page, login);
      await page.getByRole('button', { name: 'Use your passkey' }).click();
      await passkeys(page).first().waitFor();
      await heard('mfa-challenge-passed', 'mfa-signed-in');

      await site.control.advance(TEN_MINUTES);
      await passkeys(page).first().getByRole('button', { name: 'Remove' }).click();
      await page.locator('passkey-list [part~="button-danger"]').last().click();
      await page.getByRole('heading', { name: 'Protect your account', exact: true }).waitFor();
      await heard('mfa-passkey-revoked');
    });

    it('shows what the page slots, and follows its language', async () => {
      const login = await site.control.addPerson(`${name}-speaks`);
      await page.goto(`/frameworks/${name}/`);
      await page.getByRole('link', { name: 'Lost your device and your recovery codes?' }).waitFor();
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('button', { name: 'Anmelden', exact: true }).waitFor();
      await page.getByLabel('Language').selectOption('en');
      await enterPassword(page, login);
      await page.locator('mfa-settings [slot="top"]').waitFor();
      await page.getByRole('heading', { name: 'Protect your account', exact: true }).waitFor();
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('heading', { name: 'Schützen Sie Ihr Konto' }).waitFor();
    });
  });
}
