import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { build, type Plugin } from 'esbuild';
import { codeBlock } from '../docs/code-blocks.ts';

const folder = path.resolve('packages/elements/src/languages');
const page = readFileSync('docs/languages.md', 'utf8');

/** Finds the package in its sources, and further files of the page in the page. */
const fromThePage: Plugin = {
  name: 'from the page',
  setup(build) {
    build.onResolve({ filter: /^@mfa-kit\/elements\/languages/ }, ({ path: name }) => ({
      path: path.join(folder, `${name.split('/')[3] ?? 'index'}.ts`),
    }));
    build.onResolve({ filter: /^\.\/mfa-kit-/ }, ({ path: name }) => ({
      path: path.basename(name),
      namespace: 'page',
    }));
    build.onLoad({ filter: /.*/, namespace: 'page' }, ({ path: name }) => ({
      contents: codeBlock(page, name).code,
    }));
  },
};

interface Registry {
  readonly languageArriving: (language: string) => Promise<void> | undefined;
  readonly stringsOf: (
    language: string,
    feature: string,
    english: object,
  ) => Readonly<Record<string, string | ((name: string) => string)>>;
}

/** What the elements read once a page ran the code of a block. */
async function after(title: string): Promise<Registry> {
  const { outputFiles } = await build({
    stdin: {
      contents: `${codeBlock(page, title).code}\nexport * from ${JSON.stringify(path.join(folder, 'registry.ts'))};`,
      resolveDir: folder,
    },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [fromThePage],
  });
  const script = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return (await import(`data:text/javascript;base64,${script}`)) as Registry;
}

describe('the code of docs/languages.md', () => {
  it('brings a language along', async () => {
    const { languageArriving, stringsOf } = await after('with-polish.js');
    await languageArriving('pl');
    assert.equal(stringsOf('pl-PL', 'shared', {})['cancel'], 'Anuluj');
  });

  it('overrides texts, for a language and for a region', async () => {
    const { languageArriving, stringsOf } = await after('own-words.js');
    assert.equal(stringsOf('en-GB', 'signIn', { heading: 'Sign in' })['heading'], 'Welcome back');
    await languageArriving('de-CH');
    const { heading, password, show } = stringsOf('de-CH', 'signIn', {});
    assert.deepEqual([heading, password, show], ['Willkommen zurück', 'Kennwort', 'Anzeigen']);
    assert.equal(stringsOf('de', 'signIn', {})['password'], 'Passwort');
  });

  it('adds a language, with English for what it leaves out', async () => {
    const { languageArriving, stringsOf } = await after('further-language.js');
    await languageArriving('sv');
    const { heading, password } = stringsOf('sv', 'signIn', { heading: 'Sign in', password: 'Password' });
    assert.deepEqual([heading, password], ['Logga in', 'Password']);
  });
});
