import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeBlock, codeBlocks, withoutCode } from './code-blocks.ts';

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

describe('withoutCode', () => {
  it('leaves nothing of blocks and spans', () => {
    assert.doesNotMatch(withoutCode(`${page}see \`[a](b)\``), /start|\[a\]/);
  });
});
