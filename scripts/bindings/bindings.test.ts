import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { generatedFiles } from './generated-files.ts';

const elements = path.resolve(import.meta.dirname, '../../packages/elements');

describe('what frameworks are told of the elements', () => {
  it('is what the manifest says; `npm run bindings` writes it', async () => {
    for (const [file, text] of await generatedFiles())
      assert.equal(readFileSync(file, 'utf8'), text, `${path.basename(file)} is old: npm run bindings`);
  });

  it('begins with a style for each tag that is not defined yet', () => {
    const style = readFileSync(path.join(elements, 'undefined.css'), 'utf8');
    const tags = readdirSync(path.join(elements, 'src/define')).map((file) => path.basename(file, '.ts'));
    for (const tag of tags.filter((name) => name !== 'index'))
      assert.match(style, new RegExp(`(?<![\\w-])${tag}(?![\\w-])`), tag);
  });
});
