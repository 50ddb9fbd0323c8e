import type { Page } from 'playwright-core';
import { codeNow } from '../../../test/e2e/support/api.ts';
import {
  enterCode,
  passkeys,
  readSecret,
  saveCodes,
  seesNotes,
  signInWithPassword,
} from '../../../test/e2e/support/pages.ts';
import { take, type Studio } from './studio.ts';

const FOLDER = 'docs/customers/images';
const ENROLMENT = { from: 'mfa-enroll' };

async function openSecurity(page: Page, login: string): Promise<void> {
  await signInWithPassword(page, login);
  await seesNotes(page);
  await page.goto('/account/security');
}

/**
 * Signing in for the first time and setting up each method: an app at a desk, passkeys on a phone.
 *
 * @returns the secret of the app.
 */
export async function takeSettingUp(studio: Studio, atDesk: string, onPhone: string): Promise<string> {
  const desk = await studio.page('desk');
  await desk.goto('/');
  await desk.getByLabel('Email address').waitFor();
  await take(desk, `${FOLDER}/sign-in.png`, { from: 'mfa-sign-in' });
  await openSecurity(desk, atDesk);
  await desk.getByRole('button', { name: 'Use an authenticator app' }).waitFor();
  await take(desk, `${FOLDER}/choose.png`, ENROLMENT);
  await desk.getByRole('button', { name: 'Use an authenticator app' }).click();
  await desk.locator('mfa-enroll [part~="qr"]').waitFor();
  await take(desk, `${FOLDER}/app-scan.png`, ENROLMENT);
  const secret = await readSecret(desk);
  await desk.getByLabel('Name the app, if you like').fill('Phone');
  await enterCode(desk, await codeNow(secret, await studio.advance(0)));
  await desk.locator('mfa-enroll [part~="code"]').first().waitFor();
  await take(desk, `${FOLDER}/recovery-codes.png`, ENROLMENT);
  await saveCodes(desk);

  const phone = await studio.page('phone');
  await openSecurity(phone, onPhone);
  await phone.getByRole('button', { name: 'Use a passkey' }).click();
  await phone.locator('mfa-enroll [part~="code"]').first().waitFor();
  await take(phone, `${FOLDER}/recovery-codes-phone.png`, ENROLMENT);
  await saveCodes(phone);
  await passkeys(phone).first().waitFor();
  await take(phone, `${FOLDER}/passkeys.png`, { from: 'passkey-list' });
  await phone.getByRole('button', { name: 'Add a passkey' }).click();
  await phone.getByRole('button', { name: 'On a security key' }).waitFor();
  await take(phone, `${FOLDER}/passkey-where.png`, { from: 'passkey-list' });
  return secret;
}
