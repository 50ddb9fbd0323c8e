import { bootstrap } from './bootstrap/main.mjs';

await bootstrap('examples/two-nodes/start.ts', process.argv.slice(2));
