import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { generateKeyRing } from '@mfa-kit/server';
import { generateSync } from 'otplib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { codeBlock } from '../../scripts/docs/code-blocks.ts';
import { openContext, troubleOf } from '../e2e/support/browser.ts';
import { chromiumArguments, findChromium } from '../support/chromium.mjs';
import { freePort } from '../support/free-port.ts';
import { startServer, type Application } from './support/application.ts';
import { project } from './support/project.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What all guides take for granted: somebody with a password, under the names by which each guide calls it. */
const PEOPLE = `
const ada = { id: 'ada', name: 'ada@example.com', displayName: 'Ada', emails: ['ada@example.com'] };
export const find = async (id) => (id === ada.id ? ada : undefined);
export const check = async (login, password) => (login === ada.name && password === 'right' ? ada : undefined);
export { find as findPerson, check as findByPassword };
`;

/** The address in the guides' code; tests run beside whatever is there. */
const WRITTEN_PORT = /\b3000\b/g;

const guide = async (name: string): Promise<(title: string) => string> => {
  const markdown = await readFile(path.join(root, `docs/guides/${name}.md`), 'utf8');
  return (title) => codeBlock(markdown, title).code;
};

/** A folder in the project into which both packages were installed, with files in it. */
async function folderWith(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(await project(), name);
  await mkdir(path.join(folder, 'public'), { recursive: true });
  await symlink(path.join(folder, '../node_modules'), path.join(folder, 'node_modules'));
  for (const [file, text] of Object.entries({ 'people.js': PEOPLE, ...files }))
    await writeFile(path.join(folder, file), text);
  return folder;
}

const bundle = (folder: string, contents: string): Promise<unknown> =>
  build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    splitting: true,
    format: 'esm',
    entryNames: 'page',
    outdir: path.join(folder, 'public'),
    logLevel: 'error',
  });

/** What a page does by hand: with the cookies of its browser, and the token of its session. */
const callFrom = (page: Page, address: string, body: object = {}): Promise<unknown> =>
  page.evaluate(
    async ([url, text]) => {
      const { csrf } = (await (await fetch('/mfa/session')).json()) as { csrf?: string };
      const headers = { 'Content-Type': 'application/json', 'X-MFA-CSRF': csrf ?? '' };
      return (await fetch(url, { method: 'POST', headers, body: text })).json() as Promise<unknown>;
    },
    [address, JSON.stringify(body)] as const,
  );

describe('the guides for hosts, followed in the project into which both packages were installed', () => {
  let browser: Browser;
  const running: Application[] = [];

  before(async () => {
    browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  });
  after(async () => {
    await browser.close();
    for (const application of running) await application.stop();
  });

  async function start(folder: string, settings: NodeJS.ProcessEnv = {}): Promise<Application> {
    const application = await startServer(folder, {
      MFA_KEYS: JSON.stringify(generateKeyRing()),
      ...settings,
    });
    running.push(application);
    return application;
  }

  it('keep your own sign-in: the page asks for the second half where there is one', async () => {
    const block = await guide('own-sign-in');
    const port = String(await freePort());
    const folder = await folderWith('own-sign-in', {
      'server.js': block('server.js').replaceAll(WRITTEN_PORT, port),
      'public/login.html': block('login.html'),
      'public/index.html': '<title>Notes</title>',
    });
    await bundle(folder, block('page.js'));
    const { url } = await start(folder);
    const page = await (await openContext(browser, url)).newPage();
    const trouble = troubleOf(page);

    const signIn = async (): Promise<void> => {
      await page.goto('/login.html');
      await page.getByLabel('Login').fill('ada@example.com');
      await page.getByLabel('Password').fill('right');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    };
    await signIn();
    await page.waitForURL(`${url}/`);
    const { id, secret } = (await callFrom(page, '/mfa/totp')) as { id: string; secret: string };
    await callFrom(page, `/mfa/totp/${id}/confirm`, { code: generateSync({ secret }) });
    await page.context().clearCookies();

    await signIn();
    await page.getByLabel(/code/i).first().waitFor();
    await page.context().clearCookies();
    await page.getByLabel(/code/i).first().fill('123456');
    await page.getByRole('button', { name: 'Start again' }).click();

    await signIn();
    // The code of the next half minute: the one of this was used to confirm.
    const code = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
    await page.getByLabel(/code/i).first().fill(code);
    await page.waitForURL(`${url}/`);
    const answer = await page.request.get('/api/me');
    assert.deepEqual([answer.status(), await answer.json()], [200, { hello: true }]);
    assert.deepEqual(trouble, []);
  });

  it('add it to an Express application: what is mounted answers, and routes are guarded', async () => {
    const block = await guide('add-to-express');
    const port = String(await freePort());
    const folder = await folderWith('add-to-express', {
      'mfa.js': block('mfa.js'),
      // What the reader has: an application, and what stands behind two of its routes.
      'app.js': `import express from 'express'; export const app = express();`,
      'server.js': [
        `import { app } from './app.js';`,
        'const listNotes = (request, response) => response.json([]);',
        'const charge = (request, response) => response.json({ charged: true });',
        block('server.js').replaceAll(WRITTEN_PORT, port),
        block('routes.js'),
        `console.log(process.env.PUBLIC_URL);`,
      ].join('\n'),
    });
    const { url } = await start(folder, {
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: `sqlite:${path.join(folder, 'mfa.sqlite')}`,
      SMTP_URL: 'smtp://localhost:1',
    });
    const page = await (await openContext(browser, url)).newPage();
    assert.equal((await page.request.get('/health/ready')).status(), 200);
    assert.equal((await page.request.get('/api/notes')).status(), 401);
    await page.goto('/health/live');
    await callFrom(page, '/mfa/sign-in', { login: 'ada@example.com', password: 'right' });
    assert.equal((await page.request.get('/api/notes')).status(), 200);
    assert.deepEqual(await callFrom(page, '/api/billing/charge'), { charged: true });
  });

  it('move from another kit: the old code is asked for until there is a factor here', async () => {
    const block = await guide('moving-from-other-kits');
    const port = String(await freePort());
    const folder = await folderWith('moving', {
      'server.js': [
        `import express from 'express';`,
        `import { createMfa } from '@mfa-kit/server';`,
        `import { check, find } from './people.js';`,
        `const app = express();`,
        `const mfa = await createMfa({ publicUrl: 'http://localhost:${port}', serviceName: 'Acme Notes', database: 'sqlite::memory:', keys: JSON.parse(process.env.MFA_KEYS), users: { find } });`,
        `app.use('/mfa', mfa.router);`,
        `let oldSecret = 'old';`,
        `const checkPassword = async ({ login, password }) => { const person = await check(login, password); return person && { ...person, oldSecret }; };`,
        `const checkOldCode = async (person, code) => code === '123456';`,
        `const forgetOldSecret = async (id) => { oldSecret = undefined; };`,
        `app.use(express.json());`,
        block('sign-in.js'),
        `app.get('/api/old', (request, response) => response.json({ left: oldSecret !== undefined }));`,
        `app.listen(${port}, () => console.log('http://localhost:${port}'));`,
      ].join('\n'),
    });
    const { url } = await start(folder);
    const page = await (await openContext(browser, url)).newPage();
    await page.goto('/api/old');
    const ada = { login: 'ada@example.com', password: 'right' };
    const code = (answer: unknown): unknown => (answer as { code?: string }).code;
    const left = async (): Promise<unknown> => (await page.request.get('/api/old')).json();
    assert.equal(code(await callFrom(page, '/login', { ...ada, password: 'wrong' })), 'invalid_credentials');
    assert.equal(code(await callFrom(page, '/login', ada)), 'invalid_code');
    const view = (await callFrom(page, '/login', { ...ada, code: '123456' })) as { state: string };
    assert.equal(view.state, 'signed-in');
    assert.deepEqual(await left(), { left: true });
    const { id, secret } = (await callFrom(page, '/mfa/totp')) as { id: string; secret: string };
    await callFrom(page, `/mfa/totp/${id}/confirm`, { code: generateSync({ secret }) });
    assert.deepEqual(await left(), { left: false });
    await page.context().clearCookies();
    assert.equal(((await callFrom(page, '/login', ada)) as { state: string }).state, 'challenge');
  });

  it('test your integration: the scripted client refuses as the script says, and tells what it was asked', async () => {
    const block = await guide('testing');
    const folder = await folderWith('testing', {
      'server.js': [
        `import express from 'express';`,
        `const app = express();`,
        `app.use(express.static('public'));`,
        `const server = app.listen(0, () => console.log('http://localhost:' + server.address().port));`,
      ].join('\n'),
      'public/index.html':
        '<!doctype html><title>Challenge</title><mfa-challenge></mfa-challenge><script type="module" src="page.js"></script>',
    });
    const script = `${block('page.test.js')}\nwindow.calls = () => client.calls;`;
    await bundle(folder, `import '@mfa-kit/elements/define/mfa-challenge';\n${script}`);
    const { url } = await start(folder);
    const page = await (await openContext(browser, url)).newPage();
    await page.goto('/');
    const field = page.getByLabel(/code/i).first();
    await field.fill('123456');
    await page.getByRole('alert').first().waitFor();
    await field.fill('654321');
    await page
      .getByText(/9 minutes/)
      .first()
      .waitFor();
    const calls = await page.evaluate('calls()');
    assert.match(JSON.stringify(calls), /challengeTotp.*123456.*challengeTotp.*654321/);
  });
});
