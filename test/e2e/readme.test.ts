import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { generateKeyRing } from '@mfa-kit/server';
import type { Browser, Page } from 'playwright-core';
import { codeBlock } from '../../scripts/docs/code-blocks.ts';
import { openBrowser, openContext } from './support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { leaveNoneBehind } from '../support/none-left-behind.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What the README expects to be there: people with passwords, and something worth a fresh proof. */
const ACME = `
const ada = { id: 'ada', name: 'ada@example.com', displayName: 'Ada', emails: ['ada@example.com'] };
export const people = {
  find: async (id) => (id === ada.id ? ada : undefined),
  verifyPassword: async (login, password) => (login === ada.name && password === 'right' ? ada : undefined),
};
export const charge = (request, response) => response.json({ charged: true });
`;

/** The address in the README's code; tests run beside whatever is there. */
const WRITTEN_PORT = /\b3000\b/g;

describe('the README', () => {
  let folder: string;
  let server: ChildProcess | undefined;
  let browser: Browser;
  let url: string;
  let page: Page;

  before(async () => {
    const markdown = await readFile(path.join(root, 'README.md'), 'utf8');
    // Inside of node_modules, so that the packages are found as an application finds them.
    const cache = path.join(root, 'node_modules/.cache');
    await mkdir(cache, { recursive: true });
    folder = await mkdtemp(path.join(cache, 'mfa-kit-readme-'));
    const port = String(await freePort());
    url = `http://localhost:${port}`;
    await mkdir(path.join(folder, 'public'));
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(path.join(folder, 'acme.js'), ACME);
    await writeFile(
      path.join(folder, 'server.js'),
      codeBlock(markdown, 'server.js').code.replaceAll(WRITTEN_PORT, port),
    );
    for (const name of ['index.html', 'account.html'])
      await writeFile(path.join(folder, 'public', name), codeBlock(markdown, name).code);
    await build({
      stdin: { contents: codeBlock(markdown, 'page.js').code, resolveDir: folder },
      bundle: true,
      format: 'esm',
      outfile: path.join(folder, 'public/page.js'),
      logLevel: 'error',
    });
    server = await start(folder, url);
    browser = await openBrowser();
    page = await (await openContext(browser, url)).newPage();
  });

  after(async () => {
    await browser.close();
    if (server?.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true });
  });

  it('has a server that guards the route it says it guards', async () => {
    const charge = await fetch(`${url}/api/charge`, { method: 'POST' });
    assert.equal(charge.status, 401);
    assert.equal(((await charge.json()) as { code: string }).code, 'session_required');
  });

  it('has a page that signs a person in', async () => {
    await page.goto('/index.html');
    await page.getByLabel('Email address').fill('ada@example.com');
    await page.getByLabel('Password', { exact: true }).fill('right');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/account.html');
  });

  it('has a page that manages factors and calls the guarded route', async () => {
    await page.locator('totp-list').getByRole('button').first().waitFor();
    const answer = page.waitForResponse('**/api/charge');
    await page.getByRole('button', { name: 'Charge' }).click();
    assert.equal((await answer).status(), 200);
  });
});

/** Starts what the README calls `server.js` and waits until it tells its address. */
function start(folder: string, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], MFA_KEYS: JSON.stringify(generateKeyRing()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  leaveNoneBehind(child);
  return new Promise((ready, failed) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes(url)) ready(child);
      });
    }
    child.once('exit', (code) => {
      failed(new Error(`server.js ended with ${String(code)}:\n${output}`));
    });
  });
}
