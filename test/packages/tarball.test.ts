import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { filesIn } from './support/files.ts';
import { project } from './support/project.ts';
import { descriptionIn, packages, tarballs, type Description } from './support/tarballs.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** All that a package may hold; what else appears is either published by mistake or has to be named here. */
const ALLOWED = {
  elements: [
    /^types\/[\w-]+\.d\.ts$/,
    /^types\/types-only\.js$/,
    /^undefined\.css$/,
    /^dist\/.+\.(js|d\.ts|css|txt)$/,
    /^(custom-elements|package)\.json$/,
    /^(LICENSE|README\.md)$/,
  ],
  server: [
    /^dist\/.+\.(js|d\.ts)$/,
    /^bin\/mfa-kit\.js$/,
    /^alerts\/.+$/,
    /^package\.json$/,
    /^(LICENSE|README\.md)$/,
  ],
};

for (const name of packages) {
  describe(`the tarball of @mfa-kit/${name}`, () => {
    let folder: string;
    let files: readonly string[];
    let description: Description;

    before(async () => {
      folder = path.join(await project(), 'node_modules/@mfa-kit', name);
      files = filesIn(folder);
      description = await descriptionIn(folder);
    });

    it('holds what is used, and no sources, tests, fixtures or records of a build', () => {
      const others = files.filter((file) => !ALLOWED[name].some((pattern) => pattern.test(file)));
      const tests = files.filter((file) =>
        /\.(test|suite|fixture|stories)\.|\/testing\/|tsbuildinfo/.test(file),
      );
      assert.deepEqual([...others, ...tests], []);
    });

    it('holds the licence of the project, and a page for the registry', async () => {
      const licence = await readFile(path.join(folder, 'LICENSE'), 'utf8');
      assert.equal(licence, await readFile(path.join(root, 'LICENSE'), 'utf8'));
      assert.match(await readFile(path.join(folder, 'README.md'), 'utf8'), new RegExp(`# @mfa-kit/${name}`));
    });

    it('holds types for each module but bundles', () => {
      const modules = files.filter(
        (file) => /^dist\/.+\.js$/.test(file) && !file.startsWith('dist/script-tag/'),
      );
      const untyped = modules.filter((file) => !files.includes(file.replace(/\.js$/, '.d.ts')));
      assert.ok(modules.length > 100);
      assert.deepEqual(untyped, []);
    });

    it('holds everything that it says it exports', () => {
      const promised = Object.values(description.exports)
        .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
        .filter((target) => !target.includes('*'));
      assert.deepEqual(
        promised.filter((target) => !files.includes(target.slice(2))),
        [],
      );
    });

    it('says where it comes from, as a statement of provenance has to', () => {
      assert.equal(description.repository.directory, `packages/${name}`);
      assert.match(description.repository.url, /^git\+https:\/\/github\.com\/.+\.git$/);
      assert.deepEqual(description.publishConfig, { access: 'public', provenance: true });
    });

    it('is as publint wants it, suggestions included', async () => {
      const { messages, pkg } = await publint({ pkgDir: folder, pack: false, level: 'suggestion' });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg)),
        [],
      );
    });

    it('has types that every way of resolving ES modules finds and that fit what is run', async () => {
      const data = await readFile((await tarballs()).files[name]);
      const tarball = createPackageFromTarballData(new Uint8Array(data));
      // Style sheets have no types.
      const result = await checkPackage(tarball, { excludeEntrypoints: [/\.css$/] });
      assert.ok(result.types);
      // CommonJS and the resolution of Node before 12 are not promised: there are ES modules only.
      const promised = result.problems.filter(
        (problem) =>
          !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
      );
      assert.deepEqual(promised, []);
    });
  });
}

describe('the exports of @mfa-kit/elements', () => {
  it('name each element twice, its class and its definition, and each language', async () => {
    const folder = path.join(await project(), 'node_modules/@mfa-kit/elements');
    const { exports } = await descriptionIn(folder);
    const modules = (place: string): string[] =>
      filesIn(path.join(folder, 'dist', place)).flatMap((file) => /^([\w-]+)\.js$/.exec(file)?.[1] ?? []);
    const tags = modules('define').filter((tag) => tag !== 'index');
    const languages = modules('languages').filter((language) => /^[a-z]{2}(-[a-z]+)?$/i.test(language));
    const wanted = [
      ...tags.flatMap((tag) => [`./${tag}`, `./define/${tag}`]),
      ...languages.map((language) => `./languages/${language}`),
    ];
    assert.ok(tags.includes('mfa-sign-in') && languages.includes('de'));
    assert.deepEqual(
      wanted.filter((entry) => !(entry in exports)),
      [],
    );
  });
});
