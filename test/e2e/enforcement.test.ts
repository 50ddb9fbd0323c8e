import assert from 'node:assert/strict';
import { beforeEach, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { codeNow, enrolledPerson, type ApiClient } from './support/api.ts';
import { plugIn } from './support/authenticators.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import {
  enterCode,
  enterPassword,
  putOff,
  readSecret,
  seesNotes,
  signInWithPassword,
  signOut,
} from './support/pages.ts';
import { changeRole } from './support/roles.ts';

const DAY = 24 * 60 * 60;
const MOST_MILLISECONDS = 2 * 60 * 1000;

interface Requirement {
  readonly level: string;
  readonly reasons: readonly string[];
  readonly deadline?: string;
}

interface Policy {
  readonly required: boolean;
  readonly graceDays: number;
  readonly roles: readonly string[];
  readonly rememberDevice: boolean;
  readonly phishingResistantRoles: readonly string[];
}

/** What a person does with mouse and keyboard, and how long it takes without them having to think. */
class Walk {
  #interactions = 0;
  readonly #begun = performance.now();

  async act(interaction: Promise<void>): Promise<void> {
    this.#interactions += 1;
    await interaction;
  }

  /** Tells how it went; fails where it took longer than people are promised. */
  end(test: TestContext, what: string): void {
    const milliseconds = performance.now() - this.#begun;
    test.diagnostic(
      `${what}: ${String(this.#interactions)} interactions, ${(milliseconds / 1000).toFixed(1)} s`,
    );
    assert.ok(milliseconds < MOST_MILLISECONDS, 'from the banner to done within two minutes');
  }
}

describe('what policy asks of people', () => {
  const site = demoInBrowser();
  let page: Page;
  let calls: string[];
  let people = 0;

  beforeEach(async () => {
    people += 1;
    ({ page } = await site.open());
    calls = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/api/billing/')) calls.push(`${pathname} ${response.status()}`);
    });
  });

  const banner = () => page.locator('mfa-requirement');
  const later = () => page.getByRole('button', { name: 'Later' });
  const pay = () => page.getByRole('button', { name: 'Pay €12 now' });

  async function addPerson(role: 'admin' | 'member'): Promise<{ login: string; workspace: string }> {
    const login = `asked-${String(people)}@example.com`;
    const workspace = `asking-${String(people)}`;
    await site.control.post('users', { email: login, role, workspace });
    return { login, workspace };
  }

  async function requirement(): Promise<Requirement> {
    const response = await page.request.get('/mfa/session');
    return ((await response.json()) as { requirement: Requirement }).requirement;
  }

  /** As an admin who has a second step. */
  async function changePolicy(admin: ApiClient, changes: Partial<Policy>): Promise<void> {
    const { status, body } = await admin.call('GET', '/mfa/admin/policy');
    assert.equal(status, 200);
    const changed = await admin.call('PUT', '/mfa/admin/policy', { ...body, ...changes });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
  }

  async function subjectsTo(login: string): Promise<string[]> {
    await site.control.post('jobs');
    const mails = (await site.control.get(`mailbox?to=${login}`)) as { subject: string }[];
    return mails.map(({ subject }) => subject);
  }

  it('R5: an admin in grace is warned, reminded, blocked, and free again as soon as it is set up; nothing moves the deadline', async (test) => {
    const { login, workspace } = await addPerson('admin');

    // In grace: told at the sign-in and on each page, and let through.
    await signInWithPassword(page, login);
    await page.getByRole('heading', { name: /^Set up two-step sign-in by / }).waitFor();
    await picture(page, 'enforcement-sign-in');
    await putOff(page);
    await seesNotes(page);
    const first = await requirement();
    assert.deepEqual([first.level, first.reasons], ['grace', ['role']]);
    await banner().getByText('You still have').waitFor();
    await page.goto('/billing');
    await banner().getByText('It is required by your role.').waitFor();
    await picture(page, 'enforcement-grace');
    await pay().click();
    await page.getByText('Paid. Thank you!').waitFor();

    // Neither signing out nor a policy that goes and comes back moves it.
    await signOut(page);
    await signInWithPassword(page, login);
    await putOff(page);
    await seesNotes(page);
    assert.deepEqual(await requirement(), first);
    const colleague = { role: 'admin', workspace } as const;
    const { browser: other } = await enrolledPerson(site.url, `other-${String(people)}`, colleague);
    await changePolicy(other, { roles: [] });
    assert.equal((await requirement()).level, 'recommended');
    await changePolicy(other, { roles: ['admin'], graceDays: 30 });
    assert.deepEqual(await requirement(), first);

    // Reminded a week, three days and one day before; and told at the very first.
    const reminders: number[] = [];
    for (const days of [7, 4, 2]) {
      await site.control.advance(days * DAY);
      const subjects = await subjectsTo(login);
      reminders.push(subjects.filter((subject) => subject.includes('Remember to set up two-step')).length);
      assert.ok(subjects.some((subject) => subject.includes('Please set up two-step sign-in')));
    }
    assert.deepEqual(reminders, [1, 2, 3]);

    // Blocked after it: on the guarded action, with the reason and the way out.
    await site.control.advance(DAY + 60);
    await signInWithPassword(page, login);
    await page.getByRole('heading', { name: 'Two-step sign-in is required' }).waitFor();
    assert.equal(await later().count(), 0);
    calls.length = 0;
    await page.goto('/billing');
    await banner().getByText('Two-step sign-in is required').waitFor();
    await pay().click();
    await page.getByText(/^This has been blocked since .* Set that up first, then try again\.$/).waitFor();
    await picture(page, 'enforcement-blocked');
    assert.deepEqual(calls, ['/api/billing/charge 403'], 'sent once');
    assert.deepEqual(await requirement(), { ...first, level: 'enforced' });

    // Set up from the banner.
    const walk = new Walk();
    await walk.act(banner().getByRole('link', { name: 'Set up now' }).click());
    await walk.act(page.getByRole('button', { name: 'Use an authenticator app' }).click());
    const secret = await readSecret(page);
    await walk.act(enterCode(page, await codeNow(secret, await site.control.advance(0))));
    await walk.act(page.getByLabel('I have saved my recovery codes').check());
    await walk.act(page.getByRole('button', { name: 'Continue' }).click());
    await page.getByText('10 of 10 left').waitFor();
    walk.end(test, 'from the banner to an authenticator app and saved codes');
    await picture(page, 'enforcement-done');

    // Free again.
    assert.deepEqual(await requirement(), { level: 'none', reasons: ['role'] });
    await page.goto('/billing');
    await pay().click();
    await page.getByText('Paid. Thank you!').waitFor();
    assert.equal((await banner().innerText()).trim(), '');
  });

  it('R5: a member who becomes an admin is asked from then on, with the whole grace period', async () => {
    const { login } = await addPerson('member');
    await signInWithPassword(page, login);
    await seesNotes(page);
    assert.equal((await requirement()).level, 'recommended');
    const before = await site.control.advance(0);
    changeRole(site.demo.databaseUrl, login, 'admin');
    await page.goto('/billing');
    await banner().getByText('It is required by your role.').waitFor();
    const { level, deadline = '' } = await requirement();
    assert.equal(level, 'grace');
    assert.ok(Date.parse(deadline) >= before + 14 * DAY * 1000, 'all of the fourteen days');
    await pay().click();
    await page.getByText('Paid. Thank you!').waitFor();
  });

  it('R5: where only a passkey counts, an authenticator app no longer does, and a passkey from the banner opens everything again', async (test) => {
    const login = `asked-${String(people)}@example.com`;
    const { secret, browser: admin } = await enrolledPerson(site.url, `asked-${String(people)}`);
    changeRole(site.demo.databaseUrl, login, 'admin');
    await changePolicy(admin, { phishingResistantRoles: ['admin'], graceDays: 0 });
    await plugIn(page, 'laptop');
    await page.goto('/');
    await enterPassword(page, login);
    await enterCode(page, await codeNow(secret, await site.control.advance(60)));
    await page.getByRole('heading', { name: 'A passkey is required' }).waitFor();
    await page.goto('/billing');
    await pay().click();
    await page.getByText(/^This has been blocked since .* it needs a passkey\./).waitFor();
    await picture(page, 'enforcement-passkey');
    const walk = new Walk();
    await walk.act(banner().getByRole('link', { name: 'Add a passkey' }).click());
    await walk.act(page.locator('passkey-list').getByRole('button', { name: 'Add a passkey' }).click());
    await walk.act(page.getByRole('button', { name: 'On this device' }).click());
    await page.locator('passkey-list [part~="device"]').first().waitFor();
    walk.end(test, 'from the banner to a passkey beside an app');
    assert.equal((await requirement()).level, 'none');
    await page.goto('/billing');
    await pay().click();
    await page.getByText('Paid. Thank you!').waitFor();
  });
});
