import { bootstrap } from './bootstrap/main.mjs';

await bootstrap('test/lighthouse/main.ts', process.argv.slice(2));
