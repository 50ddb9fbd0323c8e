export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.suite.ts', '**/*.fixture.ts', '**/testing/**'],
  outdir: 'packages/elements',
  litelement: true,
  // The package's own package.json names the manifest already; the analyser would write into the root's.
  packagejson: false,
};
