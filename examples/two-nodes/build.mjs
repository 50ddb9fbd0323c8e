import { cp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/* Bundles the pages into `dist`; the elements come as they are published. */

const folder = import.meta.dirname;
const dist = path.join(folder, 'dist');

await build({
  entryPoints: [path.join(folder, 'pages/page.ts')],
  outdir: dist,
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
});
for (const page of ['index.html', 'account.html'])
  await cp(path.join(folder, 'pages', page), path.join(dist, page));
