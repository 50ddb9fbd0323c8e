import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, symlink } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

export const packages = ['elements', 'server'] as const;
export type PackageName = (typeof packages)[number];

/** What a package needs of the checkout to be packed, beside its own folder. */
const ALSO = [
  'scripts/build',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.node.json',
  'custom-elements-manifest.config.mjs',
];

/** What `npm pack` makes of the sources. */
export interface Tarballs {
  /** Takes everything that tests of packages write; goes when the process ends. */
  readonly folder: string;
  readonly files: Readonly<Record<PackageName, string>>;
}

let made: Promise<Tarballs> | undefined;

/** The tarballs of both packages; made when first asked for, once for all tests of the process. */
export function tarballs(): Promise<Tarballs> {
  return (made ??= pack());
}

/**
 * Packs copies, as a fresh clone has them. Packing the checkout itself would build its `dist` anew under everything that reads it.
 */
async function pack(): Promise<Tarballs> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mfa-kit-packages-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const clone = path.join(folder, 'clone');
  for (const file of ALSO) await cp(path.join(root, file), path.join(clone, file), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(clone, 'node_modules'));
  for (const name of packages) await copyPackage(name, clone);
  const files = await Promise.all(
    packages.map((name) => packOne(path.join(clone, 'packages', name), folder)),
  );
  return {
    folder,
    files: Object.fromEntries(packages.map((name, index) => [name, files[index]])) as Tarballs['files'],
  };
}

/** Without what was built, and the list of what is ignored goes along: npm heeds it. */
async function copyPackage(name: PackageName, clone: string): Promise<void> {
  const from = path.join(root, 'packages', name);
  const to = path.join(clone, 'packages', name);
  await mkdir(to, { recursive: true });
  await cp(path.join(root, '.gitignore'), path.join(clone, '.gitignore'));
  const built = ['dist', 'custom-elements.json', 'node_modules'];
  for (const entry of await readdir(from)) {
    if (!built.includes(entry)) await cp(path.join(from, entry), path.join(to, entry), { recursive: true });
  }
}

async function packOne(from: string, into: string): Promise<string> {
  const parameters = ['pack', '--json', '--pack-destination', into];
  const { stdout } = await run('npm', parameters, { cwd: from, shell: process.platform === 'win32' });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  if (!packed) throw new Error(`npm packed nothing in ${from}`);
  return path.join(into, packed.filename);
}

/** What a package says about itself. */
export interface Description {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly repository: { readonly url: string; readonly directory: string };
  readonly publishConfig: { readonly access: string; readonly provenance: boolean };
}

/** @param folder of a package */
export async function descriptionIn(folder: string): Promise<Description> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Description;
}

/** What a host can import from a package, such as `./client`; without what needs a framework, which has tests with that framework. */
export function modulesOf({ exports }: Description): readonly string[] {
  return Object.keys(exports).filter(
    (entry) => typeof exports[entry] === 'object' && !/^\.\/(types|react)\b/.test(entry),
  );
}
