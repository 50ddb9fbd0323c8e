import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from '../support/chromium.mjs';

const SWITCH = '--disable-features=';

/** What the last switch on a command line names: Chromium looks at no other. */
const leftOutBy = (line: readonly string[]): readonly string[] =>
  line
    .findLast((argument) => argument.startsWith(SWITCH))
    ?.slice(SWITCH.length)
    .split(',') ?? [];

it('the Chromium of all tests leaves out everything that Playwright would leave out', async () => {
  const server = await chromium.launchServer({ executablePath: await findChromium() });
  const playwrights = leftOutBy(server.process().spawnargs);
  await server.close();
  assert.ok(playwrights.length > 0);
  const ours = new Set(leftOutBy(chromiumArguments));
  assert.deepEqual(
    playwrights.filter((feature) => !ours.has(feature)),
    [],
  );
});
