import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startApplication, type Application } from './support/application.ts';
import { project } from './support/project.ts';
import { descriptionIn, modulesOf } from './support/tarballs.ts';

const run = promisify(execFile);

describe('the server, installed into an empty project', () => {
  let application: Application;
  before(async () => (application = await startApplication()));
  after(() => application.stop());

  it('serves, and guards what it is told to guard', async () => {
    const ready = await fetch(`${application.url}/health/ready`);
    assert.deepEqual(await ready.json(), { ready: true });
    const charge = await fetch(`${application.url}/api/charge`, { method: 'POST' });
    assert.equal(charge.status, 401);
    assert.equal(((await charge.json()) as { code: string }).code, 'session_required');
  });

  it('brings a command', async () => {
    const command = path.join(await project(), 'node_modules/@mfa-kit/server/bin/mfa-kit.js');
    const { stdout } = await run(process.execPath, [command, 'keys', 'generate']);
    assert.ok('current' in (JSON.parse(stdout) as object));
  });
});

describe('the elements, installed into an empty project', () => {
  it('can be imported where there is no page, each module that is no definition', async () => {
    const folder = await project();
    const description = await descriptionIn(path.join(folder, 'node_modules/@mfa-kit/elements'));
    const modules = modulesOf(description)
      .filter((entry) => !/^\.\/(define|script-tag)/.test(entry))
      .map((entry) => entry.replace('.', '@mfa-kit/elements'));
    const program = `for (const name of ${JSON.stringify(modules)}) await import(name);`;
    await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder });
    assert.ok(modules.length > 25);
  });
});
