import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { follow } from '../bootstrap/follow.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Builds what the demo needs and becomes the demo. Both builds look for themselves whether there is anything to do.
 */
function main(): void {
  // The server package is built; the pages are bundled from the sources of the elements.
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  build('server', [compiler, '-b', 'packages/server/tsconfig.build.json']);
  build('pages', ['demo/build.mjs']);
  console.log('demo: starting');
  const demo = spawn(process.execPath, ['demo/server/main.ts', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  follow(demo);
}

function build(what: string, command: readonly string[]): void {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${what}: not built; the reason is above`);
    process.exit(1);
  }
  console.log(`${what}: built or up to date (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

main();
