import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Paths of all files in a folder and in the folders in it, relative to it, with `/` on every system. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
