import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { codeNow, enrolledPerson, wrongCodes } from './support/api.ts';
import { picture } from './support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';
import {
  codeField,
  enterCode,
  enterPassword,
  enterWrongCode,
  seesNotes,
  signInWithPassword,
} from './support/pages.ts';

interface Report {
  readonly directive: string;
  readonly blocked: string;
}

describe('the sign-in page', () => {
  const site = demoInBrowser();
  let context: BrowserContext;
  let page: Page;
  let trouble: string[];

  beforeEach(async () => {
    ({ context, page, trouble } = await site.open());
  });

  it('is served with the policy of the elements', async () => {
    const response = await page.goto('/');
    const policy = response?.headers()['content-security-policy'] ?? '';
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ]) {
      assert.ok(policy.split('; ').includes(directive), directive);
    }
    assert.doesNotMatch(policy, /unsafe|\*|data:|https?:/);
  });

  it('works under it without a report, and a breach would be reported', async () => {
    await signInWithPassword(page, 'grace@example.com');
    await seesNotes(page);
    assert.deepEqual(trouble, []);

    const reporting = page.waitForResponse(/\/demo\/csp-reports$/);
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
    });
    await reporting;
    const reports = (await site.control.get('csp-reports')) as Report[];
    assert.deepEqual(
      reports.map(({ directive, blocked }) => `${directive} ${blocked}`),
      ['style-src-attr inline'],
    );
    // Was wanted, this once.
    trouble.length = 0;
    await site.control.post('reset');
  });

  it('has inputs that password managers find', async () => {
    const { login } = await enrolledPerson(site.url, 'managed');
    const found = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('input[autocomplete]')]
          .filter((input) => input.checkVisibility())
          .map((input) => `${input.type} ${input.autocomplete}`),
      );
    await page.goto('/');
    await page.getByLabel('Email address').waitFor();
    assert.deepEqual(await found(), ['text username webauthn', 'password current-password']);
    await enterPassword(page, login);
    await codeField(page).waitFor();
    assert.deepEqual(await found(), ['text one-time-code']);
  });

  it('takes a code that was pasted in two groups, and submits it by itself', async () => {
    const { login, secret } = await enrolledPerson(site.url, 'paster');
    await signInWithPassword(page, login);
    const code = await codeNow(secret, await site.control.advance(60));
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      `${code.slice(0, 3)} ${code.slice(3)}`,
    );
    await codeField(page).focus();
    await page.keyboard.press('ControlOrMeta+v');
    await seesNotes(page);
  });

  it('says once that a code is wrong, empties the field and keeps the focus in it', async () => {
    const { login, secret } = await enrolledPerson(site.url, 'mistyped');
    await signInWithPassword(page, login);
    const [wrong] = await wrongCodes(secret, await site.control.advance(60), 1);
    await enterCode(page, wrong!);
    const field = codeField(page);
    await page
      .locator('mfa-challenge [role="alert"]', { hasText: 'That code isn’t right.' })
      .first()
      .waitFor();
    assert.equal(await field.inputValue(), '');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.ok(await field.evaluate((input) => input === document.activeElement));
  });

  it('L1: ends the sign-in after five wrong codes and starts again from the password', async () => {
    const { login, secret } = await enrolledPerson(site.url, 'guesser');
    await signInWithPassword(page, login);
    for (const wrong of await wrongCodes(secret, await site.control.advance(60), 5)) {
      const answered = page.waitForResponse(/\/mfa\/challenge\/totp$/);
      await enterWrongCode(page, wrong);
      assert.equal((await answered).status(), 401);
    }
    await enterCode(page, await codeNow(secret, await site.control.advance(0)));
    await page.getByText('has expired').waitFor();
    await picture(page, 'sign-in-expired');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByLabel('Email address').waitFor();
  });

  it('L1: closes the account after ten wrong codes and says when to come back', async () => {
    const { login, secret } = await enrolledPerson(site.url, 'persistent');
    const guesses = await wrongCodes(secret, await site.control.advance(60), 10);
    for (const half of [guesses.slice(0, 5), guesses.slice(5)]) {
      await signInWithPassword(page, login);
      for (const wrong of half) await enterWrongCode(page, wrong);
    }
    await signInWithPassword(page, login);
    await enterCode(page, await codeNow(secret, await site.control.advance(0)));
    await page
      .getByText(/Too many tries/)
      .first()
      .waitFor();
    await picture(page, 'too-many-tries');
  });

  it('B5: says the same about a wrong password and an unknown person', async () => {
    const told: string[] = [];
    for (const login of ['linus@example.com', 'nobody@example.com']) {
      await signInWithPassword(page, login, 'not the password');
      const alert = page.locator('mfa-sign-in [role="alert"]', { hasText: 'don’t match' }).first();
      await alert.waitFor();
      told.push((await alert.innerText()).trim());
    }
    assert.equal(told[0], told[1]);
  });

  describe('goes where `next` says', () => {
    for (const [next, path] of [
      ['/billing', '/billing'],
      ['/account/security?from=mail#apps', '/account/security?from=mail#apps'],
    ] as const) {
      it(`${next}, on this site`, async () => {
        await page.goto(`/?${new URLSearchParams({ next }).toString()}`);
        await enterPassword(page, 'grace@example.com');
        await page.waitForURL(site.url + path);
      });
    }

    for (const next of [
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere.example/',
      '/\t/elsewhere.example/',
      'javascript:alert(document.domain)',
      'data:text/html,hello',
    ]) {
      it(`B4: but to no other place: ${JSON.stringify(next)}`, async () => {
        const visited: string[] = [];
        await context.route(
          ({ hostname }) => hostname === 'elsewhere.example',
          (route) => {
            visited.push(route.request().url());
            return route.abort();
          },
        );
        const address = `/?${new URLSearchParams({ next }).toString()}`;
        await page.goto(address);
        await enterPassword(page, 'grace@example.com');
        await seesNotes(page);
        // Nor when the person was signed in already, which the server answers.
        await page.goto(address);
        await seesNotes(page);
        assert.equal(page.url(), `${site.url}/`);
        assert.deepEqual(visited, []);
      });
    }

    it('a page for people who are signed in sends strangers to sign in, and back', async () => {
      await page.goto('/billing');
      assert.equal(page.url(), `${site.url}/?next=%2Fbilling`);
      await enterPassword(page, 'grace@example.com');
      await page.waitForURL(`${site.url}/billing`);
    });
  });
});
