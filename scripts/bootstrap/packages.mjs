import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 */

/**
 * Installs what package-lock.json asks for, unless it is installed already. Of two runs that start at once in the
 * same checkout one installs and the other waits: `npm ci` begins by removing node_modules.
 *
 * @param {string} root directory of the checkout
 */
export async function ensurePackages(root) {
  if (missingPackage(root) === undefined) {
    say('packages: installed, as package-lock.json asks');
    return;
  }
  const release = await takeInstallLock(root);
  try {
    const missing = missingPackage(root);
    if (missing === undefined) return;
    say(`packages: ${missing}; running npm ci (about a minute)`);
    // --include=dev: building the pages needs development packages, also where NODE_ENV is production.
    // --loglevel: an old Node makes npm warn of a hundred packages, none of which will run on it.
    const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (result.status !== 0) throw new Error('packages: npm ci failed; its own message is above');
    const stillMissing = missingPackage(root);
    // Not a reason to stop, but the next start will install again.
    if (stillMissing !== undefined)
      say(`packages: ${stillMissing}; package-lock.json does not fit package.json`);
  } finally {
    release();
  }
}

/**
 * Compares package-lock.json with the record that npm leaves in node_modules as the last act of an install. A stamp
 * of our own would not know of installs done by hand.
 *
 * @param {string} root
 * @returns {string | undefined} what is missing, in words
 */
function missingPackage(root) {
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  if (wanted === undefined) throw new Error(`packages: there is no package-lock.json in ${root}`);
  const installed = lockedPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'none installed yet';
  for (const [location, entry] of Object.entries(wanted)) {
    if (location === '' || entry.optional === true || entry.devOptional === true) continue;
    const found = installed[location];
    if (found === undefined) return `${location} is missing`;
    if (found.version !== entry.version || found.integrity !== entry.integrity) {
      return `${location} is not the version of package-lock.json`;
    }
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function lockedPackages(file) {
  if (!existsSync(file)) return undefined;
  /** @type {unknown} */
  const content = JSON.parse(readFileSync(file, 'utf8'));
  const lock = /** @type {{ packages: Record<string, LockedPackage> }} */ (content);
  return lock.packages;
}

/**
 * Making a directory is atomic on every file system, so the directory is the lock. It names its owner, because a
 * killed owner cannot take it away.
 *
 * @param {string} root
 * @returns {Promise<() => void>} releases the lock
 */
async function takeInstallLock(root) {
  const lock = path.join(root, '.installing');
  const owner = path.join(lock, 'process');
  for (let told = false; ;) {
    try {
      mkdirSync(lock);
      writeFileSync(owner, String(process.pid));
      return () => {
        rmSync(lock, { recursive: true, force: true });
      };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!told) say('packages: another run is installing them; waiting for it');
    told = true;
    await wait(1000);
    if (!isRunning(owner)) rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * @param {string} ownerFile
 * @returns {boolean}
 */
function isRunning(ownerFile) {
  try {
    process.kill(Number(readFileSync(ownerFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
