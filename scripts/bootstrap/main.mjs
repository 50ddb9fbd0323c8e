import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './packages.mjs';
import { continueWith, findNode } from './runtime.mjs';
import { say } from './say.mjs';

const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * Everything up to the point where the repository's own code can run. It works on a machine that has nothing but an
 * old Node and npm, and therefore uses nothing that has to be installed.
 *
 * @param {string} program what to go on with, relative to the checkout
 * @param {string[]} parameters handed on to it
 */
export async function bootstrap(program, parameters) {
  try {
    await ensurePackages(root);
    continueWith(findNode(root), root, [path.join(root, program), ...parameters]);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
