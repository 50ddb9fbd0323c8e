import { bootstrap } from './bootstrap/main.mjs';

await bootstrap('site/main.ts', process.argv.slice(2));
