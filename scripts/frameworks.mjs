import { bootstrap } from './bootstrap/main.mjs';

await bootstrap('scripts/frameworks/main.ts', process.argv.slice(2));
