import { ApiClient, codeNow } from '../../../test/e2e/support/api.ts';
import {
  enterCode,
  passkeys,
  seesNotes,
  signInWithPassword,
  signOut,
} from '../../../test/e2e/support/pages.ts';
import { addApp } from './people.ts';
import { takeInBothSchemes, type Studio } from './studio.ts';

const LOGIN = 'ada@example.com';
const NEWCOMER = 'grace@example.com';

/** The pictures of the pages for developers, in light and dark. */
export async function takeForDevelopers(studio: Studio): Promise<void> {
  const person = new ApiClient(studio.url);
  await person.signIn(LOGIN);
  const secret = await addApp(studio, person, 'Phone');
  await person.call('POST', '/mfa/recovery-codes/confirm');
  await addApp(studio, person, 'Tablet');

  const page = await studio.page('desk');
  await signInWithPassword(page, NEWCOMER);
  await seesNotes(page);
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  await page.locator('mfa-enroll [part~="qr"]').waitFor();
  await takeInBothSchemes(page, 'docs/images/enrolment', { from: 'mfa-enroll' });
  await signOut(page);

  await signInWithPassword(page, LOGIN);
  await page.getByLabel('Code from your authenticator app').waitFor();
  await takeInBothSchemes(page, 'docs/images/challenge', { from: 'mfa-sign-in' });
  await enterCode(page, await codeNow(secret, await studio.nextCode()));
  await seesNotes(page);
  await page.goto('/account/security');
  await page.getByText('Tablet', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'On this device' }).click();
  await passkeys(page).first().waitFor();
  await page.reload();
  await passkeys(page).first().waitFor();
  await page.getByText('Tablet', { exact: true }).waitFor();
  await takeInBothSchemes(page, 'docs/images/security', {
    from: 'passkey-list',
    to: 'mfa-settings > section',
  });
}
