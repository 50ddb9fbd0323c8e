import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ensurePackages } from '../scripts/bootstrap/packages.mjs';

const here = import.meta.dirname;
const root = path.dirname(here);

/** Runs a program of an installed package, and ends with it. */
function run(program: string, parameters: readonly string[], cwd: string): void {
  execFileSync(process.execPath, [path.resolve(cwd, 'node_modules', program), ...parameters], {
    cwd,
    stdio: 'inherit',
  });
}

// The generator is no part of the kit, and is installed here only.
await ensurePackages(here);
// The pages show the elements as they are built.
run('typescript/bin/tsc', ['-b', 'packages/elements/tsconfig.build.json'], root);
run('vitepress/bin/vitepress.js', [process.argv[2] ?? 'dev', ...process.argv.slice(3)], here);
