import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compileElements } from '../build/compile-elements.ts';

const root = path.resolve(import.meta.dirname, '../..');
const described = path.join(root, 'packages/elements/package.json');
/** Inside node_modules, where imports find the packages that the elements depend on. */
const cache = path.join(root, 'node_modules/.cache');

/**
 * Hands out the elements as those who install them get them, and takes them away afterwards.
 *
 * @param use gets the folder of the package.
 */
export async function withPublishedPackage(use: (folder: string) => Promise<void>): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'mfa-kit-elements-'));
  try {
    cpSync(described, path.join(folder, 'package.json'));
    compileElements(path.join(folder, 'dist'));
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
