import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database that is gone when the process ends. */
export interface PassingDatabase {
  readonly url: string;
  remove(): void;
}

/**
 * What `sqlite::memory:` stands for here. Host and kit open one connection each, and two connections to SQLite's own `:memory:` would be
 * two databases: so it is a file in a folder of its own, which is removed at the end.
 */
export function passingDatabase(): PassingDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'acme-notes-'));
  return {
    url: `sqlite:${join(folder, 'demo.sqlite')}`,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
