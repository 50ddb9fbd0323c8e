import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** In bytes. All databases and browser profiles of a run need a tenth of it. */
const ENOUGH = 4e9;

/**
 * Lets the run keep its passing files in memory, where there is plenty: thousands of databases are made and thrown away, and none has to
 * survive a power cut. Everything that is started inherits it as `TMPDIR`.
 */
export function keepScratchInMemory(): void {
  if (!hasRoom()) return;
  const folder = mkdtempSync(path.join(MEMORY, 'mfa-kit-'));
  // Others may go through it: where the run is root's, PostgreSQL runs as somebody else.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
}

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH;
  } catch {
    return false;
  }
}
