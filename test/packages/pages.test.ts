import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openContext, troubleOf } from '../e2e/support/browser.ts';
import { chromiumArguments, findChromium } from '../support/chromium.mjs';
import { startApplication, type Application } from './support/application.ts';
import { project } from './support/project.ts';

describe('a page of an application that installed both packages', () => {
  let application: Application;
  let browser: Browser;
  let page: Page;
  let trouble: string[];
  let loaded: string[];

  before(async () => {
    application = await startApplication();
    browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  });
  after(async () => {
    await browser.close();
    await application.stop();
  });

  /** Opens a page in a new browser, and signs in on it. */
  async function signIn(
    address: string,
    labels: { login: string; password: string; button: string },
  ): Promise<void> {
    page = await (await openContext(browser, application.url)).newPage();
    trouble = troubleOf(page);
    loaded = [];
    page.on('request', (request) => void loaded.push(new URL(request.url()).pathname));
    await page.goto(address);
    await page.getByLabel(labels.login).fill('ada@example.com');
    await page.getByLabel(labels.password, { exact: true }).fill('right');
    const answer = page.waitForResponse('**/mfa/sign-in');
    await page.getByRole('button', { name: labels.button, exact: true }).click();
    assert.equal((await answer).status(), 200);
  }

  const english = { login: 'Email address', password: 'Password', button: 'Sign in' };
  const german = { login: 'E-Mail-Adresse', password: 'Passwort', button: 'Anmelden' };
  const languages = (): string[] => loaded.filter((name) => name.includes('/languages/'));

  it('signs in with one script tag, from a single file, under a strict policy with trusted types', async () => {
    await signIn('/script-tag.html', english);
    assert.deepEqual(
      loaded.filter((name) => name.startsWith('/elements/')),
      ['/elements/mfa-kit.min.js'],
    );
    assert.deepEqual(trouble, []);
  });

  it('signs in with one script tag in another language, which is loaded because somebody reads it', async () => {
    await signIn('/script-tag-german.html', german);
    assert.deepEqual(languages(), ['/elements/languages/de.js']);
    assert.deepEqual(trouble, []);
  });

  it('signs in with a bundle of its own', async () => {
    const folder = await project();
    await build({
      stdin: { contents: `import '@mfa-kit/elements/define/mfa-sign-in';`, resolveDir: folder },
      bundle: true,
      splitting: true,
      format: 'esm',
      entryNames: 'bundled',
      outdir: path.join(folder, 'public'),
      logLevel: 'error',
    });
    await signIn('/bundled.html', english);
    assert.deepEqual(trouble, []);
  });
});
