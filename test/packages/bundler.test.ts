import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { project } from './support/project.ts';
import { descriptionIn, modulesOf } from './support/tarballs.ts';

describe('the elements, through a bundler', () => {
  let folder: string;
  let entries: readonly string[];

  before(async () => {
    folder = await project();
    entries = modulesOf(await descriptionIn(path.join(folder, 'node_modules/@mfa-kit/elements')));
  });

  /** What a bundler makes of a module of the project. */
  async function bundled(contents: string): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
    });
    return outputFiles[0]!.text;
  }

  const published = (entry: string): string => entry.replace('.', '@mfa-kit/elements');

  it('weigh nothing where a class, the client or a language is imported and not used', async () => {
    const pure = entries.filter((entry) => !/^\.\/(define|script-tag)/.test(entry));
    assert.ok(pure.includes('./mfa-sign-in') && pure.includes('./client'));
    const imports = pure.map((entry, index) => `import * as unused${index} from '${published(entry)}';`);
    assert.equal(await bundled(imports.join('\n')), '');
  });

  /** The tags that a script defines. */
  const definedIn = (code: string): readonly string[] =>
    [...code.matchAll(/customElements\.define\("([\w-]+)"/g)].map(([, tag = '']) => tag).sort();

  it('are defined by an import for nothing but that, one by one and all at once', async () => {
    const tags = entries.flatMap((entry) => /^\.\/define\/(.+)$/.exec(entry)?.[1] ?? []).sort();
    assert.ok(tags.includes('mfa-sign-in'));
    const imports = tags.map((tag) => `import '${published(`./define/${tag}`)}';`);
    assert.deepEqual(definedIn(await bundled(imports.join('\n'))), tags);
    assert.deepEqual(definedIn(await bundled(`import '${published('./define')}';`)), tags);
    assert.deepEqual(definedIn(await bundled(`import '${published('./script-tag')}';`)), tags);
  });
});
