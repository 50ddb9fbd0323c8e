import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type BuildOptions, type Rolldown } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** A colour of a page itself, as the documentation shows it. */
const OWN = ':root { --mfa-color-accent: light-dark(#0b6e4f, #7fdcae); }';

/** What Vite is told in the documentation, for colours of a page itself. */
const [, TOLD = ''] =
  /```js vite\.config\.js\n[\s\S]*?build: (\{[^\n]*\})/.exec(
    readFileSync(path.join(root, 'docs/theming.md'), 'utf8'),
  ) ?? [];

let page = '';

before(() => {
  page = mkdtempSync(path.join(os.tmpdir(), 'mfa-bundled-'));
});

after(() => {
  rmSync(page, { recursive: true, force: true });
});

/** What Vite makes of a style sheet. */
async function bundled(css: string, options: BuildOptions = {}): Promise<string> {
  const entry = path.join(page, 'page.css');
  writeFileSync(entry, css);
  const output = (await build({
    root: page,
    configFile: false,
    logLevel: 'error',
    build: { ...options, write: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  const sheet = output.output.find(({ fileName }) => fileName.endsWith('.css'));
  assert.ok(sheet?.type === 'asset');
  return String(sheet.source);
}

const colours = (css: string): string[] => css.match(/--mfa-color-[\w-]+:\s*light-dark\(/g) ?? [];

describe('A bundler that writes style sheets anew for old browsers', () => {
  for (const theme of ['plain', 'high-contrast', 'material']) {
    const file = path.join(root, `packages/elements/src/themes/${theme}.css`);
    const targets: readonly [string, BuildOptions][] = [
      ['those that it is for unless told otherwise', {}],
      ['older ones', { target: ['chrome100', 'safari15'] }],
    ];
    for (const [browsers, options] of targets)
      it(`leaves every colour of the theme “${theme}” to the page’s choice of light or dark: ${browsers}`, async () => {
        const given = colours(readFileSync(file, 'utf8'));
        assert.ok(given.length > 10);
        const made = await bundled(`@import '${file}';`, options);
        assert.equal(colours(made).length, given.length);
        assert.doesNotMatch(made, /lightningcss/);
      });
  }

  it('leaves colours of a page alone when told which browsers it is for, and only then', async () => {
    const { cssTarget } = JSON.parse(TOLD.replaceAll("'", '"').replace('cssTarget', '"cssTarget"')) as {
      cssTarget: string[];
    };
    assert.equal(colours(await bundled(OWN)).length, 0);
    assert.equal(colours(await bundled(OWN, { cssTarget })).length, 1);
  });
});
