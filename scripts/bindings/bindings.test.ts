import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { generatedFiles } from './generated-files.ts';

describe('what frameworks are told of the elements', () => {
  it('is what the manifest says; `npm run bindings` writes it', async () => {
    for (const [file, text] of await generatedFiles())
      assert.equal(readFileSync(file, 'utf8'), text, `${path.basename(file)} is old: npm run bindings`);
  });
});
