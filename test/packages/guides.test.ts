import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { generateKeyRing } from '@mfa-kit/server';
import { codeBlock } from '../../scripts/docs/code-blocks.ts';
import { findChromium } from '../support/chromium.mjs';
import { freePort } from '../support/free-port.ts';
import { startServer, type Application } from './support/application.ts';
import { project } from './support/project.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The address in the guide's code; tests run beside whatever is there. */
const WRITTEN_PORT = /\b3000\b/g;

describe('the guides, followed in the project into which both packages were installed', () => {
  let folder: string;
  let application: Application;

  before(async () => {
    folder = path.join(await project(), 'notes');
    await mkdir(path.join(folder, 'public'), { recursive: true });
    // The server of the guide serves from it; what Node imports it finds in the folder above as well.
    await symlink(path.join(folder, '../node_modules'), path.join(folder, 'node_modules'));
    const start = await readFile(path.join(root, 'docs/guides/start.md'), 'utf8');
    for (const page of ['index.html', 'account.html', 'page.js'])
      await writeFile(path.join(folder, 'public', page), codeBlock(start, page).code);
    const port = String(await freePort());
    const { code } = codeBlock(start, 'server.js');
    await writeFile(path.join(folder, 'server.js'), code.replaceAll(WRITTEN_PORT, port));
    application = await startServer(folder, { MFA_KEYS: JSON.stringify(generateKeyRing()) });
  });
  after(() => application.stop());

  it('start in two minutes, and test with a virtual authenticator that a person adds a passkey', async () => {
    const testing = await readFile(path.join(root, 'docs/guides/testing.md'), 'utf8');
    await writeFile(path.join(folder, 'passkey.test.js'), codeBlock(testing, 'passkey.test.js').code);
    await symlink(
      path.join(root, 'node_modules/playwright-core'),
      path.join(folder, '../node_modules/playwright-core'),
    );
    const env = { ...process.env, BASE_URL: application.url, CHROMIUM_PATH: await findChromium() };
    // Inside of a test run, Node would take this for a part of it and report nothing.
    delete (env as NodeJS.ProcessEnv)['NODE_TEST_CONTEXT'];
    const parameters = ['--test', '--test-reporter=tap', 'passkey.test.js'];
    const { stdout } = await run(process.execPath, parameters, { cwd: folder, env }).catch(
      (error: unknown) => error as { stdout: string },
    );
    assert.match(stdout, /^# pass 1$/m, stdout);
  });
});
