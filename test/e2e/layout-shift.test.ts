import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { plugIn } from './support/authenticators.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';

/** What moved by itself: how far, and what it was. */
interface Shift {
  readonly score: number;
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    layoutShifts: Shift[];
  }
}

/** Notes every shift from the first moment of a page on, but for those that a click or a key brought about. */
function noteShifts(): void {
  window.layoutShifts = [];
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[])
      if (!hadRecentInput)
        window.layoutShifts.push({
          score: value,
          moved: sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : 'text')),
        });
  }).observe({ type: 'layout-shift', buffered: true });
}

describe('a page on which nothing moves by itself, from its first moment until it can be used', () => {
  const site = demoInBrowser();
  let page: Page;

  beforeEach(async () => {
    ({ page } = await site.open({ viewport: { width: 360, height: 740 } }));
    await page.addInitScript(noteShifts);
    await plugIn(page, 'laptop');
    // What shifts, shifts between two answers: each of them is drawn before the next one comes.
    await page.route('**/mfa/**', async (route) => {
      // A page that is being left draws nothing more, and what it asked for concerns nobody.
      const left = (): void => undefined;
      await drawn().catch(left);
      await route.continue().catch(left);
    });
  });

  /** Two frames: in the second, what the first one moved has been told. */
  const drawn = (): Promise<void> =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve();
            });
          });
        }),
    );

  async function shifts(): Promise<Shift[]> {
    await drawn();
    return page.evaluate(() => window.layoutShifts);
  }

  it('is the sign-in', async () => {
    await page.goto('/');
    await page.getByLabel('Email address').waitFor();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
    assert.deepEqual(await shifts(), []);
  });

  it('is the security page', async () => {
    await site.people.withPasskey(page, 'still');
    await page.goto('/account/security');
    for (const filled of [
      'passkey-list [part~="device"]',
      'recovery-codes [part~="code"]',
      'active-sessions [part~="device"]',
      'security-activity [part~="event"]',
    ])
      await page.locator(filled).first().waitFor();
    assert.deepEqual(await shifts(), []);
  });
});
