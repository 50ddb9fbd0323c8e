import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { Control } from '../../../test/e2e/support/api.ts';
import { plugIn, watchCeremonies } from '../../../test/e2e/support/authenticators.ts';
import { openBrowser, openContext } from '../../../test/e2e/support/browser.ts';
import { startDemo, type DemoUnderTest } from '../../../test/e2e/support/demo-server.ts';
import { smallPng } from './small-png.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Around what is taken, in CSS pixels. */
const MARGIN = 16;

/** Longer than a code is good for: the next one is another. */
const NEXT_CODE_SECONDS = 60;

/** What a stranger's browser calls itself. */
export const STRANGER = 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0';

/** Where people seem to be: the demo runs on this machine, whose own address tells a reader nothing. */
export const ADDRESS = '203.0.113.24';
const ADDRESS_OF_STRANGER = '198.51.100.77';

interface FromSomewhere {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** The list as it would be, were everybody somewhere else. */
const elsewhere = <Item extends FromSomewhere>(list: readonly Item[] = []): Item[] =>
  list.map((item) => ({
    ...item,
    ip: item.ip && (item.userAgent === STRANGER ? ADDRESS_OF_STRANGER : ADDRESS),
  }));

const DESK: BrowserContextOptions = {
  viewport: { width: 640, height: 900 },
  deviceScaleFactor: 1.5,
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36',
};
const WIDE: BrowserContextOptions = { ...DESK, viewport: { width: 960, height: 900 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 1.5,
  hasTouch: true,
  isMobile: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Mobile Safari/537.36',
};
const SCREENS = { desk: DESK, wide: WIDE, phone: PHONE } as const;

/** What of a page is taken. */
export interface Frame {
  /** A selector of what is at the top; the first that there is. */
  readonly from: string;
  /** Of what is at the end; without it, the same. */
  readonly to?: string;
}

/** The demo in a world where nothing happens by chance, and browsers that are looked at. */
export class Studio {
  readonly url: string;
  readonly control: Control;
  readonly #demo: DemoUnderTest;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  private constructor(demo: DemoUnderTest, browser: Browser) {
    this.#demo = demo;
    this.#browser = browser;
    this.url = demo.url;
    this.control = new Control(demo.url);
  }

  static async open(): Promise<Studio> {
    const world = pathToFileURL(path.join(import.meta.dirname, 'fixed-world.ts')).href;
    // Jobs run when a scene says so.
    const demo = await startDemo({ environment: { NODE_OPTIONS: `--import=${world}`, JOBS: '0' } });
    try {
      return new Studio(demo, await openBrowser());
    } catch (error) {
      await demo.stop();
      throw error;
    }
  }

  /** A browser that nobody used before, on a screen, with a passkey holder of its own. */
  async page(screen: keyof typeof SCREENS): Promise<Page> {
    const context = await openContext(this.#browser, this.url, {
      ...SCREENS[screen],
      locale: 'en-GB',
      timezoneId: 'Europe/Vienna',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    this.#contexts.push(context);
    await context.route(/\/mfa\/(?:sessions|activity)\b/, async (route) => {
      const response = await route.fetch();
      if (route.request().method() !== 'GET') return route.fulfill({ response });
      const lists = Object.entries((await response.json()) as Record<string, unknown>).map(
        ([name, value]) => [name, Array.isArray(value) ? elsewhere(value as FromSomewhere[]) : value],
      );
      return route.fulfill({ response, json: Object.fromEntries(lists) as unknown });
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(await this.control.advance(0));
    await plugIn(page, 'laptop');
    await watchCeremonies(page);
    return page;
  }

  /** Lets time pass, for the demo and all browsers. @returns the demo's time in milliseconds. */
  async advance(seconds: number): Promise<number> {
    const now = await this.control.advance(seconds);
    for (const context of this.#contexts)
      for (const page of context.pages()) await page.clock.setFixedTime(now);
    return now;
  }

  /** Until every authenticator shows another code. */
  nextCode(): Promise<number> {
    return this.advance(NEXT_CODE_SECONDS);
  }

  /** Ends the browsers that were opened so far; what they did in the demo stays. */
  async closeBrowsers(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#demo.stop();
  }
}

/**
 * Takes a part of a page, with some of what is around it.
 *
 * @param file from the root of the repository
 */
export async function take(page: Page, file: string, { from, to = from }: Frame): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // Where the pointer rests is chance.
  await page.mouse.move(0, 0);
  const top = await page.locator(from).first().boundingBox();
  const end = await page.locator(to).first().boundingBox();
  if (!top || !end) throw new Error(`${from} or ${to} is not on the page`);
  const [scrolled, most] = await page.evaluate(() => [window.scrollY, document.documentElement.scrollWidth]);
  const left = Math.max(0, top.x - MARGIN);
  const clip = {
    x: left,
    y: Math.max(0, top.y + scrolled - MARGIN),
    width: Math.min(top.x + top.width + MARGIN, most) - left,
    height: end.y + end.height - top.y + 2 * MARGIN,
  };
  const png = await page.screenshot({ clip, fullPage: true, caret: 'hide' });
  await writeFile(path.join(root, file), smallPng(png));
}

/** The same in both colour schemes, as `<file>-light.png` and `<file>-dark.png`. */
export async function takeInBothSchemes(page: Page, file: string, frame: Frame): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await take(page, `${file}-${colorScheme}.png`, frame);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
