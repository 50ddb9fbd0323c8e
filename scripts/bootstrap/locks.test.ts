import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly link?: boolean;
}

/** Whether a package would be found by another that lies somewhere in the same tree. */
function isFound(packages: Readonly<Record<string, LockedPackage>>, name: string, location: string): boolean {
  for (
    let folder = location;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules') - 1))
  ) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/** What packages ask for, and the lock file leaves out. */
function missingIn(packages: Readonly<Record<string, LockedPackage>>): readonly string[] {
  return Object.entries(packages).flatMap(([location, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isFound(packages, name, location))
      .map((name) => `${location} → ${name}`),
  );
}

// `npm ci` refuses such a file as a whole. It is written by an install on a machine that has packages already, where the registry lacks
// one for another platform: then that version cannot be had by others, and an older one has to be asked for by `overrides`.
describe('A lock file has all that its packages ask for, on each platform', () => {
  const files = globSync('**/package-lock.json', { cwd: root, exclude: ['**/node_modules/**'] });

  it('there are some to look at', () => {
    assert.ok(files.includes('package-lock.json') && files.length > 5);
  });

  for (const file of files)
    it(file, () => {
      const { packages } = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
        packages: Readonly<Record<string, LockedPackage>>;
      };
      assert.deepEqual(missingIn(packages), []);
    });
});
