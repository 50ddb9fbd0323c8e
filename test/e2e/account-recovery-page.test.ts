import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { ApiClient, codeNow, enrolledPerson, PASSWORD, type EnrolledPerson } from './support/api.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import {
  codeField,
  enterCode,
  enterPassword,
  readSecret,
  saveCodes,
  seesNotes,
  signInWithPassword,
  signOut,
} from './support/pages.ts';

const DAY = 24 * 60 * 60;

interface Mail {
  readonly subject: string;
  readonly text: string;
}

describe('the page for account recovery', () => {
  // Jobs run when a test says so.
  const site = demoInBrowser({ JOBS: '0' });
  /** In the browser that the person has lost. */
  let old: Page;
  /** In the browser that the person has at hand, where nothing is remembered. */
  let page: Page;
  let person: EnrolledPerson & { readonly browser: ApiClient };
  let count = 0;

  beforeEach(async () => {
    count += 1;
    person = await enrolledPerson(site.url, `locked-out-${count}`);
    await site.control.post('jobs');
    ({ page: old } = await site.open());
    ({ page } = await site.open());
  });

  const mails = async (): Promise<Mail[]> => (await site.control.get(`mailbox?to=${person.login}`)) as Mail[];

  /** What is mailed by the jobs that are due after some work. */
  async function mailed(work: () => Promise<unknown>): Promise<Mail[]> {
    const earlier = (await mails()).length;
    await work();
    await site.control.post('jobs');
    return (await mails()).slice(earlier);
  }

  const tokenOf = (mail: Mail | undefined, purpose: string): string => {
    const token = new RegExp(`^${site.url}/recover#${purpose}=([\\w-]{43})$`, 'm').exec(
      mail?.text ?? '',
    )?.[1];
    assert.ok(token, `no link to ${purpose} in: ${String(mail?.text)}`);
    return token;
  };

  const linkOf = (mail: Mail | undefined, purpose: string): string =>
    `${site.url}/recover#${purpose}=${tokenOf(mail, purpose)}`;

  const heading = (name: string): Promise<void> => page.getByRole('heading', { name }).waitFor();

  /** Follows a mailed link as a mail program does: in a tab of its own, which sees only that address. */
  async function followLink(link: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(link);
  }

  /** From the challenge that cannot be passed to the mail. */
  async function ask(): Promise<Mail | undefined> {
    await signInWithPassword(page, person.login);
    await codeField(page).waitFor();
    await page.getByRole('link', { name: 'Lost your device and your recovery codes?' }).click();
    await heading('Get back into your account');
    await picture(page, 'recovery-asking');
    await page.getByLabel('Email address').fill(person.login);
    const sent = await mailed(async () => {
      await page.getByRole('button', { name: 'Send email' }).click();
      await heading('Look in your mailbox');
    });
    await picture(page, 'recovery-requested');
    // A sign-in from a browser that is new may be told in the same minute.
    const asked = sent.filter(({ subject }) => subject === 'Acme Notes: Getting back into your account');
    assert.equal(asked.length, 1);
    return asked[0];
  }

  /** From the first mail to the wait. Answers the token of its link. @param where for the pictures. */
  async function begin(mail: Mail | undefined, where = 'on-a-desk'): Promise<string> {
    await followLink(linkOf(mail, 'open'));
    await heading('Begin the account recovery?');
    assert.equal(page.url(), `${site.url}/recover`, 'the token is gone from the address');
    const token = tokenOf(mail, 'open');
    assert.equal(await statusOf(token), 'requested', 'nothing happens on load');
    await picture(page, `recovery-invited-${where}`);
    const sent = await mailed(async () => {
      await page.getByRole('button', { name: 'Begin' }).click();
      await heading('Your account recovery is waiting');
    });
    assert.deepEqual(
      sent.map(({ subject }) => subject),
      ['Acme Notes: Your account recovery has begun'],
    );
    await picture(page, `recovery-waiting-${where}`);
    return token;
  }

  /** The mail of each of the three days. */
  async function waitThreeDays(): Promise<Mail[]> {
    const daily: Mail[] = [];
    for (let day = 1; day <= 3; day += 1) {
      const sent = await mailed(() => site.control.advance(DAY));
      assert.equal(sent.length, 1, `one mail on day ${day}`);
      daily.push(...sent);
    }
    assert.deepEqual(
      daily.map(({ subject }) => subject),
      [
        'Acme Notes: Your account recovery is waiting',
        'Acme Notes: Your account recovery is waiting',
        'Acme Notes: Finish your account recovery',
      ],
    );
    return daily;
  }

  const statusOf = async (token: string): Promise<unknown> =>
    (await new ApiClient(site.url).call('POST', '/mfa/recovery/status', { token })).body['status'];

  it('is cancelled by a button, and by no scanner that follows the link of a daily mail (B4)', async () => {
    const open = await begin(await ask());
    const daily = await waitThreeDays();
    for (const mail of daily) {
      const scanner = await fetch(linkOf(mail, 'cancel'));
      assert.equal(scanner.status, 200);
      // Some run the scripts of the page, too.
      await followLink(linkOf(mail, 'cancel'));
      await heading('Cancel the account recovery?');
      assert.equal(await statusOf(open), 'ready');
    }
    await picture(page, 'recovery-to-cancel');
    const sent = await mailed(async () => {
      await page.getByRole('button', { name: 'Cancel the recovery' }).click();
      await heading('The account recovery is cancelled');
    });
    await picture(page, 'recovery-cancelled');
    assert.deepEqual(
      sent.map(({ subject }) => subject),
      ['Acme Notes: The account recovery was cancelled'],
    );
    assert.equal(await statusOf(open), 'cancelled');

    await followLink(linkOf(daily.at(-1), 'finish'));
    await heading('The account recovery is cancelled');
    assert.equal(await page.getByLabel('Password').count(), 0);
    await signInWithPassword(page, person.login);
    await enterCode(page, await codeNow(person.secret, await site.control.advance(60)));
    await seesNotes(page);
  });

  it('is cancelled while it waits, by the button below the countdown, on a small phone in the dark', async () => {
    const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
    ({ page } = await site.open({ ...phone, colorScheme: 'dark' }));
    const open = await begin(await ask(), 'on-a-phone');
    await page.getByRole('timer').waitFor();
    const fits = (): boolean => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    assert.equal(await page.evaluate(fits), true);
    await page.getByRole('button', { name: 'Cancel the recovery' }).click();
    await heading('The account recovery is cancelled');
    assert.equal(await statusOf(open), 'cancelled');
    assert.equal(await page.evaluate(fits), true);
  });

  it('lets in who waited and has link and password; of before nothing works any more (R1, R2)', async () => {
    await signInWithPassword(old, person.login);
    await old.getByLabel('Skip this step on this device for 30 days').check();
    await enterCode(old, await codeNow(person.secret, await site.control.advance(60)));
    await seesNotes(old);

    const mail = await ask();
    const open = await begin(mail);
    const daily = await waitThreeDays();
    await signOut(old);
    await signInWithPassword(old, person.login);
    await seesNotes(old);
    assert.equal(
      await statusOf(open),
      'ready',
      'a remembered device proves no second factor and cancels nothing',
    );
    await followLink(linkOf(mail, 'open'));
    await heading('The waiting time is over');

    await followLink(linkOf(daily.at(-1), 'finish'));
    await heading('Finish your account recovery');
    assert.equal(page.url(), `${site.url}/recover`);
    await picture(page, 'recovery-ready');
    await page.getByLabel('Password').fill('not my password');
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('alert').getByText('That password isn’t right.').waitFor();
    assert.equal(await page.getByLabel('Password').inputValue(), '');
    assert.equal((await old.request.get('/api/notes')).status(), 200);
    const told = await mailed(async () => {
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Finish' }).click();
      await heading('Protect your account');
    });
    assert.deepEqual(
      told.map(({ subject }) => subject),
      ['Acme Notes: Your account was recovered'],
    );
    await picture(page, 'recovery-enrolment');

    assert.equal((await old.request.get('/api/notes')).status(), 401, 'the old session is dead');
    assert.equal((await page.request.get('/api/notes')).status(), 403, 'the new one may only enrol');
    await page.reload();
    await page.getByRole('button', { name: 'Use an authenticator app' }).click();
    const secret = await readSecret(page);
    assert.notEqual(secret.replaceAll(/\s/g, ''), person.secret);
    await enterCode(page, await codeNow(secret, await site.control.advance(0)));
    await saveCodes(page);
    await heading('You are back in your account');
    await picture(page, 'recovery-done');
    await page.getByRole('link', { name: 'Go to your notes' }).click();
    await seesNotes(page);

    await old.goto('/');
    await enterPassword(old, person.login);
    await codeField(old).waitFor();
    await enterCode(old, await codeNow(person.secret, await site.control.advance(60)));
    await old.getByRole('alert').getByText('That code isn’t right.').waitFor();
    await old.getByRole('button', { name: 'Use a recovery code' }).click();
    await old.getByLabel('Recovery code').fill(person.recoveryCodes[0] ?? '');
    await old.keyboard.press('Enter');
    await old.getByRole('alert').getByText('That recovery code isn’t right or was used before.').waitFor();
    await followLink(linkOf(daily.at(-1), 'finish'));
    await heading('This account recovery is finished');
  });
});
