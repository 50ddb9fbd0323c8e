import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bundleSize, type BundleSize } from './bundle-size.ts';
import { budgets } from './budget.ts';
import { withPublishedPackage } from './published-package.ts';

/** Every element that can be defined; `index` defines all of them. */
function definedElements(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.basename(file, '.js'))
    .filter((name) => name !== 'index');
}

function row(title: string, size: string, limit: string, onDemand: string, verdict: string): string {
  return `${title.padEnd(28)}${size.padStart(8)}${limit.padStart(8)}${onDemand.padStart(11)}  ${verdict}`;
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(2);

const sum = ({ onDemand }: BundleSize): number => [...onDemand.values()].reduce((all, size) => all + size, 0);

async function measure(folder: string): Promise<void> {
  const all = definedElements(folder);
  console.log(row('kB after gzip', 'at once', 'limit', 'on demand', ''));
  for (const { title, elements, limit, reached = limit } of budgets) {
    const size = await bundleSize(folder, elements === 'all' ? all : elements);
    const isKept = size.atOnce <= limit * 1000;
    const isTooLarge = size.atOnce > reached * 1000;
    if (isTooLarge) process.exitCode = 1;
    const distance = isTooLarge ? 'TOO LARGE' : `not there yet; may not exceed ${reached.toFixed(1)}`;
    const verdict = isKept ? 'ok' : distance;
    console.log(row(title, kB(size.atOnce), limit.toFixed(1), kB(sum(size)), verdict));
  }
  for (const name of all) {
    const size = await bundleSize(folder, [name]);
    console.log(row(`  <${name}>`, kB(size.atOnce), '', kB(sum(size)), ''));
  }
  const { onDemand } = await bundleSize(folder, all);
  console.log('on demand, each once a page:');
  for (const [name, size] of onDemand) console.log(row(`  ${name}`, '', '', kB(size), ''));
}

await withPublishedPackage((folder) => measure(path.join(folder, 'dist/define')));
