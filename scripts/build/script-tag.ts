import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

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
  await build({
    ...options,
    entryPoints: { 'mfa-kit.min': path.join(dist, 'script-tag.js') },
    plugins: [languagesBeside(path.join(dist, 'languages'), languages)],
  });
  // Texts and nothing that would have to be shared with the elements.
  await build({ ...options, entryPoints: [...languages], outbase: dist });
}

/** Leaves the languages out of the bundle. @param found is told each. */
function languagesBeside(folder: string, found: Set<string>): Plugin {
  return {
    name: 'languages-beside',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path: name, kind, resolveDir }) => {
        const file = path.resolve(resolveDir, name);
        if (kind !== 'dynamic-import' || path.dirname(file) !== folder) return undefined;
        found.add(file);
        return { path: `./languages/${path.basename(file)}`, external: true };
      });
    },
  };
}
