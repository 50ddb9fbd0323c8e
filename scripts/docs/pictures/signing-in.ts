import type { Page } from 'playwright-core';
import { ApiClient, codeNow, wrongCodes } from '../../../test/e2e/support/api.ts';
import {
  codeField,
  enterCode,
  seesNotes,
  signInWithPassword,
  signOut,
} from '../../../test/e2e/support/pages.ts';
import { STRANGER, take, type Studio } from './studio.ts';

const FOLDER = 'docs/customers/images';
const SIGN_IN = { from: 'mfa-sign-in' };
const MINUTE = 60;
const HOUR = 60 * MINUTE;

async function reachChallenge(page: Page, login: string): Promise<void> {
  await signInWithPassword(page, login);
  await codeField(page).waitFor();
}

/** The second step, its ways out, fresh proof, and the lists of what is signed in and what happened. */
export async function takeSigningIn(studio: Studio, login: string, secret: string): Promise<void> {
  const phone = await studio.page('phone');
  await reachChallenge(phone, login);
  await take(phone, `${FOLDER}/challenge.png`, SIGN_IN);
  await phone.getByRole('button', { name: 'Use a recovery code' }).click();
  await phone.getByLabel('Recovery code').waitFor();
  await take(phone, `${FOLDER}/challenge-recovery-code.png`, SIGN_IN);

  await phone.getByRole('button', { name: 'Use your authenticator app' }).click();
  await phone.getByLabel('Skip this step on this device for 30 days').check();
  await enterCode(phone, await codeNow(secret, await studio.nextCode()));
  await seesNotes(phone);
  await studio.advance(26 * HOUR);

  const desk = await studio.page('desk');
  await reachChallenge(desk, login);
  await desk.getByLabel('Skip this step on this device for 30 days').check();
  await enterCode(desk, await codeNow(secret, await studio.nextCode()));
  await seesNotes(desk);
  await signOut(desk);
  await studio.advance(2 * HOUR);
  await guess(studio, login, secret);
  await studio.advance(20 * MINUTE);
  // Remembered, both of them: the password is enough.
  for (const page of [phone, desk]) {
    await signInWithPassword(page, login);
    await seesNotes(page);
  }
  await takeStepUp(desk, studio, secret);
  await takeLists(desk);
}

/** A browser that is none of the person's. */
class Stranger extends ApiClient {
  override get headers(): Record<string, string> {
    return { ...super.headers, 'User-Agent': STRANGER };
  }
}

/** Somebody who has the password, and no authenticator. */
async function guess(studio: Studio, login: string, secret: string): Promise<void> {
  const stranger = new Stranger(studio.url);
  await stranger.signIn(login);
  const [code] = await wrongCodes(secret, await studio.advance(0), 1);
  await stranger.call('POST', '/mfa/challenge/totp', { code });
}

async function takeStepUp(page: Page, studio: Studio, secret: string): Promise<void> {
  await page.goto('/billing');
  await page.getByRole('button', { name: 'Pay €12 now' }).click();
  await codeField(page).waitFor();
  await take(page, `${FOLDER}/step-up.png`, { from: 'mfa-step-up dialog' });
  await enterCode(page, await codeNow(secret, await studio.nextCode()));
  await codeField(page).waitFor({ state: 'detached' });
}

async function takeLists(page: Page): Promise<void> {
  await page.goto('/account/security');
  await page.locator('security-activity .events > li').first().waitFor();
  await page.locator('active-sessions [part~="device"]').first().waitFor();
  await take(page, `${FOLDER}/remembered-devices.png`, { from: 'remembered-devices' });
  await take(page, `${FOLDER}/sessions.png`, { from: 'active-sessions' });
  await take(page, `${FOLDER}/activity.png`, {
    from: 'security-activity',
    to: 'security-activity .events > li:nth-child(6)',
  });
  const guess = page.locator('security-activity .events > li').filter({ hasText: 'refused' }).first();
  await guess.getByRole('button', { name: 'This wasn’t me' }).click();
  await page.getByRole('button', { name: 'Report it' }).click();
  await page.getByText('It is reported. Do this now:').waitFor();
  await guess.evaluate((element) => element.setAttribute('data-picture', ''));
  await take(page, `${FOLDER}/activity-reported.png`, { from: '[data-picture]' });
}
