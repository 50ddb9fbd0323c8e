import type { Locator, Page } from 'playwright-core';
import { PASSWORD } from './api.ts';

/** Types login and password on the first page, as a person does. */
export async function enterPassword(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Email address').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Opens the first page and types login and password. */
export async function signInWithPassword(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.goto('/');
  await enterPassword(page, login, password);
}

/** Puts off what policy asks of an admin while there is time. */
export async function putOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Later' }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('[data-account-menu] summary').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByLabel('Email address').waitFor();
}

/** The field for a code of an authenticator app. Its name differs with what the code is for; what it tells password managers does not. */
export function codeField(page: Page): Locator {
  return page.locator('input[autocomplete="one-time-code"][inputmode="numeric"]');
}

/** Types a code; the sixth digit submits it. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code);
}

/** Waits until something has the focus. */
export async function hasFocus(place: Locator): Promise<void> {
  await place.and(place.page().locator(':focus')).waitFor();
}

/** Types a code that is refused, up to where the field is empty again: what is typed before the page has heard of it is lost. */
export async function enterWrongCode(page: Page, code: string): Promise<void> {
  await enterCode(page, code);
  await page.locator('mfa-challenge [part~="box-filled"]').first().waitFor({ state: 'detached' });
  await codeField(page).waitFor();
}

/** Reads the secret that the page shows for people who cannot scan. */
export async function readSecret(page: Page): Promise<string> {
  return (await page.locator('mfa-enroll [part~="secret"]').innerText()).trim();
}

/** Waits until the person is in: the notes are the first thing that they see. */
export async function seesNotes(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Your notes' }).waitFor();
}

/** On the security page: a passkey as the first factor, up to the recovery codes. Answers these. */
export async function addFirstPasskey(page: Page): Promise<string[]> {
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  const shown = page.locator('mfa-enroll [part~="code"]');
  await shown.first().waitFor();
  return (await shown.allInnerTexts()).map((text) => text.trim());
}

/** Says that the recovery codes are saved, and goes on. */
export async function saveCodes(page: Page): Promise<void> {
  await page.getByLabel('I have saved my recovery codes').check();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** What the page lists of a person's passkeys. */
export function passkeys(page: Page): Locator {
  return page.locator('passkey-list [part~="device"]');
}
