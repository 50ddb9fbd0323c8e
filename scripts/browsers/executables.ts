import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * Where a program is that may be installed here.
 *
 * @param names what it is called, best first
 * @returns its path, or nothing where there is none
 */
export function executable(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
