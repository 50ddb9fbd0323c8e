import path from 'node:path';
import { build as bundle, type BuildOptions, type Plugin } from 'esbuild';

/**
 * Bundles the elements for pages without a bundler: one file for a script tag, which may be renamed or asked for with a version in its
 * address. Only the languages lie beside it, and each is loaded when somebody reads it.
 *
 * @param dist folder of the compiled elements; the bundle goes into `script-tag` in it.
 */
export async function bundleForScriptTag(dist: string): Promise<void> {
  const languages = new Set<string>();
  const options: BuildOptions = {
    absWorkingDir: dist,
    outdir: path.join(dist, 'script-tag'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // The licences of what is bundled go with it, in a file that no page loads.
    legalComments: 'linked',
    logLevel: 'warning',
  };
  await bundle({
    ...options,
    entryPoints: { 'mfa-kit.min': path.join(dist, 'script-tag.js') },
    plugins: [languagesBeside(path.join(dist, 'languages/built-in.js'), languages)],
  });
  // Texts and nothing that would have to be shared with the elements.
  await bundle({ ...options, entryPoints: [...languages], outbase: dist });
}

/** Leaves the languages out of the bundle. @param list the module that imports them on demand. @param found is told each. */
function languagesBeside(list: string, found: Set<string>): Plugin {
  return {
    name: 'languages-beside',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path: name, kind, resolveDir, importer }) => {
        if (kind !== 'dynamic-import' || importer !== list) return undefined;
        found.add(path.resolve(resolveDir, name));
        return { path: `./languages/${path.basename(name)}`, external: true };
      });
    },
  };
}
