import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { chromiumArguments, findChromium } from '../../support/chromium.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Long enough for a slow machine that does other things as well; a step that takes longer is broken. */
export const PATIENCE_MILLISECONDS = 30_000;

/** A browser for the demo's pages, which are built first when they are not up to date. */
export async function openBrowser(): Promise<Browser> {
  await promisify(execFile)(process.execPath, ['demo/build.mjs'], { cwd: root });
  return chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
}

/** A person's browser: nothing in it is shared with others. */
export async function openContext(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, ...options });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  return context;
}

/** Everything that went wrong in a page without anybody noticing: errors nobody caught, and refusals of the policy. */
export function troubleOf(page: Page): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted ?Type/i.test(message.text())) trouble.push(message.text());
  });
  return trouble;
}

/** With SCREENSHOTS set, keeps a picture of the page in coverage/screenshots. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return;
  const folder = join(root, 'coverage/screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
