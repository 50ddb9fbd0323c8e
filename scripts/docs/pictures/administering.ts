import type { Page } from 'playwright-core';
import { ApiClient, codeNow } from '../../../test/e2e/support/api.ts';
import {
  addFirstPasskey,
  enterCode,
  passkeys,
  saveCodes,
  seesNotes,
  signInWithPassword,
} from '../../../test/e2e/support/pages.ts';
import { addApp } from './people.ts';
import { take, type Studio } from './studio.ts';

const FOLDER = 'docs/customers/images';
const WORKSPACE = 'analytical';
const ADMIN = 'ada@example.com';
const DAY = 24 * 3_600;

const WITHOUT = ['grace@example.com', 'mary@example.com'];
const SETTING_UP = ['linus@example.com', 'hedy@example.com', 'radia@example.com'];

/** What an admin does, what their people see of it, and what support does. */
export async function takeAdministering(studio: Studio): Promise<void> {
  for (const name of ['hedy', 'mary', 'radia'])
    await studio.control.post('users', {
      email: `${name}@example.com`,
      role: 'member',
      workspace: WORKSPACE,
    });
  const ada = new ApiClient(studio.url);
  await ada.signIn(ADMIN);
  const secret = await addApp(studio, ada, 'Phone');
  await ada.call('POST', '/mfa/recovery-codes/confirm');
  for (const login of [...WITHOUT, ...SETTING_UP]) await new ApiClient(studio.url).signIn(login);
  // One after the other, over two weeks.
  for (const login of SETTING_UP) {
    await studio.advance(4 * DAY);
    await studio.control.post('jobs');
    const person = new ApiClient(studio.url);
    await person.signIn(login);
    await addApp(studio, person, 'Phone');
  }
  await studio.advance(2 * DAY);
  await studio.control.post('jobs');

  const page = await studio.page('wide');
  await sortMembers(page);
  await signInWithPassword(page, ADMIN);
  await enterCode(page, await codeNow(secret, await studio.nextCode()));
  await seesNotes(page);
  await page.goto('/admin');
  await takePolicy(page);
  await takeRequirement(studio);
  await page.reload();
  await takeMembers(page);
  await take(page, `${FOLDER}/admin-adoption.png`, {
    from: 'mfa-adoption',
    to: 'mfa-adoption [part~="chart"]',
  });
  await takeSupport(studio);
}

/** Members come in the order of their ids, which are others each time. */
async function sortMembers(page: Page): Promise<void> {
  await page.route('**/mfa/admin/members**', async (route) => {
    const response = await route.fetch();
    if (route.request().method() !== 'GET' || !response.ok()) return route.fulfill({ response });
    const view = (await response.json()) as { members: { name: string }[] };
    view.members.sort((one, other) => one.name.localeCompare(other.name));
    return route.fulfill({ response, json: view });
  });
}

async function takePolicy(page: Page): Promise<void> {
  await page.getByLabel('Everybody in this workspace has to have it').check();
  await page.getByText('Everybody in the workspace has to have two-step sign-in.').waitFor();
  await take(page, `${FOLDER}/admin-policy.png`, { from: 'mfa-policy' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. This applies from now on.').first().waitFor();
}

/** What a member sees once it is asked of them. */
async function takeRequirement(studio: Studio): Promise<void> {
  const page = await studio.page('desk');
  await signInWithPassword(page, 'grace@example.com');
  await page.getByRole('button', { name: 'Later' }).waitFor();
  await take(page, `${FOLDER}/requirement-sign-in.png`, { from: 'mfa-sign-in' });
  await page.getByRole('button', { name: 'Later' }).click();
  await seesNotes(page);
  await page.getByText('Set up now').waitFor();
  await take(page, `${FOLDER}/requirement.png`, { from: 'mfa-requirement' });
}

async function takeMembers(page: Page): Promise<void> {
  const members = page.locator('mfa-members [part~="member"]');
  await members.filter({ hasText: 'radia' }).waitFor();
  await page.locator('mfa-adoption [part~="chart"]').waitFor();
  await take(page, `${FOLDER}/admin-members.png`, { from: 'mfa-members' });
  const one = members.filter({ hasText: 'hedy' });
  await one.getByRole('button', { name: 'Reset' }).click();
  await one.getByLabel('Reason').fill('Lost phone and codes; I called her.');
  await one.evaluate((element) => element.setAttribute('data-picture', ''));
  await take(page, `${FOLDER}/admin-reset.png`, { from: '[data-picture]' });
  await one.getByRole('button', { name: 'Cancel' }).click();
}

async function takeSupport(studio: Studio): Promise<void> {
  const [sam, kim] = [await studio.page('wide'), await studio.page('wide')];
  for (const [page, login] of [
    [sam, 'sam@example.com'],
    [kim, 'kim@example.com'],
  ] as const) {
    await signInWithPassword(page, login);
    await seesNotes(page);
    // Whoever lets others in has a second step.
    await addFirstPasskey(page);
    await saveCodes(page);
    await passkeys(page).first().waitFor();
    await page.goto('/admin');
    await page.getByRole('heading', { name: 'Recovery cases' }).waitFor();
  }
  await sam.getByRole('button', { name: 'Start a case' }).click();
  await sam.getByLabel('Account of the person').fill('linus@example.com');
  await sam.getByLabel('How you know that it is them').selectOption({ label: 'Video call' });
  await sam.getByLabel('Where the evidence is kept').fill('TICKET-4711');
  await sam.getByLabel('What happened').fill('Phone and codes were stolen.');
  await take(sam, `${FOLDER}/support-start.png`, { from: 'recovery-cases' });
  await sam.getByRole('button', { name: 'Start the case' }).click();
  await sam.locator('[part~="case"]').first().waitFor();

  await kim.reload();
  await kim.locator('[part~="case"]').first().getByRole('button', { name: 'Approve' }).click();
  await kim.getByRole('button', { name: 'Approve the case' }).waitFor();
  await take(kim, `${FOLDER}/support-approve.png`, { from: 'recovery-cases' });
}
