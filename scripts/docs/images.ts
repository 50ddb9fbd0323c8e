import path from 'node:path';
import type { Page } from 'playwright-core';
import { ApiClient, codeNow, Control } from '../../test/e2e/support/api.ts';
import { plugIn, watchCeremonies } from '../../test/e2e/support/authenticators.ts';
import { openBrowser, openContext } from '../../test/e2e/support/browser.ts';
import { startDemo } from '../../test/e2e/support/demo-server.ts';
import { enterCode, passkeys, seesNotes, signInWithPassword, signOut } from '../../test/e2e/support/pages.ts';

// Takes the pictures of the documentation from the running demo, so that they show what is there.

const folder = path.resolve(import.meta.dirname, '../../docs/images');
const LOGIN = 'ada@example.com';
const NEWCOMER = 'grace@example.com';

/** Around what is taken, in CSS pixels. */
const MARGIN = 16;

/** Longer than a code is good for: the next one is another. */
const NEXT_CODE_SECONDS = 60;

/** Sets up an authenticator app in a session; answers its secret. */
async function addApp(person: ApiClient, control: Control, name: string): Promise<string> {
  const { body } = await person.call('POST', '/mfa/totp');
  const secret = String(body['secret']);
  const code = await codeNow(secret, await control.advance(NEXT_CODE_SECONDS));
  const confirmed = await person.call('POST', `/mfa/totp/${String(body['id'])}/confirm`, { code, name });
  if (confirmed.status !== 200) throw new Error(`${name} was not confirmed: ${confirmed.status}`);
  return secret;
}

/** Takes one part of a page in both colour schemes, or all from there to another, with some of what is around it. */
async function take(page: Page, name: string, first: string, last = first): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => document.fonts.ready);
    const top = await page.locator(first).first().boundingBox();
    const end = await page.locator(last).first().boundingBox();
    if (!top || !end) throw new Error(`${first} or ${last} is not on the page`);
    const clip = {
      x: Math.max(0, top.x - MARGIN),
      y: Math.max(0, top.y - MARGIN),
      width: top.width + 2 * MARGIN,
      height: end.y + end.height - top.y + 2 * MARGIN,
    };
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), clip, fullPage: true });
  }
}

async function main(): Promise<void> {
  const demo = await startDemo();
  const browser = await openBrowser();
  try {
    const control = new Control(demo.url);
    const person = new ApiClient(demo.url);
    await person.signIn(LOGIN);
    const secret = await addApp(person, control, 'Phone');
    await person.call('POST', '/mfa/recovery-codes/confirm');
    await addApp(person, control, 'Tablet');

    const context = await openContext(browser, demo.url, {
      viewport: { width: 640, height: 900 },
      deviceScaleFactor: 1.5,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await plugIn(page, 'laptop');
    await watchCeremonies(page);
    await signInWithPassword(page, NEWCOMER);
    await seesNotes(page);
    await page.goto('/account/security');
    await page.getByRole('button', { name: 'Use an authenticator app' }).click();
    await page.locator('mfa-enroll [part~="qr"]').waitFor();
    await take(page, 'enrolment', 'mfa-enroll');
    await signOut(page);

    await signInWithPassword(page, LOGIN);
    await page.getByLabel('Code from your authenticator app').waitFor();
    await take(page, 'challenge', 'mfa-sign-in');
    const now = await control.advance(NEXT_CODE_SECONDS);
    // The demo's clock went ahead of the browser's.
    await page.clock.setFixedTime(now);
    await enterCode(page, await codeNow(secret, now));
    await seesNotes(page);
    await page.goto('/account/security');
    await page.getByText('Tablet').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: 'On this device' }).click();
    await passkeys(page).first().waitFor();
    await page.reload();
    await passkeys(page).first().waitFor();
    await page.getByText('Tablet').waitFor();
    await take(page, 'security', 'passkey-list', 'mfa-settings > section');
  } finally {
    await browser.close();
    await demo.stop();
  }
}

await main();
