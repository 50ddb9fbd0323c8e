import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeBlock, codeBlocks, indentedCodeBlocks, withoutCode } from './code-blocks.ts';

const page = ['Text', '', '```js server.js', 'start();', '```', '', '```sh', 'npm start', '```', ''].join(
  '\n',
);

describe('codeBlocks', () => {
  it('finds language, title and code', () => {
    assert.deepEqual(codeBlocks(page), [
      { language: 'js', title: 'server.js', code: 'start();\n' },
      { language: 'sh', title: '', code: 'npm start\n' },
    ]);
  });

  it('finds one by its title, and says when there is none', () => {
    assert.equal(codeBlock(page, 'server.js').code, 'start();\n');
    assert.throws(() => codeBlock(page, 'client.js'), /0 blocks titled client\.js/);
  });
});

describe('indentedCodeBlocks', () => {
  it('finds those in lists too, as they would stand alone', () => {
    const list = '1. Do\n\n   ```sh\n   npm start\n     --now\n   ```\n';
    assert.deepEqual(indentedCodeBlocks(list), [{ language: 'sh', title: '', code: 'npm start\n  --now\n' }]);
    assert.deepEqual(indentedCodeBlocks(page), codeBlocks(page));
  });
});

describe('withoutCode', () => {
  it('leaves nothing of blocks and spans', () => {
    assert.doesNotMatch(withoutCode(`${page}see \`[a](b)\``), /start|\[a\]/);
  });
});
