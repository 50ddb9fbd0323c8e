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
  exclude: ['src/**/*.test.ts', 'src/**/*.suite.ts', 'src/**/*.fixture.ts', 'src/**/testing/**'],
  outdir: '.',
  litelement: true,
  // package.json names the manifest already.
  packagejson: false,
  plugins: [namesOfBuiltModules],
};
