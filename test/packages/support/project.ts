import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { packages, tarballs } from './tarballs.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

interface Lock {
  readonly packages: Readonly<Record<string, { readonly link?: boolean }>>;
}

/** What hosts in TypeScript have anyhow. */
const TYPES = ['@types/express', '@types/node'];

let made: Promise<string> | undefined;

/** Folder of a project that was empty before both packages were installed into it; made once for all tests of the process. */
export function project(): Promise<string> {
  return (made ??= install());
}

async function install(): Promise<string> {
  const { folder, files } = await tarballs();
  const empty = path.join(folder, 'project');
  await mkdir(empty);
  const about = { name: 'empty', version: '0.0.0', private: true, type: 'module' };
  await writeFile(path.join(empty, 'package.json'), JSON.stringify(about));
  await writeFile(
    path.join(empty, 'package-lock.json'),
    JSON.stringify({ ...about, ...(await sameVersions()) }),
  );
  // Neither package needs a script of a dependency to be run.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const parameters = ['install', ...quiet, ...TYPES, ...packages.map((name) => files[name])];
  await run('npm', parameters, { cwd: empty, shell: process.platform === 'win32' });
  return empty;
}

/**
 * Lets npm take the versions that the checkout was installed with: they lie in its cache, and the registry is not asked. What the packages
 * do not declare is pruned.
 */
async function sameVersions(): Promise<object> {
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
  const locked = Object.entries(lock.packages).filter(
    ([place, { link }]) => place.startsWith('node_modules/') && link !== true,
  );
  return { lockfileVersion: 3, requires: true, packages: Object.fromEntries(locked) };
}
