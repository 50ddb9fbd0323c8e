import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

/** In bytes after gzip. */
export interface BundleSize {
  /** What a page has to load before it can show and use the elements. */
  readonly atOnce: number;
  /** What is loaded when somebody needs it: parts by name, without what the page has by then. */
  readonly onDemand: ReadonlyMap<string, number>;
}

/** Other languages are no part of any promise: whoever reads English loads none. */
const isLanguage = (file: string): boolean => path.basename(path.dirname(file)) === 'languages';

/**
 * Bundles modules as a page would get them in production. What is imported on demand becomes a part of its own, and all that such parts share
 * with the rest stays in the one bundle that every page loads: that is how bundlers divide.
 *
 * @param folder where the modules are
 * @param modules their names, without ending
 */
export async function bundleSize(folder: string, modules: readonly string[]): Promise<BundleSize> {
  const entry = modules.map((name) => `import './${name}.js';`).join('\n');
  const first = await bundle({ contents: entry, resolveDir: folder }, new Set());
  const onDemand = new Map<string, number>();
  const waiting = [...first.onDemand];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = path.basename(file, '.js');
    if (isLanguage(file) || onDemand.has(name)) continue;
    const contents = `export * from './${path.basename(file)}';`;
    const part = await bundle({ contents, resolveDir: path.dirname(file) }, present(first, file));
    onDemand.set(name, part.size);
    waiting.push(...part.onDemand);
  }
  return { atOnce: first.size, onDemand };
}

/** What a page has when it loads a part: the rest, and other parts that this one begins with. */
function present({ modules, onDemand }: Bundle, part: string): ReadonlySet<string> {
  return new Set([...modules, ...onDemand].filter((file) => file !== part));
}

interface Bundle {
  readonly size: number;
  /** The files that went into it. */
  readonly modules: ReadonlySet<string>;
  /** The files that it imports on demand. */
  readonly onDemand: ReadonlySet<string>;
}

/** @param present files that the page has already. */
async function bundle(
  stdin: { contents: string; resolveDir: string },
  present: ReadonlySet<string>,
): Promise<Bundle> {
  const onDemand = new Set<string>();
  const divide: Plugin = {
    name: 'divide',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path: name, kind, resolveDir, importer, pluginData }) => {
        if (pluginData === divide || kind === 'entry-point') return undefined;
        const found = await build.resolve(name, { kind, resolveDir, importer, pluginData: divide });
        if (kind === 'dynamic-import') onDemand.add(found.path);
        return { ...found, external: kind === 'dynamic-import' || present.has(found.path) };
      });
    },
  };
  const { outputFiles, metafile } = await build({
    stdin,
    absWorkingDir: stdin.resolveDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
    // Licences go into a file of their own, which no page loads.
    legalComments: 'external',
    logLevel: 'silent',
    plugins: [divide],
  });
  const script = outputFiles.find(({ path: file }) => file.endsWith('.js'));
  const modules = Object.keys(metafile.inputs).map((file) => path.resolve(stdin.resolveDir, file));
  return { size: gzipSync(script?.contents ?? '', { level: 9 }).length, modules: new Set(modules), onDemand };
}
