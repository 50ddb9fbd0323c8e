import { execSync, spawn } from 'node:child_process';
import path from 'node:path';
import { follow } from '../bootstrap/follow.mjs';

/** Where it answers, unless `-p` says otherwise. */
const PORT = '6006';

/** Shows the stories and goes on until it is stopped: `npm run storybook`. Whatever follows is handed on to Storybook. */
function main(): void {
  const root = path.resolve(import.meta.dirname, '../..');
  // Its pages are made from what the elements say of themselves.
  execSync('npm run --silent manifest:write', { cwd: root, stdio: 'inherit' });
  const storybook = path.join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
  const parameters = ['dev', '--no-open', '-p', PORT, ...process.argv.slice(2)];
  follow(spawn(process.execPath, [storybook, ...parameters], { cwd: root, stdio: 'inherit' }));
}

main();
