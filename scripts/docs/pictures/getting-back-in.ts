import type { Page } from 'playwright-core';
import { signInWithPassword } from '../../../test/e2e/support/pages.ts';
import { PASSWORD } from '../../../test/e2e/support/api.ts';
import { ADDRESS, take, type Studio } from './studio.ts';

const FOLDER = 'docs/customers/images';
const RECOVERY = { from: 'account-recovery' };
const DAY = 24 * 3_600;

interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The link of one purpose in the newest mail to somebody that has one, once what is due has been sent. */
async function mailedLink(studio: Studio, login: string, purpose: string): Promise<string> {
  await studio.control.post('jobs');
  const mails = (await studio.control.get(`mailbox?to=${login}`)) as readonly Mail[];
  const links = mails.flatMap(({ text }) => new RegExp(`http\\S+#${purpose}=\\S+`).exec(text) ?? []);
  const link = links.at(-1);
  if (link === undefined) throw new Error(`no link to ${purpose} in the mails to ${login}`);
  return link;
}

/** As a mail program does: the page sees only that address. */
async function followLink(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
}

const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name }).waitFor();

/** The way back by mail of somebody who has lost everything. */
export async function takeGettingBackIn(studio: Studio, login: string): Promise<void> {
  const page = await studio.page('desk');
  await signInWithPassword(page, login);
  await page.getByRole('link', { name: 'Lost your device and your recovery codes?' }).click();
  await heading(page, 'Get back into your account');
  await take(page, `${FOLDER}/recovery-ask.png`, RECOVERY);
  await page.getByLabel('Email address').fill(login);
  await page.getByRole('button', { name: 'Send email' }).click();
  await heading(page, 'Look in your mailbox');

  await followLink(page, await mailedLink(studio, login, 'open'));
  await heading(page, 'Begin the account recovery?');
  await take(page, `${FOLDER}/recovery-begin.png`, RECOVERY);
  await page.getByRole('button', { name: 'Begin' }).click();
  await heading(page, 'Your account recovery is waiting');
  await take(page, `${FOLDER}/recovery-waiting.png`, RECOVERY);
  await takeMail(studio, login);

  for (let day = 1; day <= 3; day += 1) {
    await studio.advance(DAY);
    await studio.control.post('jobs');
  }
  await followLink(page, await mailedLink(studio, login, 'finish'));
  await heading(page, 'Finish your account recovery');
  await take(page, `${FOLDER}/recovery-finish.png`, RECOVERY);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).waitFor();
  await take(page, `${FOLDER}/recovery-enrol.png`, RECOVERY);
}

/** The mail as it would be from a real host: this machine's address, its port and the token are others each time. */
const elsewhere = (html: string, url: string): string =>
  html
    .replaceAll(url, 'https://notes.example.com')
    .replaceAll(/#cancel=[\w-]+/g, '#cancel=kZ2mFq0bX9hJr3sVw5yLtA7nQe1dUcG8oBfTiRpKxMs')
    .replaceAll(/>(?:::1|127\.0\.0\.1)</g, `>${ADDRESS}<`);

/** A mail as a mail program shows it: that the recovery has begun, with its way to cancel. */
async function takeMail(studio: Studio, login: string): Promise<void> {
  await studio.control.post('jobs');
  const mails = (await studio.control.get(`mailbox?to=${login}`)) as readonly Mail[];
  const begun = mails.findLast(({ subject }) => subject.endsWith('Your account recovery has begun'));
  const page = await studio.page('desk');
  await page.setContent(elsewhere(begun?.html ?? '', studio.url));
  await page.getByRole('link', { name: 'Cancel it' }).waitFor();
  await take(page, `${FOLDER}/recovery-mail.png`, { from: 'body' });
}
