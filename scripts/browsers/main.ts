import { startTestRunner, type BrowserLauncher } from '@web/test-runner';
import { elementsRun } from '../../test/support/elements-run.mjs';
import { findFirefox } from './firefox.ts';
import { LEFT_OUT_IN_FIREFOX, LEFT_OUT_IN_WEBKIT, type LeftOut } from './left-out.ts';
import { findWebKit } from './webkit.ts';

/*
 * Runs the tests of the elements in browsers other than Chromium, as far as they are installed: `npm run browsers`, or one of them by name,
 * `npm run browsers firefox`.
 */

interface Browser {
  readonly name: string;
  readonly find: () => BrowserLauncher | undefined;
  readonly leftOut: readonly LeftOut[];
  /** How to get it. */
  readonly comesWith: string;
}

const BROWSERS: readonly Browser[] = [
  {
    name: 'firefox',
    find: findFirefox,
    leftOut: LEFT_OUT_IN_FIREFOX,
    comesWith: '`apt-get install firefox-esr` on Debian, or point $FIREFOX_PATH at a Firefox',
  },
  {
    name: 'webkit',
    find: findWebKit,
    leftOut: LEFT_OUT_IN_WEBKIT,
    comesWith: '`apt-get install webkit2gtk-driver xvfb` on Debian',
  },
];

function chosen(names: readonly string[]): readonly Browser[] {
  const unknown = names.filter((name) => !BROWSERS.some((browser) => browser.name === name));
  if (unknown.length > 0) {
    const all = BROWSERS.map(({ name }) => name).join(', ');
    throw new Error(`There is nothing for ${unknown.join(', ')}; there are ${all}.`);
  }
  return BROWSERS.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function run({ name, find, leftOut, comesWith }: Browser): Promise<void> {
  console.log(`\n=== ${name}`);
  const browser = find();
  if (!browser) {
    console.log(`It is not installed: ${comesWith}.`);
    process.exitCode = 1;
    return;
  }
  for (const { why, tests = [], files = [] } of leftOut)
    console.log(`left out, since ${why}: ${[...tests, ...files].map((name) => `\n  ${name}`).join('')}`);
  const config = elementsRun({
    browser,
    files: leftOut.flatMap(({ files = [] }) => files.map((file) => `!${file}`)),
    leftOut: leftOut.flatMap(({ tests = [] }) => tests),
  });
  const runner = await startTestRunner({
    config,
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error(`The test runner does not start for ${name}`);
  await new Promise((resolve) => runner.on('stopped', resolve));
}

for (const browser of chosen(process.argv.slice(2))) await run(browser);
