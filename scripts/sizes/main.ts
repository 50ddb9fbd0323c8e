import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bundleSize } from './bundle-size.ts';
import { budgets } from './budget.ts';
import { withPublishedPackage } from './published-package.ts';

/** Every element that can be defined; `index` defines all of them. */
function definedElements(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.basename(file, '.js'))
    .filter((name) => name !== 'index');
}

function row(title: string, size: string, limit: string, verdict: string): string {
  return `${title.padEnd(34)}${size.padStart(9)}${limit.padStart(9)}  ${verdict}`;
}

async function measure(folder: string): Promise<void> {
  const all = definedElements(folder);
  console.log(row('gzip, with all they import', 'kB', 'limit', ''));
  for (const { title, elements, limit, reached = limit } of budgets) {
    const measured = elements === 'all' ? all : elements.filter((name) => all.includes(name));
    const missing = elements === 'all' ? [] : elements.filter((name) => !all.includes(name));
    if (measured.length === 0) continue;
    const size = (await bundleSize(folder, measured)) / 1000;
    const verdict =
      size > reached
        ? 'TOO LARGE'
        : size > limit
          ? `not there yet; may not exceed ${reached.toFixed(2)}`
          : 'ok';
    const note = missing.length > 0 ? ` (without ${missing.join(', ')})` : '';
    console.log(row(title, size.toFixed(2), limit.toFixed(1), `${verdict}${note}`));
    if (size > reached) process.exitCode = 1;
  }
  for (const name of all) {
    console.log(row(`  <${name}>`, ((await bundleSize(folder, [name])) / 1000).toFixed(2), '', ''));
  }
}

await withPublishedPackage((folder) => measure(path.join(folder, 'dist/define')));
