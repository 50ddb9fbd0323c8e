import { after } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';

let opened: Promise<Browser> | undefined;

/** The browser of all tests in this process. They have contexts of their own in it, which share nothing, and close them. */
export function sharedBrowser(): Promise<Browser> {
  opened ??= openBrowser();
  return opened;
}

after(async () => {
  await (await opened)?.close();
});
