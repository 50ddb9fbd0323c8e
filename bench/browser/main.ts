import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { format } from 'prettier';
import { ensurePackages } from '../../scripts/bootstrap/packages.mjs';
import { bundleSize, type BundleSize } from '../../scripts/sizes/bundle-size.ts';
import { withPublishedPackage } from '../../scripts/sizes/published-package.ts';
import { chromiumArguments, findChromium } from '../../test/support/chromium.mjs';
import { contenders } from './contenders.ts';
import { report, type Row } from './report.ts';
import { openSite } from './site.ts';
import { visit, type Visit } from './visit.ts';

const ROUNDS = 5;
const here = import.meta.dirname;
const page = path.resolve(here, '../../docs/performance-browser.md');

/** Every contender once a round: what slows the machine down for a while slows down all of them. */
async function compare(elements: string): Promise<readonly Row[]> {
  const sites = await Promise.all(contenders.map((contender) => openSite(contender, elements)));
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  const visits = new Map<string, Visit[]>(sites.map(({ url }) => [url, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const site of sites) visits.get(site.url)?.push(await visit(browser, site));
  await browser.close();
  for (const site of sites) site.close();
  return sites.map(({ contender, url }) => ({ contender, visits: visits.get(url) ?? [] }));
}

async function sizes(define: string): Promise<ReadonlyMap<string, BundleSize>> {
  const names = readdirSync(define)
    .filter((file) => file.endsWith('.js') && file !== 'index.js')
    .map((file) => path.basename(file, '.js'));
  const measured = new Map<string, BundleSize>();
  for (const name of names) measured.set(name, await bundleSize(define, [name]));
  return measured;
}

// What the kit is compared with is no part of it, and is installed here only.
await ensurePackages(here);
await withPublishedPackage(async (folder) => {
  const elements = path.join(folder, 'dist');
  const found = report(await compare(elements), await sizes(path.join(elements, 'define')));
  writeFileSync(page, await format(found, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' }));
  console.log(found);
});
