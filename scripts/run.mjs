import { bootstrap } from './bootstrap/main.mjs';

// `node scripts/run.mjs <program> …`: what package.json calls in the name of somebody whose checkout may be empty.
const [program, ...parameters] = process.argv.slice(2);
if (program === undefined) throw new Error('node scripts/run.mjs <program> [its parameters]');
await bootstrap(program, parameters);
