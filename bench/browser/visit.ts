import type { Browser } from 'playwright-core';
import type { Site } from './site.ts';

/** A phone of the middle range on a poor connection: what Lighthouse calls a slow 4G phone. */
const CPU_SLOWDOWN = 4;
const CONNECTION = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Longer than the slowest visit, in milliseconds. */
const PATIENCE = 60_000;

export interface Visit {
  /** From the first script's request until the person can go on, in milliseconds. */
  readonly usable: number;
  /** What moved by itself meanwhile: the sum of all layout shifts. */
  readonly shift: number;
  /** What came over the network for it, scripts alone, in bytes. */
  readonly script: number;
}

declare global {
  interface Window {
    usableAt?: number;
    shifted?: number;
  }
}

/** Opens a page as somebody who has never been there. */
export async function visit(browser: Browser, { contender, url }: Site): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', CONNECTION);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(watch, contender.usable);
    await page.goto(url);
    await page.waitForFunction(() => window.usableAt !== undefined, undefined, { timeout: PATIENCE });
    return await page.evaluate(() => {
      const scripts = performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < (window.usableAt ?? 0));
      return {
        usable: (window.usableAt ?? 0) - (scripts[0]?.startTime ?? 0),
        shift: window.shifted ?? 0,
        script: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      };
    });
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes when what the person goes on with is drawn, and what moves until then. */
function watch(usable: string): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (window.usableAt === undefined)
        window.shifted = (window.shifted ?? 0) + (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const find = (root: ParentNode): Element | undefined => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(usable) && element.checkVisibility()) return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  const look = (): void => {
    const box = find(document)?.getBoundingClientRect();
    // The frame after it was there: then it is drawn.
    if (box?.height) requestAnimationFrame((now) => (window.usableAt = now));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
