import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import elements from '../packages/elements/package.json' with { type: 'json' };

/*
 * Bundles the pages of the demo, with the elements from their sources, into `demo/dist`. What a page may need later, such as another
 * language, becomes a part of its own and is loaded when it is needed. When no source changed since the last time there is nothing to do.
 */

const folder = import.meta.dirname;
const root = path.dirname(folder);
const built = path.join(folder, 'dist');
const record = path.join(built, 'sources.txt');

/** Of the package, for the page that shows the elements alone. */
const THEMES = ['plain', 'high-contrast', 'material'];

/** Not part of a bundle, but a reason to make it anew. */
const ALSO = [
  'demo/build.mjs',
  'package-lock.json',
  'packages/elements/package.json',
  'packages/elements/tsconfig.json',
];

/** @type {import('esbuild').Plugin} */
const elementsFromSources = {
  name: 'elements-from-sources',
  setup(build) {
    const published = new Map(Object.entries(elements.exports));
    build.onResolve({ filter: /^@mfa-kit\/elements(\/|$)/ }, ({ path: name }) => {
      const target = published.get(name.replace('@mfa-kit/elements', '.'));
      if (typeof target !== 'object')
        return { errors: [{ text: `@mfa-kit/elements does not publish ${name}` }] };
      // What is published in dist was compiled from the file of the same name in src.
      const source = target.default.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts');
      return { path: path.join(root, 'packages/elements', source) };
    });
  },
};

if (!(await isUpToDate())) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: built,
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    plugins: [elementsFromSources],
    // What packages say about files without side effects is about those they publish, not about their sources.
    ignoreAnnotations: true,
    loader: { '.svg': 'copy' },
    minify: true,
    sourcemap: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  for (const { path: file, contents } of outputFiles) await replace(file, contents);
  await removeOthers(outputFiles.map((file) => file.path));
  const sources = [...Object.keys(metafile.inputs), ...ALSO].map((source) => path.join(root, source));
  await replace(record, (await Promise.all(sources.map(version))).join('\n'));
}

/** Each page's script and style sheet, the style sheet of all of them, themes of the package, and the icon. */
function entryPoints() {
  const pages = readdirSync(path.join(folder, 'pages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shell')
    .map(({ name }) => name);
  return [
    ...pages.flatMap((page) =>
      ['ts', 'css'].map((type) => ({ in: path.join(folder, 'pages', page, `${page}.${type}`), out: page })),
    ),
    { in: path.join(folder, 'pages/acme.css'), out: 'acme' },
    ...THEMES.map((theme) => ({
      in: path.join(root, 'packages/elements/src/themes', `${theme}.css`),
      out: `themes/${theme}`,
    })),
    { in: path.join(folder, 'pages/icon.svg'), out: 'icon' },
  ];
}

/** A new file can only matter once a file that is known already names it, so the known ones are all that has to be looked at. */
async function isUpToDate() {
  try {
    const known = (await readFile(record, 'utf8')).split('\n');
    const now = await Promise.all(known.map((line) => version(line.slice(line.indexOf(' ') + 1))));
    return known.every((line, index) => line === now[index]);
  } catch {
    return false;
  }
}

/**
 * When a file was changed last and how long it is, as a line of the record.
 *
 * @param {string} file
 */
async function version(file) {
  const { mtimeMs, size } = await stat(file);
  return `${mtimeMs}:${size} ${file}`;
}

/**
 * Complete or not at all: a server, or another build at the same time, may be reading the old one.
 *
 * @param {string} file
 * @param {Uint8Array | string} contents
 */
async function replace(file, contents) {
  const draft = `${file}.${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, contents);
  await rename(draft, file);
}

/** @param {string[]} kept */
async function removeOthers(kept) {
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  // Drafts belong to builds that are still under way.
  const old = files.filter((file) => !kept.includes(file) && !/\.\d+$/.test(file));
  await Promise.all(old.map((file) => rm(file, { force: true })));
}
