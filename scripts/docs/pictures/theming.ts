import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../test/support/chromium.mjs';
import { openShowcase } from '../../themes/showcase.ts';
import { codeBlock } from '../code-blocks.ts';
import { smallPng } from './small-png.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const THEMES = path.join(root, 'packages/elements/src/themes');

/** As much of the security page as makes the look plain. */
const TALL = { width: 896, height: 1120 };

async function shoot(page: Page, name: string): Promise<void> {
  const png = await page.screenshot({ caret: 'hide', animations: 'disabled' });
  await writeFile(path.join(root, 'docs/images', `${name}.png`), smallPng(png));
  await page.close();
}

/** The pictures of docs/theming.md: each theme in light and dark, and the page in a brand's look. */
export async function takeTheming(): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  try {
    for (const file of readdirSync(THEMES))
      for (const scheme of ['light', 'dark'] as const) {
        const page = await openShowcase(browser, readFileSync(path.join(THEMES, file), 'utf8'), scheme);
        await shoot(page, `theme-${path.basename(file, '.css')}-${scheme}`);
      }
    const brand = codeBlock(readFileSync(path.join(root, 'docs/theming.md'), 'utf8'), 'brand.css').code;
    const page = await openShowcase(browser, brand, 'light');
    await page.setViewportSize(TALL);
    await shoot(page, 'brand');
  } finally {
    await browser.close();
  }
}
