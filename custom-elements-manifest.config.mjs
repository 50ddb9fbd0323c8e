import { readFileSync } from 'node:fs';

/**
 * The base class documents the shared tokens, and every element inherits them from there. What stands in for one is said
 * once, in the style sheet that reads them all: `--_text: var(--mfa-color-text, …);`.
 */
const defaultsOfSharedTokens = {
  name: 'defaults-of-shared-tokens',
  /** @param {{ moduleDoc: { path: string, declarations?: { cssProperties?: { name: string, default?: string }[] }[] } }} context */
  moduleLinkPhase({ moduleDoc: { path, declarations = [] } }) {
    if (path !== 'src/foundation/mfa-element.ts') return;
    const source = readFileSync('src/foundation/styles/base.ts', 'utf8');
    const defaults = new Map(
      [...source.matchAll(/var\((--mfa-[a-z0-9-]+), (.+)\);$/gm)].map(([, name, value]) => [name, value]),
    );
    for (const token of declarations.flatMap(({ cssProperties = [] }) => cssProperties)) {
      const value = defaults.get(token.name);
      if (value === undefined) throw new Error(`${token.name} is documented, but no style reads it`);
      token.default = value;
    }
  },
};

/** Sources are analysed, but what readers of the manifest find in the package is what was built from them. */
const namesOfBuiltModules = {
  name: 'names-of-built-modules',
  /** @param {{ customElementsManifest: { modules: object[] } }} context */
  packageLinkPhase({ customElementsManifest }) {
    const text = JSON.stringify(customElementsManifest.modules);
    const renamed = text.replaceAll(/"\/?src\/([^"]+)\.[jt]s"/g, '"dist/$1.js"');
    /** @type {unknown} */
    const modules = JSON.parse(renamed);
    customElementsManifest.modules = /** @type {object[]} */ (modules);
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: [
    'src/**/*.test.ts',
    'src/**/*.suite.ts',
    'src/**/*.fixture.ts',
    'src/**/testing/**',
    // Made from the manifest.
    'src/{bindings,react}/**',
  ],
  outdir: '.',
  litelement: true,
  // package.json names the manifest already.
  packagejson: false,
  plugins: [defaultsOfSharedTokens, namesOfBuiltModules],
};
