import { bootstrap } from './bootstrap/main.mjs';

await bootstrap('scripts/checks/main.ts', process.argv.slice(2));
