import { playwrightLauncher } from '@web/test-runner-playwright';
import { assistiveTechnology } from './test/support/assistive-technology.mjs';
import { chromiumArguments, findChromium } from './test/support/chromium.mjs';
import { elementsRun } from './test/support/elements-run.mjs';
import { virtualAuthenticators } from './test/support/virtual-authenticators.mjs';

const executablePath = await findChromium();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...elementsRun({
    browser: playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath, args: chromiumArguments },
    }),
    files: ['test/accessibility/**/*.test.ts'],
    plugins: [virtualAuthenticators(), assistiveTechnology()],
  }),
  concurrency: 2,
};
