import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { FRAMEWORKS } from '../../demo/server/pages/frameworks.ts';
import { tarballs } from '../../test/packages/support/tarballs.ts';
import { ensurePackages } from '../bootstrap/packages.mjs';

/*
 * Installs and builds the demo's security page in each framework, and clicks through it. With names, only these: `npm run frameworks vue`.
 */

const root = path.resolve(import.meta.dirname, '../..');
const shell = process.platform === 'win32';

function chosen(names: readonly string[]): readonly string[] {
  const all = FRAMEWORKS.map(({ name }) => name);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no page for ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  return names.length === 0 ? all : names;
}

/** The elements as they are published: they are on no registry yet, and a page is to see nothing that others don't get. */
function installElements(tarball: string, folder: string): void {
  const place = path.join(folder, 'node_modules/@mfa-kit/elements');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', place, '--strip-components=1']);
}

const names = chosen(process.argv.slice(2));
const { files } = await tarballs();
for (const name of names) {
  const folder = path.join(root, 'demo/frameworks', name);
  console.log(`\n=== ${name}`);
  await ensurePackages(folder);
  installElements(files.elements, folder);
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'inherit', shell });
}
const { status } = spawnSync('npm', ['run', '--silent', 'test:frameworks'], {
  cwd: root,
  stdio: 'inherit',
  shell,
  env: { ...process.env, FRAMEWORKS: names.join(' ') },
});
process.exitCode = status ?? 1;
