import { bootstrap } from './bootstrap/main.mjs';

await bootstrap('scripts/demo/main.ts', process.argv.slice(2));
