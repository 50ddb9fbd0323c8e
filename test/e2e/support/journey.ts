import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { DemoInBrowser } from './demo-in-browser.ts';
import type { DemoOptions } from './demo-server.ts';

/** What somebody does in one browser, from the first step to the last. */
export interface Journey {
  readonly site: DemoInBrowser;
  /** A test that goes on where the last one ended; after one that failed there is nothing to go on from. */
  readonly step: (title: string, work: () => Promise<void>) => void;
}

/** One demo and one browser for all steps of a `describe`, ended after them. What a step opens stays open for the next. */
export function journey(options: DemoOptions): Journey {
  const site = new DemoInBrowser();
  let broken = false;
  before(() => site.start(options));
  after(() => site.stop());
  return {
    site,
    step: (title, work) => {
      it(title, async () => {
        assert.ok(!broken, 'an earlier step failed');
        broken = true;
        await work();
        broken = false;
      });
    },
  };
}
