import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';

const sources = path.resolve(import.meta.dirname, '../../packages/elements/src');
const ADDRESS = 'http://localhost';

/** When the scripted answers are read: soon after they were given. */
const NOW = new Date('2026-03-02T10:00:00Z');

const SCRIPT = `
import './define/mfa-settings.ts';
import './define/mfa-sign-in.ts';
import * as answers from './client/scripted-answers.ts';
import { ScriptedMfaClient } from './client/scripted-client.ts';

const { authenticatorApp, noFactors, securityKey, signedIn, syncedPasskey } = answers;
const factors = {
  ...noFactors,
  totp: [authenticatorApp],
  passkeys: [syncedPasskey, securityKey],
  recoveryCodes: { remaining: 8, total: 10, createdAt: '2025-11-14T16:20:00Z', confirmed: true },
};
document.querySelector('mfa-sign-in').client = new ScriptedMfaClient();
document.querySelector('mfa-settings').client = new ScriptedMfaClient({
  ...answers.believableAnswers(),
  session: signedIn,
  factors,
});
`;

const PAGE = `<!doctype html>
<html lang="en">
  <link rel="stylesheet" href="/page.css" />
  <link rel="stylesheet" href="/look.css" />
  <body>
    <mfa-sign-in></mfa-sign-in>
    <mfa-settings></mfa-settings>
    <script type="module" src="/script.js"></script>
  </body>
</html>`;

const PAGE_STYLES = `
:root { color-scheme: light dark; }
body {
  display: grid;
  grid-template-columns: 22rem 31rem;
  align-items: start;
  gap: 1rem;
  margin: 1rem;
  background: var(--mfa-color-surface-raised, Canvas);
}`;

/** That of docs/elements.md: no look needs more. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/**
 * Opens a page with a sign-in and a security page that need no server.
 *
 * @param look a style sheet as a page has it: tokens and parts.
 */
export async function openShowcase(
  browser: Browser,
  look: string,
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: sources },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const files: Readonly<Record<string, { contentType: string; body: string }>> = {
    '/': { contentType: 'text/html; charset=utf-8', body: PAGE },
    '/page.css': { contentType: 'text/css', body: PAGE_STYLES },
    '/look.css': { contentType: 'text/css', body: look },
    '/script.js': { contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' },
  };
  const page = await browser.newPage({
    viewport: { width: 896, height: 680 },
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    colorScheme,
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(NOW);
  await page.route(`${ADDRESS}/**`, (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return route.fulfill(
      file ? { ...file, headers: { 'content-security-policy': POLICY } } : { status: 404, body: '' },
    );
  });
  await page.goto(`${ADDRESS}/`);
  await page.locator('security-activity li').first().waitFor();
  await page.locator('mfa-sign-in button').first().waitFor();
  return page;
}
