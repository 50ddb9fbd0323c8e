import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * Bundles modules as a page would get them in production.
 *
 * @param folder where the modules are
 * @param modules their names, without ending
 * @returns size of what a page loads at once, in bytes after gzip; what is imported on demand (languages) is left out
 */
export async function bundleSize(folder: string, modules: readonly string[]): Promise<number> {
  const result = await build({
    stdin: { contents: modules.map((name) => `import './${name}.js';`).join('\n'), resolveDir: folder },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
    // Licences go into a file of their own, which no page loads.
    legalComments: 'external',
    logLevel: 'silent',
  });
  const chunks = result.metafile.outputs;
  const atOnce = new Set<string>();
  const load = (name: string): void => {
    if (atOnce.has(name)) return;
    atOnce.add(name);
    for (const { path, kind } of chunks[name]?.imports ?? []) if (kind === 'import-statement') load(path);
  };
  for (const [name, { entryPoint }] of Object.entries(chunks)) if (entryPoint === '<stdin>') load(name);
  return result.outputFiles
    .filter(({ path }) => [...atOnce].some((name) => path.replaceAll('\\', '/').endsWith(`/${name}`)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
