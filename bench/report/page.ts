import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { write } from '../../scripts/docs/generated-part.ts';
import type { Found } from '../running/measure.ts';
import { growthPlot, ratioPlot } from './plots.ts';
import { costs, grown, guesses, machine, rates, ratios } from './tables.ts';

const docs = path.resolve(import.meta.dirname, '../../docs');
const page = path.join(docs, 'performance.md');

/** Writes what was found into the page, and its plots beside it. @param file where the results are */
export async function writePage(file: string): Promise<void> {
  const found = JSON.parse(readFileSync(file, 'utf8')) as Found;
  const parts = { machine, ratios, rates, costs, growth: grown, guesses };
  for (const [name, made] of Object.entries(parts)) await write({ page, name, markdown: made(found) });
  const images = path.join(docs, 'images/performance');
  mkdirSync(images, { recursive: true });
  for (const one of found.databases) {
    writeFileSync(path.join(images, `ratios-${one.database}.svg`), ratioPlot(one));
    if (one.growth.length > 0)
      writeFileSync(path.join(images, `growth-${one.database}.svg`), growthPlot(one));
  }
}
