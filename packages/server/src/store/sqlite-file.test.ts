import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openStore } from './open-store.ts';
import { START } from './testing/person.ts';

const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe('the file of an SQLite database', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-kit-sqlite-file-'));
    file = join(folder, 'made', 'mfa.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made such that its owner alone can read it, and so is its log', async () => {
    const store = openStore(`sqlite:${file}`);
    await store.migrate(START);
    assert.deepEqual([modeOf(file), modeOf(`${file}-wal`)], [0o600, 0o600]);
    await store.close();
  });

  it('keeps the mode that its owner gave it', async () => {
    await openStore(`sqlite:${file}`).close();
    chmodSync(file, 0o640);
    await openStore(`sqlite:${file}`).close();
    assert.equal(modeOf(file), 0o640);
  });

  it('is named where it cannot be opened', () => {
    assert.throws(
      () => openStore(`sqlite:${folder}`),
      /^Error: the database .*sqlite-file-.* cannot be opened: /,
    );
  });
});
