import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bundleSize } from './bundle-size.ts';
import { budgets } from './budget.ts';

const folder = path.resolve(import.meta.dirname, '../../packages/elements/src/define');

/** Every element that can be defined; `index` defines all of them. */
function definedElements(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.basename(file, '.ts'))
    .filter((name) => name !== 'index');
}

function row(title: string, size: string, limit: string, verdict: string): string {
  return `${title.padEnd(34)}${size.padStart(9)}${limit.padStart(9)}  ${verdict}`;
}

async function main(): Promise<void> {
  const all = definedElements();
  console.log(row('gzip, with all they import', 'kB', 'limit', ''));
  for (const { title, elements, limit } of budgets) {
    const measured = elements === 'all' ? all : elements.filter((name) => all.includes(name));
    const missing = elements === 'all' ? [] : elements.filter((name) => !all.includes(name));
    if (measured.length === 0) continue;
    const size = (await bundleSize(folder, measured)) / 1000;
    const isOver = size > limit;
    const note = missing.length > 0 ? ` (without ${missing.join(', ')})` : '';
    console.log(row(title, size.toFixed(1), limit.toFixed(1), `${isOver ? 'TOO LARGE' : 'ok'}${note}`));
    if (isOver) process.exitCode = 1;
  }
  for (const name of all) {
    console.log(row(`  <${name}>`, ((await bundleSize(folder, [name])) / 1000).toFixed(1), '', ''));
  }
}

await main();
