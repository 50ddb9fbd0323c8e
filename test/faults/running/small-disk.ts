import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A place that can become full, and have room again. */
export interface SmallDisk {
  readonly folder: string;
  /** @param pid Who is to find it full. */
  fill(pid: number): void;
  free(pid: number): void;
  remove(): void;
}

const MEGABYTES = 64;

/**
 * A disk of its own in memory, where this user may mount one; else a limit to the size of files, which the system puts upon a process:
 * then writing beyond it fails as it does on a full disk. Linux has both.
 */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return mounted(folder);
  } catch {
    return limited(folder);
  }
}

function mounted(folder: string): SmallDisk {
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      for (const size of [1024 * 1024, 4096]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size));
        } catch {
          // No room for one more of this size.
        }
      }
      closeSync(file);
    },
    free: () => rmSync(filler),
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function limited(folder: string): SmallDisk {
  const limit = (pid: number, bytes: string): void => {
    // The soft limit alone: what was lowered can be raised again.
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  };
  return {
    folder,
    fill: (pid) => limit(pid, '4096'),
    free: (pid) => limit(pid, 'unlimited'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
