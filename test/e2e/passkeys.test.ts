import assert from 'node:assert/strict';
import { before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { plugIn, watchCeremonies, type Authenticator, type Watched } from './support/authenticators.ts';
import { picture } from './support/browser.ts';
import { journey } from './support/journey.ts';
import {
  addFirstPasskey,
  enterPassword,
  passkeys,
  saveCodes,
  seesNotes,
  signInWithPassword,
  signOut,
} from './support/pages.ts';

const LOGIN = 'grace@example.com';
const TEN_MINUTES = 10 * 60;

/** A person and their passkeys, from the first to the last. Each step goes on where the one before ended. */
for (const database of ['SQLite', 'PostgreSQL'] as const) {
  describe(`Grace and her passkeys, ${database}`, () => {
    const { site, step } = journey({ database });
    let page: Page;
    let watched: Watched;
    let calls: string[];
    let laptop: Authenticator;
    let key: Authenticator;

    async function session(): Promise<{ aal: number; amr: { method: string }[] }> {
      return (await (await page.request.get('/mfa/session')).json()) as never;
    }

    before(async () => {
      ({ page } = await site.open());
      watched = await watchCeremonies(page);
      calls = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/mfa/')) calls.push(`${request.method()} ${pathname}`);
      });
    });

    step('adds a passkey as her first factor and gets ten recovery codes', async () => {
      laptop = await plugIn(page, 'laptop');
      await signInWithPassword(page, LOGIN);
      await seesNotes(page);
      await page.goto('/account/security');
      await page.getByRole('heading', { name: 'Protect your account', exact: true }).waitFor();
      await picture(page, `passkeys-none-${database}`);
      const codes = await addFirstPasskey(page);
      assert.equal(new Set(codes).size, 10);
      await picture(page, `passkeys-codes-${database}`);
    });

    step('goes on only after saying that the codes are saved', async () => {
      await page.getByRole('button', { name: 'Continue' }).click({ force: true });
      assert.ok(await page.locator('mfa-enroll [part~="code"]').first().isVisible());
      await saveCodes(page);
      await page.getByText('10 of 10 left').waitFor();
      assert.equal(await passkeys(page).count(), 1);
      await passkeys(page).getByText('In use now').waitFor();
      await page.getByText('This is your only passkey.').waitFor();
      // From top to bottom, through all shadow roots.
      const headings = await page.getByRole('heading', { level: 2 }).evaluateAll((all) =>
        all
          .map((heading) => ({ text: heading.textContent.trim(), top: heading.getBoundingClientRect().top }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text),
      );
      assert.deepEqual(headings, [
        'Passkeys',
        'Authenticator apps',
        'Recovery codes',
        'Password',
        'Remembered devices',
        'Where you’re signed in',
        'Security activity',
      ]);
      await picture(page, `passkeys-one-${database}`);
    });

    step('signs in by one click: nothing typed, two requests, one prompt, AAL 2', async () => {
      await signOut(page);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
      calls.length = 0;
      watched.ceremonies.length = 0;
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await seesNotes(page);
      // The notes ask for the session, to say what is asked of the person.
      const signingIn = calls.filter((call) => call !== 'GET /mfa/session');
      assert.deepEqual(signingIn, ['POST /mfa/passkey-sign-in/options', 'POST /mfa/passkey-sign-in']);
      assert.deepEqual(watched.ceremonies, ['get']);
      const { aal, amr } = await session();
      assert.equal(aal, 2);
      assert.deepEqual(
        amr.map(({ method }) => method),
        ['passkey'],
      );
    });

    step('proves with it after her password, offered first, and nothing else asked', async () => {
      await signOut(page);
      await enterPassword(page, LOGIN);
      await page.getByRole('heading', { name: 'Confirm with your passkey' }).waitFor();
      await picture(page, `passkeys-challenge-${database}`);
      await page.getByRole('button', { name: 'Use your passkey' }).click();
      await seesNotes(page);
      assert.equal((await session()).aal, 2);
    });

    step('adds a second one on a security key, and sees which of the two is in use', async () => {
      await page.goto('/account/security');
      // The laptop's own knows already that it has one, and the browser would rather ask the key anyway.
      key = await plugIn(page, 'security-key');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await picture(page, `passkeys-adding-${database}`);
      await page.getByRole('button', { name: 'On a security key' }).click();
      await passkeys(page).nth(1).waitFor();
      assert.equal((await key.credentials()).length, 1);
      assert.equal((await laptop.credentials()).length, 1);
      assert.equal(await page.getByText('This is your only passkey.').count(), 0);
      await picture(page, `passkeys-two-${database}`);
    });

    step('renames it, and the browser is told whose passkeys these are', async () => {
      await passkeys(page).nth(1).getByRole('button', { name: 'Rename' }).click();
      watched.signals.length = 0;
      await page.getByLabel('Name', { exact: true }).fill('Blue key');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await passkeys(page).getByText('Blue key').waitFor();
      const details = watched.signals.find(({ name }) => name === 'signalCurrentUserDetails')?.details;
      assert.equal(details?.['name'], LOGIN);
      await page.reload();
      await passkeys(page).getByText('Blue key').waitFor();
    });

    step('marks the key as the one in use once she signed in with it', async () => {
      await laptop.touches(false);
      await signOut(page);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await seesNotes(page);
      await laptop.touches(true);
      await page.goto('/account/security');
      await passkeys(page).filter({ hasText: 'Blue key' }).getByText('In use now').waitFor();
      assert.equal(await page.getByText('In use now').count(), 1);
    });

    step(
      'revokes the key after a question and fresh proof, and the complete list goes to the browser',
      async () => {
        await site.control.advance(TEN_MINUTES);
        watched.signals.length = 0;
        watched.ceremonies.length = 0;
        const [own] = await laptop.credentials();
        const row = passkeys(page).filter({ hasText: 'Blue key' });
        await row.getByRole('button', { name: 'Remove' }).click();
        await page.getByText('Remove Blue key?').waitFor();
        await picture(page, `passkeys-revoking-${database}`);
        await row.locator('[part~="button-danger"]').click();
        await row.waitFor({ state: 'detached' });
        assert.deepEqual(watched.ceremonies, ['get'], 'proven again, without another click');
        assert.equal(await passkeys(page).count(), 1);
        const accepted = watched.signals.filter(({ name }) => name === 'signalAllAcceptedCredentials');
        assert.equal(accepted.length, 1);
        const list = accepted[0]?.details['allAcceptedCredentialIds'] as string[];
        assert.deepEqual(
          list.map((id) => Buffer.from(id, 'base64url').toString('base64')),
          [own?.credentialId],
        );
      },
    );

    step('is not let in by the revoked one any more, and is told why', async () => {
      await laptop.unplug();
      await signOut(page);
      watched.signals.length = 0;
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      const why = page.getByRole('alert').filter({ hasText: 'This passkey doesn’t work here any more' });
      await why.first().waitFor();
      await picture(page, `passkeys-revoked-${database}`);
      assert.deepEqual(
        watched.signals.map(({ name }) => name),
        ['signalUnknownCredential'],
      );
      assert.equal((await page.request.get('/api/notes')).status(), 401);
    });

    step('did all this without one report against the policy of the pages', () => site.close());

    step('is told about it by mail', async () => {
      await site.control.post('jobs');
      const mails = (await site.control.get(`mailbox?to=${LOGIN}`)) as { subject: string }[];
      const told = (what: RegExp): number => mails.filter(({ subject }) => what.test(subject)).length;
      assert.equal(told(/A passkey was added/), 2);
      assert.equal(told(/A passkey was revoked/), 1);
    });
  });
}
