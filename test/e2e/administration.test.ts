import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { ApiClient, codeNow, enrolledPerson, PASSWORD, type EnrolledPerson } from './support/api.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import {
  codeField,
  enterCode,
  readSecret,
  saveCodes,
  seesNotes,
  signInWithPassword,
} from './support/pages.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const SCREENS = {
  desk: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
} as const;

for (const [screen, options] of Object.entries(SCREENS))
  describe(`the page for those who administer, on a ${screen}`, () => {
    // Jobs run when a test says so.
    const site = demoInBrowser({ JOBS: '0' });
    let count = 0;

    beforeEach(() => {
      count += 1;
    });

    /** A browser of its own, on this screen. */
    const openPage = async (): Promise<Page> => (await site.open(options)).page;

    /** In with password and code, and on the page. */
    async function administer(page: Page, { login, secret }: EnrolledPerson): Promise<void> {
      await signInWithPassword(page, login);
      await enterCode(page, await codeNow(secret, await site.control.advance(60)));
      await seesNotes(page);
      await page.getByRole('link', { name: 'Admin', exact: true }).click();
      await page.getByRole('heading', { name: 'Admin', exact: true }).waitFor();
    }

    /** Nothing sticks out, and nothing is in anybody's way. */
    async function assertUsable(page: Page): Promise<void> {
      const fits = (): boolean =>
        document.documentElement.scrollWidth <= document.documentElement.clientWidth;
      assert.equal(await page.evaluate(fits), true);
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
    }

    const member = (page: Page, login: string): Locator =>
      page.locator('mfa-members [part~="member"]').filter({ hasText: login });

    it('shows an admin the members, and resets one after a fresh proof and for a reason (R4)', async () => {
      const workspace = `reset-${screen}`;
      const admin = await enrolledPerson(site.url, `admin-${screen}-${count}`, { role: 'admin', workspace });
      const colleague = await enrolledPerson(site.url, `colleague-${screen}-${count}`, { workspace });
      await site.control.addPerson(`bare-${screen}-${count}`, { workspace });
      const page = await openPage();
      await administer(page, admin);
      const row = member(page, colleague.login);
      await row.getByText('Authenticator app', { exact: true }).waitFor();
      await member(page, admin.login).getByText('For yourself, ask another admin.').waitFor();
      await member(page, `bare-${screen}`).getByText('No second step yet').waitFor();
      await assertUsable(page);
      await picture(page, `admin-members-${screen}`);

      await site.control.advance(6 * 60);
      await row.getByRole('button', { name: 'Reset' }).click();
      await page.getByText('They are signed out everywhere').waitFor();
      await page.getByRole('button', { name: 'Reset now' }).click();
      await page.getByRole('alert').getByText('Say why. It is kept on record.').waitFor();
      await row.getByLabel('Reason').fill('lost phone');
      await picture(page, `admin-reset-${screen}`);
      await page.getByRole('button', { name: 'Reset now' }).click();
      await codeField(page).waitFor();
      assert.equal((await colleague.browser.call('GET', '/api/notes')).status, 200, 'not before the proof');
      await enterCode(page, await codeNow(admin.secret, await site.control.advance(0)));
      await row.getByText('Reset just now').waitFor();
      await row.getByText('No second step yet').waitFor();
      await picture(page, `admin-was-reset-${screen}`);
      await page.reload();
      const reset = page
        .locator('security-activity [part~="event"]')
        .filter({ hasText: 'Two-step sign-in reset by an administrator' });
      await reset.getByText(`by ${admin.login}, admin`).waitFor();
      await assertUsable(page);

      assert.equal((await colleague.browser.call('GET', '/api/notes')).status, 401, 'every session is over');
      const next = await new ApiClient(site.url).signIn(colleague.login);
      assert.equal(next.body['mustEnroll'], true);
    });

    it('narrows the members to those without a second step, and lets one have more time', async () => {
      const workspace = `exempt-${screen}`;
      const admin = await enrolledPerson(site.url, `lenient-${screen}-${count}`, {
        role: 'admin',
        workspace,
      });
      const bare = await site.control.addPerson(`traveller-${screen}-${count}`, { workspace });
      const page = await openPage();
      await administer(page, admin);
      await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Without a second step' });
      await member(page, admin.login).waitFor({ state: 'detached' });
      const row = member(page, bare);
      await row.getByRole('button', { name: 'Exempt for a while' }).click();
      const until = new Date((await site.control.advance(0)) + 10 * 86_400_000).toISOString().slice(0, 10);
      await row.getByLabel('Last day').fill(until);
      await row.getByLabel('Reason').fill('the new phone is in the mail');
      await row.getByRole('button', { name: 'Exempt', exact: true }).click();
      await row.getByText('Exempt until').waitFor();
      await page.reload();
      await row.getByText('Exempt until').waitFor();
      await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Exempt for a while' });
      await member(page, admin.login).waitFor({ state: 'detached' });
      await row.waitFor();
    });

    it('shows how far adoption has come, as figures, as a chart and in a table', async () => {
      const workspace = `adoption-${screen}`;
      const admin = await enrolledPerson(site.url, `counting-${screen}-${count}`, {
        role: 'admin',
        workspace,
      });
      const bare = await site.control.addPerson(`uncounted-${screen}-${count}`, { workspace });
      assert.equal((await new ApiClient(site.url).signIn(bare)).status, 200);
      const page = await openPage();
      await administer(page, admin);
      const adoption = page.locator('mfa-adoption');
      await adoption.getByText('1 of 2 people have a second step').first().waitFor();
      assert.match(
        await adoption.locator('[part~="figure"]').first().innerText(),
        /^Everybody\s+50%\s+1 of 2 people have a second step$/,
      );
      await adoption.getByRole('img', { name: 'People with a second step over time' }).waitFor();
      const today = adoption.getByRole('table', { name: 'The same in numbers' }).getByRole('row').last();
      assert.deepEqual((await today.getByRole('cell').allInnerTexts()).slice(0, 3), ['50%', '1', '2']);
      await assertUsable(page);
      await picture(page, `admin-adoption-${screen}`);
    });

    it('lets two of support take somebody who lost everything back in, to set up anew (R1, R4)', async () => {
      const person = await enrolledPerson(site.url, `lost-${screen}-${count}`);
      const [sam, kim, locked] = [await openPage(), await openPage(), await openPage()];
      const support = { role: 'support' } as const;
      const first = await enrolledPerson(site.url, `first-${screen}-${count}`, support);
      const second = await enrolledPerson(site.url, `second-${screen}-${count}`, support);
      for (const [page, { login, secret }] of [
        [sam, first],
        [kim, second],
      ] as const) {
        await signInWithPassword(page, login);
        await enterCode(page, await codeNow(secret, await site.control.advance(60)));
        await seesNotes(page);
        await page.getByRole('link', { name: 'Support' }).click();
        await page.getByRole('heading', { name: 'Recovery cases' }).waitFor();
      }
      await sam.getByRole('button', { name: 'Start a case' }).click();
      await sam.getByLabel('Account of the person').fill(person.login);
      await sam.getByLabel('How you know that it is them').selectOption({ label: 'Video call' });
      await sam.getByLabel('Where the evidence is kept').fill('TICKET-7');
      await sam.getByLabel('What happened').fill('Phone and codes were stolen.');
      await sam.getByLabel('Skip the wait').check();
      await sam.getByLabel('Why it can’t wait').fill('Travels tonight.');
      await assertUsable(sam);
      await picture(sam, `support-start-${screen}`);
      await sam.getByRole('button', { name: 'Start the case' }).click();
      const started = sam.locator('[part~="case"]').filter({ hasText: person.login });
      await started.getByText('You started this case, so somebody else has to decide.').waitFor();
      assert.equal(await started.getByRole('button').count(), 0);

      await site.control.advance(6 * 60);
      await kim.reload();
      const open = kim.locator('[part~="case"]').filter({ hasText: person.login });
      await open.getByRole('button', { name: 'Approve' }).click();
      await open.getByText('Evidence: Video call, TICKET-7.').waitFor();
      await assertUsable(kim);
      await picture(kim, `support-approve-${screen}`);
      await open.getByRole('button', { name: 'Approve the case' }).click();
      await codeField(kim).waitFor();
      await enterCode(kim, await codeNow(second.secret, await site.control.advance(0)));
      await open.getByText('Approved by you').waitFor();
      await open.getByText('Ready', { exact: true }).waitFor();
      await picture(kim, `support-cases-${screen}`);

      await site.control.post('jobs');
      const mails = (await site.control.get(`mailbox?to=${person.login}`)) as { text: string }[];
      const link = mails.flatMap(({ text }) => /http:\S+\/recover#finish=\S+/.exec(text) ?? []).at(-1);
      assert.ok(link, 'the last link is in a mail');
      await locked.goto(link);
      await locked.getByLabel('Password').fill(PASSWORD);
      await locked.getByRole('button', { name: 'Finish' }).click();
      await locked.getByRole('heading', { name: 'Protect your account' }).waitFor();
      assert.equal((await person.browser.call('GET', '/api/notes')).status, 401, 'the old session is dead');
      assert.equal((await locked.request.get('/api/notes')).status(), 403, 'the new one may only enrol');
      await locked.getByRole('button', { name: 'Use an authenticator app' }).click();
      const secret = await readSecret(locked);
      await enterCode(locked, await codeNow(secret, await site.control.advance(0)));
      await saveCodes(locked);
      await locked.getByRole('link', { name: 'Go to your notes' }).click();
      await seesNotes(locked);
      await sam.reload();
      await started.getByText('Completed', { exact: true }).waitFor();
    });

    it('tells members in a friendly way that it is not for them, and strangers to sign in', async () => {
      const login = await site.control.addPerson(`member-${screen}-${count}`);
      const page = await openPage();
      await page.goto('/admin');
      await page.getByLabel('Email address').waitFor();
      await signInWithPassword(page, login);
      await seesNotes(page);
      assert.equal(await page.getByRole('link', { name: 'Admin' }).count(), 0);
      const answer = await page.goto('/admin');
      assert.equal(answer?.status(), 403);
      await page.getByRole('heading', { name: 'Nothing here for you' }).waitFor();
      await assertUsable(page);
      await picture(page, `admin-not-yours-${screen}`);
      await page.getByRole('link', { name: 'Go to your security page' }).click();
      await page.getByRole('heading', { name: 'Security', exact: true }).waitFor();
    });
  });
