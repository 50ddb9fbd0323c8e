import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { anchorsIn, brokenLinks, linksIn } from './links.ts';

describe('linksIn', () => {
  it('finds links and pictures, and passes over code', () => {
    const page = '[a](a.md) `[b](b.md)` <img src="c.png" />\n```md\n[d](d.md)\n```\n';
    assert.deepEqual(linksIn(page), ['a.md', 'c.png']);
  });
});

describe('anchorsIn', () => {
  it('makes anchors as GitHub does', () => {
    const page = '# Keys, and rotation\n## `POST /totp/:id/confirm`\n## See [this](x.md)\n## See this\n';
    assert.deepEqual(
      [...anchorsIn(page)],
      ['keys-and-rotation', 'post-totpidconfirm', 'see-this', 'see-this-1'],
    );
  });
});

describe('brokenLinks', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-links-'));
    writeFileSync(path.join(folder, 'other.md'), '# There\n');
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  function broken(markdown: string): readonly string[] {
    const page = path.join(folder, 'page.md');
    writeFileSync(page, markdown);
    return brokenLinks(page).map((line) => line.slice(page.length + 2));
  }

  it('is content with files, anchors and other servers', () => {
    assert.deepEqual(
      broken('# Here\n[a](other.md) [b](other.md#there) [c](#here) [d](https://example.com/x)'),
      [],
    );
  });

  it('tells of missing files and missing headings', () => {
    assert.deepEqual(broken('[a](gone.md) [b](other.md#nowhere)'), [
      'gone.md does not exist',
      'other.md#nowhere has no heading #nowhere',
    ]);
  });
});
