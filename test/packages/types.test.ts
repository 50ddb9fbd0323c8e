import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { project } from './support/project.ts';
import { descriptionIn, modulesOf } from './support/tarballs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Uses what a host uses; whatever has become `any` is refused where it says so. */
const HOST = `
import { createMfa, generateKeyRing, type Mfa, type Users } from '@mfa-kit/server';
import { MfaSignIn } from '@mfa-kit/elements/define/mfa-sign-in';
import { HttpMfaClient, MfaError, stepUpFetch } from '@mfa-kit/elements/client';
import { ScriptedMfaClient, refused } from '@mfa-kit/elements/scripted-client';
import { registerLanguage } from '@mfa-kit/elements/languages';

type IsAny<T> = 0 extends 1 & T ? true : false;
const typed: [IsAny<Mfa>, IsAny<Mfa['router']>, IsAny<MfaSignIn>, IsAny<ScriptedMfaClient>] = [false, false, false, false];

export const users: Users = {
  find: (id) => Promise.resolve({ id, name: id, displayName: id, emails: [] }),
  verifyPassword: () => Promise.resolve(undefined),
};
export const mfa: Promise<Mfa> = createMfa({
  publicUrl: 'https://app.example.com',
  serviceName: 'Acme',
  database: 'sqlite::memory:',
  keys: generateKeyRing(),
  users,
});
const element = document.createElement('mfa-sign-in');
element.client = new ScriptedMfaClient({ signIn: refused('invalid_credentials') });
const same: MfaSignIn = element;
document.addEventListener('mfa-signed-in', (event) => { same.contains(event.target as Node); });
registerLanguage('fr', { shared: {} });
export const used = [typed, HttpMfaClient, MfaError, stepUpFetch('/')];
`;

const COMMON = {
  target: 'es2022',
  lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: ['node'],
};

const RESOLUTIONS = [
  { module: 'node16', moduleResolution: 'node16', skipLibCheck: false },
  { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true },
] as const;

describe('the types of both packages, installed into an empty project', () => {
  let folder: string;

  before(async () => {
    folder = await project();
    const entries = modulesOf(await descriptionIn(path.join(folder, 'node_modules/@mfa-kit/elements')));
    const imports = entries.map(
      (entry, index) => `export * as entry${index} from '${entry.replace('.', '@mfa-kit/elements')}';`,
    );
    await writeFile(path.join(folder, 'entries.ts'), imports.join('\n'));
    await writeFile(path.join(folder, 'host.ts'), HOST);
  });

  for (const resolution of RESOLUTIONS) {
    it(`hold in themselves and for a host that resolves as ${resolution.moduleResolution}`, async () => {
      const file = path.join(folder, `tsconfig.${resolution.moduleResolution}.json`);
      const compilerOptions = { ...COMMON, ...resolution };
      await writeFile(file, JSON.stringify({ compilerOptions, files: ['entries.ts', 'host.ts'] }));
      const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
      const { stdout } = await run(process.execPath, [compiler, '-p', file]).catch(
        (error: unknown) => error as { stdout: string },
      );
      assert.equal(stdout, '');
    });
  }
});
