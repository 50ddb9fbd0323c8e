import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { Control } from './api.ts';
import { openBrowser, openContext, troubleOf } from './browser.ts';
import { startDemo, type DemoOptions, type DemoUnderTest } from './demo-server.ts';
import { People } from './people.ts';

/** A person's browser with one page open, before the demo. */
export interface OpenedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in it without anybody noticing. Has to be empty when the test ends. */
  readonly trouble: string[];
}

/** The demo, and a browser before it. */
export class DemoInBrowser {
  demo!: DemoUnderTest;
  browser!: Browser;
  control!: Control;
  people!: People;
  readonly #opened: OpenedPage[] = [];

  /** Its origin. */
  get url(): string {
    return this.demo.url;
  }

  async start(options: DemoOptions): Promise<void> {
    this.browser = await openBrowser();
    this.demo = await startDemo(options);
    this.control = new Control(this.url);
    this.people = new People(this.url);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.demo.stop();
  }

  /** Another browser: nothing in it is shared with those opened before. Closed when the test ends. */
  async open(options?: BrowserContextOptions): Promise<OpenedPage> {
    const context = await openContext(this.browser, this.url, options);
    const page = await context.newPage();
    const opened = { context, page, trouble: troubleOf(page) };
    this.#opened.push(opened);
    return opened;
  }

  /** Closes what the test opened; nothing may have gone wrong there without anybody noticing. */
  async close(): Promise<void> {
    const opened = this.#opened.splice(0);
    await Promise.all(opened.map(leave));
    assert.deepEqual(
      opened.flatMap(({ trouble }) => trouble),
      [],
    );
    assert.deepEqual(await this.control.get('csp-reports'), []);
  }
}

/** What a test put between page and server may be in the middle of an answer that nobody waits for any more. */
async function leave({ context, page }: OpenedPage): Promise<void> {
  if (page.isClosed()) return;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

/**
 * One demo and one browser for all tests of a `describe`, ended after them.
 *
 * @param environment Settings of the demo.
 */
export function demoInBrowser(environment: Readonly<Record<string, string>> = {}): DemoInBrowser {
  const site = new DemoInBrowser();
  before(() => site.start({ environment }));
  after(() => site.stop());
  afterEach(() => site.close());
  return site;
}
