import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { chromiumArguments, findChromium } from './test/support/chromium.mjs';
import { assistiveTechnology } from './test/support/assistive-technology.mjs';
import { strictPages } from './test/support/strict-pages.mjs';
import { virtualAuthenticators } from './test/support/virtual-authenticators.mjs';
import { elementsReporter } from './test/support/elements-reporter.mjs';

const executablePath = await findChromium();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['packages/elements/src/**/*.test.ts', 'test/accessibility/**/*.test.ts'],
  // A secure context, which passkeys and the clipboard need, and the relying party "localhost".
  hostname: 'localhost',
  // Lit's development build warns about mistakes that its production build only suffers from.
  nodeResolve: { exportConditions: ['development'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('packages/elements/tsconfig.json', import.meta.url)),
    }),
    strictPages(),
    virtualAuthenticators(),
    assistiveTechnology(),
  ],
  browsers: [
    playwrightLauncher({ product: 'chromium', launchOptions: { executablePath, args: chromiumArguments } }),
  ],
  concurrency: 2,
  testFramework: { config: { ui: 'bdd', timeout: '30000' } },
  // A slow machine takes its time to begin, too: each file loads a hundred modules, and each is compiled when it is first asked for.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  // Said once for each test file, and known.
  filterBrowserLogs: ({ args }) => !args.some((argument) => String(argument).includes('Lit is in dev mode')),
  reporters: [elementsReporter()],
};
