import { bootstrap } from './bootstrap/main.mjs';

await bootstrap('bench/main.ts', process.argv.slice(2));
