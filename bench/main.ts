import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensurePackages } from '../scripts/bootstrap/packages.mjs';
import { readOptions, USAGE } from './running/options.ts';

const here = import.meta.dirname;

if (process.argv.includes('--help')) {
  console.log(USAGE);
} else {
  const options = readOptions(process.argv.slice(2));
  const results = path.join(here, 'results');
  if (!options.report) {
    // better-auth is no part of the kit, and is installed here only.
    await ensurePackages(here);
    const { measure } = await import('./running/measure.ts');
    const found = await measure(options);
    mkdirSync(results, { recursive: true });
    const file = path.join(results, options.write ? 'latest.json' : 'partial.json');
    writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
    const { summary } = await import('./report/summary.ts');
    console.log(`\n${summary(found)}`);
  }
  if (options.report || options.write) {
    const { writePage } = await import('./report/page.ts');
    await writePage(path.join(results, 'latest.json'));
    console.log('docs/performance.md is written');
  }
}
